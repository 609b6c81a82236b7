// Writes the claims of a story as CSV, for a spreadsheet, and says which formats there are besides.
//
//   node examples/claims-as-rows.mjs > claims.csv
import { analyse, makeReport } from "hearsay";
import { formats } from "hearsay/exchange";

const texts = {
  echo: "The quay at Rost was closed on Monday, the port said. Three ferries were sent to Holm instead.",
  courier: "Divers found cracks in the quay at Rost. The quay at Rost was closed on Monday, a fisherman said.",
};
const captures = Object.entries(texts).map(([id, text]) => ({ id, file: `${id}.txt`, bytes: Buffer.from(text) }));
const report = makeReport(await analyse("quay", captures));

const write = await formats.find(({ name }) => name === "csv").load();
const { files } = await write(report, { graph: "actors" });
process.stdout.write(files.find(({ name }) => name === "claims.csv").content);
console.error(`also: ${formats.map(({ name }) => name).join(", ")}`);
