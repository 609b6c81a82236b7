// Trains and cross-validates the block and line classifiers of the read stage.
// usage: node training/read.mjs CORPUS.jsonl.gz … [--folds K] [--write] [--only html|flat] [--worst N] [--every N]
//   A corpus holds {id, url, html, body} a line (Web Content Extraction Benchmark, CC BY 4.0) or {id, url, html, with,
//   without} (the evaluation set in trafilatura's repository, Apache-2.0): strings that must stay and must go.
// Prints the scores of pages left out in training, all pages of a site together, and with --worst those read worst.
// --write trains on all pages and writes the models; --folds 0 skips the scores.
import { writeFileSync } from "node:fs";
import { bucketOf, columns, pageOf, variantOf } from "./corpus.mjs";
import { predict, random, train } from "./forest.mjs";
import { recordsIn } from "./records.mjs";
import { scored, textOf } from "./score.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const only = args.includes("--only") ? args[args.indexOf("--only") + 1] : null;
const folds = option("--folds", 5);
const settings = {
  trees: option("--trees", 180),
  leaves: option("--leaves", 24),
  rate: option("--rate", 0.1),
  minHess: option("--hess", 2),
  columnShare: option("--columns", 0.3),
  lambda: option("--lambda", 2),
};
const records = args
  .filter((one) => /\.jsonl(\.gz)?$/.test(one))
  .flatMap(recordsIn)
  .filter((_, i) => i % option("--every", 1) === 0);

/** Of what is short and not the article's there is more than enough: two in five stand for all. */
const thin = { words: 8, share: 0.4 };

function fit(kind, pages, seed) {
  const [rows, labels, weights] = [[], [], []];
  const chance = random(seed);
  for (const page of pages)
    for (let i = 0; i < page.rows.length; i++) {
      if (page.weights[i] === 0) continue;
      const plenty = page.labels[i] === 0 && page.gold.body !== undefined && page.items[i].wording.words < thin.words;
      if (plenty && chance() >= thin.share) continue;
      rows.push(page.rows[i]);
      labels.push(page.labels[i]);
      weights.push(page.weights[i] / (plenty ? thin.share : 1));
    }
  return train({ rows, labels, weights, names: columns[kind], seed, ...settings });
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

for (const kind of ["html", "flat"]) {
  if (only !== null && only !== kind) continue;
  const started = Date.now();
  const pages = records.map((gold) => pageOf(kind, gold));
  const variants = records.map((gold) => variantOf(kind, gold)).filter((page) => page !== null);
  const total = pages.reduce((sum, page) => sum + page.rows.length, 0);
  console.log(`${kind}: ${pages.length} pages, ${total} blocks, ${columns[kind].length} columns, ${seconds(started)}`);
  console.log(`  best that blocks allow: ${scored(pages, (page) => textOf(page, page.labels)).line}`);
  for (let k = 0; k < folds; k++) {
    const left = (page) => bucketOf(page.site, folds) === k;
    const { forest } = fit(
      kind,
      [...pages, ...variants].filter((page) => !left(page)),
      k + 1,
    );
    for (const page of pages.filter(left))
      page.answer = textOf(
        page,
        page.rows.map((row) => predict(forest, row)),
      );
    console.log(`  fold ${k + 1}: ${scored(pages.filter(left), (page) => page.answer).line}, ${seconds(started)}`);
  }
  if (folds > 0) {
    const { line, pages: worst } = scored(pages, (page) => page.answer);
    console.log(`  pages left out: ${line}`);
    for (const { id, f1, precision, recall } of worst.slice(0, option("--worst", 0)))
      console.log(`    ${id} ${[f1, precision ?? 0, recall].map((share) => (100 * share).toFixed(1)).join(" ")}`);
  }
  if (args.includes("--write")) write(kind, [...pages, ...variants]);
  console.log(`  ${seconds(started)}`);
}

function write(kind, pages) {
  const { forest, gains } = fit(kind, pages, 101);
  writeFileSync(new URL(`../data/read/model/${kind}.json`, import.meta.url), `${JSON.stringify(forest)}\n`);
  const order = forest.features.map((name, i) => [name, gains[i]]).sort((a, b) => b[1] - a[1]);
  console.log(`  ${kind}: ${order.map(([name, gain]) => `${name} ${gain.toFixed(0)}`).join(", ")}`);
}
