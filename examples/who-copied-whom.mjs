// Traces three short reports: which one was taken from which, by which words, and how many voices there really are.
//
//   node examples/who-copied-whom.mjs
//
// Uses the stages fingerprint, trace and compare alone: no parsing, no files. Build first: npm run build.
import { compare, fingerprint, trace } from "hearsay";

const reports = [
  {
    id: "wire",
    outlet: "Northern Press Agency",
    date: "2031-03-14T07:30",
    text: `A landslide buried the coast road near Marrow Bay on Friday morning and cut off two villages with 640 people, the
county said. Rain had fallen for nine days before the slope gave way at about 5 a.m., engineer Hanna Sverre told
reporters. Nobody was hurt, but a parked lorry was swept into the sea. The road will stay closed for at least three
weeks, and a ferry from Ulstad will carry food and fuel from Saturday, Sverre said.`,
  },
  {
    id: "spun",
    outlet: "Daily Buzz 24",
    date: "2031-03-14T11:05",
    text: `An avalanche of mud covered the shore road close to Marrow Bay on Friday morning and isolated two hamlets with 640
individuals, the county said. Rain had tumbled for nine days before the incline gave way at around 5 a.m., engineer
Hanna Sverre informed columnists. No one was harmed, yet a parked truck was cleared into the ocean. The road will
remain shut for no less than three weeks, and a ship from Ulstad will convey food and fuel from Saturday, Sverre said.`,
  },
  {
    id: "own",
    outlet: "Marrow Bay Courier",
    date: "2031-03-14T18:40",
    text: `Pupils from Tangen walked to school over the beach at low tide on Friday, because there was no other way. "We packed
sandwiches for two days," said their teacher, Olav Brekke. The shop in Tangen sold out of bread by noon. Brekke's
father remembers the slide of 1974, which came down in the same place.`,
  },
].map((report) => ({ ...report, text: report.text.replaceAll("\n", " ") }));

const { derivations, origins } = trace(reports.map(fingerprint)).output;

for (const { derived, source, kind, score, reasons } of derivations)
  console.log(`${derived} comes from ${source}: ${kind}, ${Math.round(score * 100)} %, ${reasons.join(", ")}`);
console.log(`${origins.length} independent voices: ${origins.map((o) => o.articles.join(" + ")).join("; ")}`);

const [wire, spun] = reports;
const words = (report, stretch) => report.text.slice(stretch.start, stretch.end);
console.log("What the second changed in the first:");
for (const { change, a, b } of compare(wire, spun)
  .b.filter((segment) => segment.change === "changed")
  .slice(0, 8))
  console.log(`  ${change}: "${words(wire, a)}" became "${words(spun, b)}"`);
