// Trains and cross-validates the classifier that finds the headline of a flat scrape.
// usage: node training/headline.mjs CORPUS.jsonl.gz [--folds K] [--write]
//   CORPUS holds {id, url, html, title} a line (Web Content Extraction Benchmark, CC BY 4.0).
// Pages of one site fall into one fold. Without --write it only reports how many headlines are found on pages left out.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { flatten } from "../../../evals/flatten.mjs";
import { paragraphsOf } from "../dist/read/flat.js";
import { headlineColumns, headlineRows } from "../dist/read/headline.js";
import { measureLines } from "../dist/read/measured.js";
import { predict, train } from "./forest.mjs";
import { key, recordsIn, siteOf } from "./records.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const folds = option("--folds", 5);
const settings = {
  trees: option("--trees", 100),
  leaves: option("--leaves", 10),
  rate: option("--rate", 0.1),
  minHess: option("--hess", 2),
  columnShare: option("--columns", 0.5),
  lambda: option("--lambda", 2),
};

const pages = recordsIn(args.find((one) => /\.jsonl(\.gz)?$/.test(one))).map((page) => {
  const texts = paragraphsOf(flatten(page.html));
  const rows = headlineRows(measureLines(texts));
  const labels = texts.map((text) => +(key(text) === key(page.title)));
  const fold = createHash("sha1").update(siteOf(page)).digest()[0] % folds;
  return { texts, rows, labels, fold, wanted: key(page.title) };
});
console.log(
  `${pages.length} pages; on ${pages.filter(({ labels }) => labels.includes(1)).length} the headline is a line of its own`,
);

function fit(chosen, seed) {
  const [rows, labels, weights] = [[], [], []];
  for (const page of chosen) {
    const copies = page.labels.reduce((sum, one) => sum + one, 0);
    page.rows.forEach((row, i) => {
      if (row === null) return;
      rows.push(row);
      labels.push(page.labels[i]);
      // A page counts once, however often it repeats its headline.
      weights.push(page.labels[i] === 1 ? 10 / copies : 1);
    });
  }
  return train({ rows, labels, weights, names: headlineColumns, seed, ...settings });
}

const best = ({ rows, texts }, forest) => {
  let [at, most] = [-1, 0];
  rows.forEach((row, i) => {
    const chance = row === null ? 0 : predict(forest, row);
    if (chance > most) [at, most] = [i, chance];
  });
  return { text: texts[at] ?? "", chance: most };
};

const found = [];
for (let k = 0; k < folds; k++) {
  const { forest } = fit(
    pages.filter(({ fold }) => fold !== k),
    k + 1,
  );
  for (const page of pages.filter(({ fold }) => fold === k)) {
    const { text, chance } = best(page, forest);
    found.push({ right: key(text) === page.wanted, chance });
  }
}
const percent = (part, whole) => ((100 * part) / Math.max(1, whole)).toFixed(1);
if (folds > 0) console.log(`pages left out: right ${percent(found.filter(({ right }) => right).length, found.length)}`);
for (const least of folds > 0 ? [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9] : []) {
  const sure = found.filter(({ chance }) => chance >= least);
  console.log(
    `  probability ${least} and above: ${sure.length} pages, right ${percent(sure.filter(({ right }) => right).length, sure.length)}`,
  );
}

if (args.includes("--write")) {
  const { forest, gains } = fit(pages, 101);
  writeFileSync(new URL("../data/read/model/headline.json", import.meta.url), `${JSON.stringify(forest)}\n`);
  const order = forest.features.map((name, i) => [name, gains[i]]).sort((a, b) => b[1] - a[1]);
  console.log(order.map(([name, gain]) => `${name} ${gain.toFixed(0)}`).join(", "));
}
