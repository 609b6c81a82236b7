// Draws who took what from whom, as a graph that Gephi, yEd or networkx opens.
//
//   node examples/to-gephi.mjs [FOLDER [FILE.gexf]]      without a file: how large it is
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, makeReport } from "hearsay";
import { formats } from "hearsay/exchange";

const folder = process.argv[2] ?? fileURLToPath(new URL("../stories/cable/articles", import.meta.url));
const files = readdirSync(folder).filter((file) => /\.(?:html?|txt)$/.test(file));
const captures = files.map((file) => ({ id: file, file, bytes: readFileSync(join(folder, file)) }));
const report = makeReport(await analyse("story", captures));

const write = await formats.find(({ name }) => name === "gexf").load();
const [{ name, content }] = (await write(report, { graph: "lineage" })).files;
if (process.argv[3] !== undefined) writeFileSync(process.argv[3], content);
console.log(`${name}: ${content.match(/<node /g).length} nodes, ${content.match(/<edge /g)?.length ?? 0} edges`);
