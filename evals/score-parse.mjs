// Scores trees: `node evals/score-parse.mjs gold.conllu answer.conllu`. Same words on both sides; shares of all words,
// punctuation included; LAS without relation subtypes, as the CoNLL 2018 shared task counts it.
import { readFileSync } from "node:fs";
import { readConllu } from "../packages/english/dist/index.js";
import { score, scoreLine } from "../packages/english/dist/train/score.js";

const [gold, answer] = process.argv.slice(2);
if (gold === undefined || answer === undefined) {
  console.error("usage: node evals/score-parse.mjs gold.conllu answer.conllu");
  process.exit(2);
}
const load = (file) => readConllu(readFileSync(file, "utf8"));
console.log(scoreLine(score(load(gold), load(answer))));
