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

/** Titles and names are compared folded to letters and digits. */
export const key = (value) =>
  (
    String(value ?? "")
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  ).join(" ");

/** The last two labels of a page's host: all pages of a site fall into one half. */
export function siteOf({ id, url, html }) {
  const canonical = /rel=["']?canonical["']?[^>]*href=["']?([^"' >]+)/i.exec(html)?.[1];
  const host = [url, canonical].map((one) => /^https?:\/\/([\w.-]+)/i.exec(one ?? "")?.[1]).find(Boolean);
  return host === undefined ? id : host.split(".").slice(-2).join(".");
}
