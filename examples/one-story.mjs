// Analyses a folder of articles in memory and prints what independent origins agree on, each line with its words.
//
//   node examples/one-story.mjs                       the sample story of the severed cable
//   node examples/one-story.mjs FOLDER                your own .txt and .html files
//
// Nothing is stored; `npx hearsay add FOLDER` keeps a story. Build first: npm run build.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, makeReport, verify } from "hearsay";

const folder = process.argv[2] ?? fileURLToPath(new URL("../stories/cable/articles", import.meta.url));
const files = readdirSync(folder).filter((file) => /\.(?:html?|txt)$/.test(file));
const captures = files.map((file) => ({ id: file, file, bytes: readFileSync(join(folder, file)) }));

const report = makeReport(await analyse(basename(folder), captures));
const labels = new Map(report.articles.map(({ id, label }) => [id, label]));

console.log(`${report.summary.articles} articles, ${report.summary.origins} origins`);
for (const claim of report.claims.filter(({ verdict }) => verdict === "corroborated")) {
  console.log(`\n${claim.proposition}  (${claim.origins} origins)`);
  for (const { article, span, origin } of claim.support.filter(({ partial }) => !partial))
    console.log(`  ${labels.get(article)}, ${origin}: "${span.text}"`);
}

for (const { severity, message, file } of [...report.diagnostics, ...verify(report)])
  if (severity !== "info") console.error(`${severity} ${file ?? ""}: ${message}`);
