// Sends a story's articles to another program as linked data, and takes them in again: nothing is lost on the way.
//
//   node examples/out-and-in.mjs
import { analyse, makeReport } from "hearsay";
import { formats, takenFrom } from "hearsay/exchange";

const text = "The quay at Rost was closed on Monday, the port said. Three ferries were sent to Holm instead.";
const report = makeReport(await analyse("quay", [{ id: "echo", file: "echo.txt", bytes: Buffer.from(text) }]));

for (const name of ["jsonld", "ftm", "stix"]) {
  const write = await formats.find((format) => format.name === name).load();
  const [{ content }] = (await write(report, { graph: "actors" })).files;
  const { format, articles, said } = takenFrom(content);
  console.log(`${format}: ${articles.length} article, ${articles[0]?.text === text ? "the same text" : "no text"}`);
  for (const { message } of said) console.log(`  ${message}`);
}
