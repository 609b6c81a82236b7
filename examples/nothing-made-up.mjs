// Shows the check that every report goes through: change one word of a quotation, and it no longer holds.
//
//   node examples/nothing-made-up.mjs
import { analyse, makeReport, verify } from "hearsay";

const bytes = Buffer.from(
  "The quay at Rost was closed on Monday, the port said. Three ferries were sent to Holm instead.",
);
const report = makeReport(await analyse("quay", [{ id: "echo", file: "echo.txt", bytes }]));
console.log(`as made: ${verify(report).length} problems`);

const changed = JSON.parse(JSON.stringify(report));
changed.statements[0].content.parts[0].text = "The quay at Rost was never closed";
for (const { code, message } of verify(changed)) console.log(`${code}: ${message}`);
