// Fails when an import points against the one direction of dependency (ARCHITECTURE.md).
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "packages/hearsay/src");

/** What each room may import, besides itself and packages from npm. */
const allowed = {
  model: [],
  read: ["model"],
  annotate: ["model"],
  trace: ["model"],
  extract: ["model", "annotate"],
  weigh: ["model", "annotate"],
  tell: ["model"],
  whatif: ["model"],
  concepts: ["model", "annotate", "tell", "whatif"],
  engine: ["model", "read", "annotate", "trace", "extract", "weigh", "tell"],
  store: ["model", "engine"],
  sources: ["model", "engine"],
  records: ["model", "trace", "tell", "concepts", "whatif"],
  exchange: ["model", "read", "tell", "records", "concepts", "whatif"],
  watch: ["model", "tell", "engine"],
  mcp: ["model", "tell", "records", "concepts", "whatif", "engine", "server"],
  server: ["model", "trace", "tell", "records", "concepts", "whatif", "engine", "store", "sources"],
  client: ["model", "server", "tell"],
  finding: ["model", "trace"],
  sorting: ["model", "engine", "store", "finding"],
  cli: [
    ...["model", "read", "annotate", "trace", "extract", "weigh", "tell"],
    ...[
      "records",
      "engine",
      "store",
      "sources",
      "watch",
      "finding",
      "sorting",
      "server",
      "client",
      "concepts",
      "whatif",
      "exchange",
      "mcp",
    ],
  ],
};
const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;

const wrong = [];
for (const file of readdirSync(src, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"))) {
  const room = file.split(sep)[0];
  if (!(room in allowed)) continue;
  const text = readFileSync(join(src, file), "utf8");
  for (const [, target] of text.matchAll(importPattern)) {
    if (!target.startsWith(".")) continue;
    const other = relative(src, resolve(dirname(join(src, file)), target)).split(sep)[0];
    if (other !== room && !allowed[room].includes(other))
      wrong.push(`${file} imports ${target}: ${room} must not know ${other}`);
  }
}
for (const file of readdirSync(join(root, "packages/english/src"), { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".ts")) continue;
  if (/["'](?:hearsay|\.\.\/\.\.\/hearsay)/.test(readFileSync(join(root, "packages/english/src", file), "utf8")))
    wrong.push(`english/${file} must not know hearsay`);
}
// The workbench is a program of its own in the browser: of hearsay it may know the types, and the client made for it.
const workbench = join(root, "packages/workbench/src");
for (const file of readdirSync(workbench, { recursive: true, encoding: "utf8" }).filter((f) => /\.tsx?$/.test(f))) {
  const text = readFileSync(join(workbench, file), "utf8");
  for (const [statement, , target] of text.matchAll(/^import\s+(type\s)?[^;]*?from\s+"([^"]+)";/gm)) {
    const onlyTypes = statement.startsWith("import type ");
    if (target === "hearsay/client" || (target === "hearsay" && onlyTypes)) continue;
    if (/^(?:hearsay|@hearsay|node:)/.test(target) || target.includes("/hearsay/"))
      wrong.push(`workbench/${file} imports ${target}: only types of hearsay, and hearsay/client`);
  }
}
if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
console.log("dependency direction: ok");
