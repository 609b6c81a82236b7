// schema.org's own terms, as Google's types have them: the compiler refuses a property that a type has not.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderOf, run } from "../programs.mjs";

const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

/** Checks one node of each shape that there is against the types; says how many. */
export async function typedAs(nodes) {
  const shapes = new Map();
  for (const node of nodes) {
    const plain = ownTerms(node);
    if (plain !== null) shapes.set(shapeOf(plain), plain);
  }
  const folder = mkdtempSync(join(tmpdir(), "hearsay-typed-"));
  try {
    const all = [...shapes.values()].map(
      (node, i) => `export const n${i}: ${node["@type"]} = ${JSON.stringify(node)};`,
    );
    const names = [...new Set([...shapes.values()].map((node) => node["@type"]))];
    writeFileSync(
      join(folder, "nodes.ts"),
      `import type { ${names.join(", ")} } from ${JSON.stringify(join(folderOf("schema-dts"), "dist/schema"))};\n${all.join("\n")}\n`,
    );
    run(process.execPath, [
      tsc,
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2022",
      "--module",
      "preserve",
      "--types",
      "",
      join(folder, "nodes.ts"),
    ]);
    return `${shapes.size} shapes of ${names.length} types`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const foreign = /^(?:prov|hearsay):/;

/** A node without the terms of other vocabularies: those are extensions, as JSON-LD allows. Null where nothing is left. */
function ownTerms(value) {
  if (Array.isArray(value)) return value.map(ownTerms);
  if (typeof value !== "object" || value === null) return value;
  const type = [value["@type"] ?? []].flat().find((name) => !foreign.test(name));
  if (value["@type"] !== undefined && type === undefined) return null;
  const kept = Object.entries(value).filter(([key]) => !foreign.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, key === "@type" ? type : ownTerms(inner)]));
}

/** Keys and types of a node, its words left out, repeated parts once. */
function shapeOf(value) {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join()}]`;
  if (typeof value !== "object" || value === null) return typeof value;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${key === "@type" ? inner : shapeOf(inner)}`)
    .join()}}`;
}
