// The corpora as they lie on disk.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The records of a file of JSON lines, gzipped where its name ends in .gz. */
export function recordsIn(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
