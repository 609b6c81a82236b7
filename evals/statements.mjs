// node evals/statements.mjs: the accuracy of `hearsay stage statements` on PolNeAR dev by kind, cue, outlet and source,
// with 95 % intervals, written to docs/statements-measured.md. The corpus stands beside the project. With --ablate also what each
// kind of knowledge is worth, which is learnt anew line by line; else that table stays as it is.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { corpus, filterRecords, readLines, root } from "./lib.mjs";
import { ablation } from "./statements-ablation.mjs";

const scorer = corpus("statements/score-attribution.mjs");
const { scoreArticle, tokenize } = await import(pathToFileURL(scorer).href);
const gold = readLines(corpus("statements/polnear-dev.jsonl"));
const output = await filterRecords(
  "statements",
  gold.map(({ id, text, date }) => ({ id, text, date })),
  "polnear.jsonl",
);
const found = new Map(readLines(output).map((line) => [line.id, line]));

const measures = ["found", "soft", "exact"];
const pronouns = new Set("i you he she it we they who which that this these those one him her them us me".split(" "));
const documents =
  /\b(?:poll|survey|study|report|letter|statement|memo|document|article|book|email|e-mail|post|tweet|video|data|figures|filing|records?|transcript|ad|site|website)s?\b/i;

/** What a source is by its words: none, a pronoun, a document, a name, or a description ("two officials"). */
function sourceType(text, spans) {
  const words = spans.flatMap(({ start, end }) => {
    const part = text.slice(start, end);
    return tokenize(part).map(([a, b]) => part.slice(a, b));
  });
  if (words.length === 0) return "no source in the text";
  if (words.length === 1 && pronouns.has(words[0].toLowerCase())) return "pronoun";
  if (documents.test(words.join(" "))) return "document or poll";
  if (words.slice(1).some(isName) || (words.length === 1 && isName(words[0]))) return "holds a name";
  return "description without a name";
}
const isName = (word) => /^\p{Lu}/u.test(word);

/** Counts of one article, gold and found narrowed down to those attributions that `keeps` lets pass. */
function narrowed(article, keeps) {
  const pred = found.get(article.id);
  const of = (list) => (list ?? []).filter((a) => keeps(article.text, a));
  const [g, p] = [of(article.attributions), of(pred?.attributions)];
  const recall = scoreArticle({ ...article, attributions: g }, pred).c;
  const precision = scoreArticle(article, { ...pred, attributions: p }).c;
  return Object.fromEntries(
    measures.flatMap((m) => [
      [`${m}.tpg`, recall[`rel.${m}.tp`] ?? 0],
      [`${m}.g`, recall[`rel.${m}.g`] ?? 0],
      [`${m}.tpp`, precision[`rel.${m}.tp`] ?? 0],
      [`${m}.p`, precision[`rel.${m}.p`] ?? 0],
    ]),
  );
}

function scored(article, options) {
  const { c } = scoreArticle(article, found.get(article.id), options);
  return Object.fromEntries(
    measures.flatMap((m) => [
      [`${m}.tpg`, c[`rel.${m}.tp`]],
      [`${m}.g`, c[`rel.${m}.g`]],
      [`${m}.tpp`, c[`rel.${m}.tp`]],
      [`${m}.p`, c[`rel.${m}.p`]],
    ]),
  );
}

function f1(counts, m) {
  let [tpg, g, tpp, p] = [0, 0, 0, 0];
  for (const c of counts) {
    tpg += c[`${m}.tpg`];
    g += c[`${m}.g`];
    tpp += c[`${m}.tpp`];
    p += c[`${m}.p`];
  }
  const [precision, recall] = [p ? tpp / p : 0, g ? tpg / g : 0];
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
}

/** 95 % of 1,000 draws of as many articles, with replacement; the draws are the same on every run. */
function interval(counts, m) {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const values = Array.from({ length: 1000 }, () =>
    f1(
      counts.map(() => counts[Math.floor(random() * counts.length)]),
      m,
    ),
  ).sort((a, b) => a - b);
  return [values[25], values[974]];
}

const percent = (x) => (100 * x).toFixed(1);
function row(name, counts) {
  const attributions = counts.reduce((n, c) => n + c["found.g"], 0);
  const cells = measures.map((m) => {
    const [low, high] = interval(counts, m);
    return `${percent(f1(counts, m))} (${percent(low)}–${percent(high)})`;
  });
  return `| ${name} | ${attributions} | ${cells.join(" | ")} |`;
}

const head = "| | marked by people | found | soft | exact |\n|---|---:|---:|---:|---:|";
const table = (rows) => [head, ...rows].join("\n");
const all = (options) => gold.map((article) => scored(article, options));
const outlets = [...new Set(gold.map((g) => g.outlet))].sort();
const types = ["holds a name", "pronoun", "description without a name", "document or poll", "no source in the text"];

const path = join(root, "docs/statements-measured.md");
const opening = "## What each kind of knowledge is worth";
const ablated = process.argv.includes("--ablate")
  ? `${opening}

\`node evals/statements.mjs --ablate\`. Each line takes one kind of knowledge away from features and rules and learns everything
anew, from an eighth of PolNeAR train with less patience than the shipped weights (one run, two parts): compare lines with
one another only, and make nothing of half a point. Tags are taken from the features alone: rules, and which words may be cues at all,
go by them still. Without the sentences around, quotations end with their sentence and none goes to a speaker without a cue.

| taken away | found | soft | exact | speech: found | soft | exact |
|---|---:|---:|---:|---:|---:|---:|
${(await ablation(console.error)).map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`
  : /\n(## What each kind of knowledge is worth\n[\s\S]*)$/.exec(readFileSync(path, "utf8"))?.[1];

const document = `# Statements: what was measured

Generated by \`node evals/statements.mjs\`; how to read it, and what goes wrong, is in [statements](statements.md).
PolNeAR dev, ${gold.length} articles, \`hearsay stage statements\`. F1 in percent, in brackets 95 % of 1,000 draws of the articles.
*Found*: the cue, or half of the content. *Soft*: the cue and half of the words of source and of content. *Exact*: all words.
Two people agree at 83.4 / 73.0 / 60.2, on speech cues at 94.4 / 85.6 / 73.4 (on the test part, as published).

## Over all, and by kind

${table([
  row("all", all({})),
  row("speech cues only", all({ speech: true })),
  ...["direct", "mixed", "indirect"].map((only) => row(only, all({ only }))),
])}

## By outlet

${table(
  outlets.map((outlet) =>
    row(
      outlet,
      gold.filter((g) => g.outlet === outlet).map((g) => scored(g, {})),
    ),
  ),
)}

## By source

By the words of the source alone. Recall counts the sources that people marked, precision those that were found.

${table(
  types.map((type) =>
    row(
      type,
      gold.map((g) => narrowed(g, (text, a) => sourceType(text, a.source) === type)),
    ),
  ),
)}
${ablated === undefined ? "" : `\n${ablated}`}`;
console.log(document);
if (!process.argv.includes("--dry")) writeFileSync(path, document);
