// docs/reliability.md holds figures between marks; each command here writes its own.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "./fuzz/places.mjs";

const document = join(root, "docs/reliability.md");

/** Puts a table between `<!-- NAME -->` and `<!-- /NAME -->`, with when and on what it was made. */
export function writePart(name, table) {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const made = `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`;
  const text = readFileSync(document, "utf8");
  const part = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
  if (!part.test(text)) throw new Error(`docs/reliability.md has no place for ${name}`);
  writeFileSync(
    document,
    text.replace(part, () => `<!-- ${name} -->\n${table}\n\n${made}.\n<!-- /${name} -->`),
  );
}
