// Scores trees: `node evals/score-parse.mjs gold.conllu answer.conllu [--relations]`. Same words on both sides; shares of
// all words, punctuation included; LAS without relation subtypes, as the CoNLL 2018 shared task counts it. --relations
// prints a table (Markdown) of the F1 of each relation, head and relation both right.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConllu } from "../packages/english/dist/index.js";
import { relationTable, score, scoreLine } from "../packages/english/dist/train/score.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { relations: { type: "boolean" } } });
const [gold, answer] = positionals;
if (gold === undefined || answer === undefined) {
  console.error("usage: node evals/score-parse.mjs gold.conllu answer.conllu [--relations]");
  process.exit(2);
}
const [right, given] = [gold, answer].map((file) => readConllu(readFileSync(file, "utf8")));
console.log(values.relations ? relationTable(right, given) : scoreLine(score(right, given)));
