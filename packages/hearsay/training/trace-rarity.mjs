// node packages/hearsay/training/trace-rarity.mjs [--write]
// Makes data/trace/model/rarity.json: in what share of news articles a word stands, by its stem. Text: PolNeAR train and
// the bodies of the Web Content Extraction Benchmark's dev part. No word of fewer than `fewest` articles is kept.
import { writeFileSync } from "node:fs";
import { corpus, readLines } from "../../../evals/lib.mjs";
import { readingOf } from "../dist/trace/reading.js";
import { formOf, stemOf, wordClass } from "../dist/trace/words.js";

const fewest = 4;
const counts = new Map();
let articles = 0;
for (const text of texts()) {
  articles++;
  const { start, end, kind } = readingOf(text);
  const own = new Set();
  for (let i = 0; i < kind.length; i++)
    if (kind[i] !== wordClass.stop) own.add(stemOf(formOf(text.slice(start[i], end[i]))));
  for (const stem of own) counts.set(stem, (counts.get(stem) ?? 0) + 1);
}
/** Counts in steps of a sixth, so that the words of one count stand together. */
const step = (n) => Math.round(1.17 ** Math.round(Math.log(n) / Math.log(1.17)));
const byCount = new Map();
for (const [stem, n] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  if (n >= fewest && /^[\p{L}\p{N}]{1,24}$/u.test(stem)) byCount.set(step(n), [...(byCount.get(step(n)) ?? []), stem]);
const words = Object.fromEntries([...byCount].sort(([a], [b]) => a - b).map(([n, stems]) => [n, stems.join(" ")]));
const body = `${JSON.stringify({ articles, words })}\n`;
console.log(`${articles} articles, ${[...byCount.values()].flat().length} words, ${body.length} bytes`);
if (process.argv.includes("--write")) writeFileSync(new URL("../data/trace/model/rarity.json", import.meta.url), body);

function* texts() {
  for (const { text } of readLines(corpus("statements/polnear-train.jsonl"))) yield text;
  for (const { body } of readLines(corpus("read/articles-dev.jsonl.gz"))) if (body) yield body;
}
