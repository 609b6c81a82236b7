// The evals, a stage after the other. Each says what it needs, runs the stage filter, and gives its figures.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scoreGold } from "./causes-gold.mjs";
import { flatten } from "./flatten.mjs";
import { needs as joinNeeds, joinRows } from "./joins.mjs";
import {
  corpus,
  filter,
  filterRecords,
  number,
  percent,
  readLines,
  root,
  sample,
  score,
  shared,
  writeLines,
} from "./lib.mjs";
import { modeRows } from "./modes.mjs";
import { traceEvals } from "./trace.mjs";

/** @typedef {{ measure: string, value: number, goal?: number, lower?: boolean, peer?: boolean }} Row
 * `peer` marks another tool's figure: it is shown and never a floor. */

const readScorer = corpus("read/score-body.mjs");
const story = (dir) => [join(dir, "gold.json"), join(shared, "stories/score-story.mjs")];
const sampleStory = join(root, "stories/cable");

export const evals = [
  {
    stage: "read",
    name: "HTML bodies and metadata (articles-dev)",
    basis: "trained on",
    needs: [corpus("read/articles-dev.jsonl.gz"), readScorer],
    async run({ step }) {
      const gold = sample(readLines(corpus("read/articles-dev.jsonl.gz")), step);
      const pred = await filterRecords(
        "read",
        gold.map(({ id, html, url }) => ({ id, html, url })),
        "read-articles.jsonl",
      );
      const out = score(readScorer, writeLines("gold-articles.jsonl", gold), pred);
      return [
        { measure: "4-gram F1", value: number(out, /page-F1 [\d.]+ F1 ([\d.]+)/), goal: 96 },
        { measure: "title right", value: number(out, /title ([\d.]+) right/), goal: 85 },
        { measure: "author right", value: number(out, /author ([\d.]+) right/), goal: 75 },
        { measure: "date right", value: number(out, /date ([\d.]+) right/), goal: 92 },
        { measure: "date wrong", value: number(out, /date [\d.]+ right ([\d.]+) wrong/), goal: 2, lower: true },
      ];
    },
  },
  {
    stage: "read",
    name: "HTML strings (pages-dev)",
    basis: "trained on",
    needs: [corpus("read/pages-dev.jsonl.gz"), corpus("read/score-read.mjs")],
    async run({ step }) {
      const gold = sample(readLines(corpus("read/pages-dev.jsonl.gz")), step);
      const pred = await filterRecords(
        "read",
        gold.map(({ id, html, url }) => ({ id, html, url })),
        "read-pages.jsonl",
      );
      const out = score(corpus("read/score-read.mjs"), writeLines("gold-pages.jsonl", gold), pred);
      return [{ measure: "string F1", value: number(out, /F1 ([\d.]+)/), goal: 93 }];
    },
  },
  {
    stage: "read",
    name: "flat scrapes (articles-dev flattened to lines)",
    basis: "trained on",
    needs: [corpus("read/articles-dev.jsonl.gz"), readScorer],
    async run({ step }) {
      const gold = sample(readLines(corpus("read/articles-dev.jsonl.gz")), step);
      const flat = gold.map(({ id, html }) => ({ id, text: flatten(html) }));
      const pred = await filterRecords("read", flat, "read-flat.jsonl");
      const out = score(readScorer, writeLines("gold-flat.jsonl", gold), pred);
      return [{ measure: "4-gram F1", value: number(out, /page-F1 [\d.]+ F1 ([\d.]+)/), goal: 93 }];
    },
  },
  ...["ewt", "gum"].map((bank) => ({
    stage: "parse",
    name: `UD English ${bank.toUpperCase()} dev, gold tokens, own tags`,
    needs: [corpus(`syntax/en_${bank}-ud-dev.conllu`)],
    async run() {
      const gold = corpus(`syntax/en_${bank}-ud-dev.conllu`);
      const pred = await filter("parse", readFileSync(gold), `parse-${bank}.conllu`);
      const out = score(join(root, "evals/score-parse.mjs"), gold, pred);
      return [
        { measure: "UAS", value: number(out, /UAS ([\d.]+)/) },
        { measure: "LAS", value: number(out, /LAS ([\d.]+)/), ...(bank === "ewt" ? { goal: 82 } : {}) },
        { measure: "UPOS", value: number(out, /UPOS ([\d.]+)/) },
        { measure: "XPOS", value: number(out, /XPOS ([\d.]+)/) },
        { measure: "lemma", value: number(out, /lemma ([\d.]+)/) },
        { measure: "FEATS", value: number(out, /feats ([\d.]+)/) },
        { measure: "nsubj F1", value: number(out, /nsubj-F1 ([\d.]+)/), goal: 87 },
        { measure: "obj F1", value: number(out, /obj-F1 ([\d.]+)/), goal: 87 },
      ];
    },
  })),
  ...["", "news,interview,bio,speech"].map((genres) => ({
    stage: "names",
    name: `GUM dev${genres ? `, ${genres}` : ""}: names and coreference`,
    needs: [corpus("syntax/en_gum-ud-dev.conllu")],
    async run() {
      const only = genres ? ["--genres", genres] : [];
      return JSON.parse(
        score(join(root, "evals/score-names.mjs"), corpus("syntax/en_gum-ud-dev.conllu"), "--json", ...only),
      );
    },
  })),
  ...["timebank-dev", "aquaint"].map((name) => ({
    stage: "times",
    name: `TempEval-3 ${name}`,
    needs: [corpus(`times/${name}.jsonl`), corpus("times/score-times.mjs")],
    async run() {
      const gold = corpus(`times/${name}.jsonl`);
      const pred = await filter("times", readFileSync(gold), `${name}.jsonl`);
      const { chronoTimes } = await import("./chrono.mjs");
      const peer = writeLines(`chrono-${name}.jsonl`, readLines(gold).map(chronoTimes));
      const [ours, theirs] = [pred, peer].map((path) => score(corpus("times/score-times.mjs"), gold, path));
      return [
        { measure: "value F1", value: number(ours, /value .*F1 ([\d.]+)/), goal: 78 },
        { measure: "relaxed F1", value: number(ours, /relaxed .*F1 ([\d.]+)/), goal: 90 },
        { measure: "chrono-node: value F1", value: number(theirs, /value .*F1 ([\d.]+)/), peer: true },
        { measure: "chrono-node: relaxed F1", value: number(theirs, /relaxed .*F1 ([\d.]+)/), peer: true },
      ];
    },
  })),
  ...["ewt", "gum"].map((bank) => ({
    stage: "amounts",
    name: `UD English ${bank.toUpperCase()} dev: numbers that modify a noun`,
    needs: [corpus(`syntax/en_${bank}-ud-dev.conllu`)],
    async run() {
      const gold = corpus(`syntax/en_${bank}-ud-dev.conllu`);
      return JSON.parse(score(join(root, "evals/score-amounts.mjs"), gold, "--json"));
    },
  })),
  {
    stage: "statements",
    name: "PolNeAR dev",
    needs: [corpus("statements/polnear-dev.jsonl"), corpus("statements/score-attribution.mjs")],
    async run() {
      const gold = readLines(corpus("statements/polnear-dev.jsonl"));
      const pred = await filterRecords(
        "statements",
        gold.map(({ id, text, date }) => ({ id, text, date })),
        "polnear.jsonl",
      );
      const scorer = corpus("statements/score-attribution.mjs");
      const all = JSON.parse(score(scorer, corpus("statements/polnear-dev.jsonl"), pred, "--json"));
      const speech = JSON.parse(score(scorer, corpus("statements/polnear-dev.jsonl"), pred, "--speech", "--json"));
      return [...attributionRows(all, "", [83, 67, 50]), ...attributionRows(speech, "speech: ", [94, 80, 64])];
    },
  },
  {
    stage: "events",
    name: "PLV train, five folds left out in turn, pairs ranked",
    needs: [corpus("events/plv-train.jsonl")],
    async run() {
      const out = score(join(root, "packages/hearsay/training/events.mjs"), corpus("events/plv-train.jsonl"));
      return [
        { measure: "found", value: number(out, /pair found ([\d.]+) %/), goal: 85 },
        { measure: "direction", value: number(out, /direction ([\d.]+) %/), goal: 96 },
        { measure: "events a sentence", value: number(out, /by ([\d.]+) events/), goal: 1.6, lower: true },
        { measure: "pair and root", value: number(out, /pair and root ([\d.]+) %/) },
        { measure: "root given found", value: number(out, /classifier ([\d.]+) %/), goal: 78 },
        { measure: "root given found, rules alone", value: number(out, /rules ([\d.]+) %/) },
      ];
    },
  },
  {
    stage: "events",
    name: "own sentences: how an event is meant (evals/modes.jsonl)",
    needs: [],
    run: modeRows,
  },
  {
    stage: "causes",
    name: "Causal News Corpus train",
    basis: "trained on",
    needs: [corpus("causes/cnc-train.jsonl"), corpus("causes/score-causes.mjs")],
    async run({ step }) {
      const gold = sample(readLines(corpus("causes/cnc-train.jsonl")), step);
      const pred = await filterRecords(
        "causes",
        gold.map(({ id, text }) => ({ id, text })),
        "cnc.jsonl",
      );
      const out = score(corpus("causes/score-causes.mjs"), writeLines("gold-cnc.jsonl", gold), pred);
      return [
        { measure: "sentence F1", value: number(out, /sentence .*F1 ([\d.]+)/), goal: 78 },
        { measure: "character F1", value: number(out, /character F1 ([\d.]+)/), goal: 65 },
      ];
    },
  },
  {
    stage: "causes",
    name: "BECAUSE dev",
    needs: [corpus("causes/because-dev.jsonl"), corpus("causes/score-causes.mjs")],
    async run() {
      const gold = corpus("causes/because-dev.jsonl");
      const pred = await filterRecords(
        "causes",
        readLines(gold).map(({ id, text }) => ({ id, text })),
        "because.jsonl",
      );
      const out = score(corpus("causes/score-causes.mjs"), gold, pred);
      return [
        { measure: "character F1", value: number(out, /character F1 ([\d.]+)/) },
        { measure: "sign right of found", value: number(out, /sign +accuracy ([\d.]+)/), goal: 95 },
        { measure: "minus recall", value: number(out, /minus recall ([\d.]+)/), goal: 85 },
      ];
    },
  },
  {
    stage: "causes",
    name: "own causal claims (210 sentences)",
    needs: [join(root, "evals/causes/gold.jsonl")],
    async run() {
      const gold = readLines(join(root, "evals/causes/gold.jsonl"));
      const pred = await filterRecords(
        "causes",
        gold.map(({ id, text }) => ({ id, text })),
        "own-causes.jsonl",
      );
      const { measures } = scoreGold(gold, readLines(pred));
      return Object.entries(measures).map(([measure, value]) => ({ measure, value }));
    },
  },
  ...traceEvals,
  { stage: "weigh", name: "clauses of independent reports (BASIL, own judgements)", needs: joinNeeds, run: joinRows },
  ...[
    {
      name: "dam, flat text",
      dir: join(shared, "stories/dam"),
      pick: (files) => files.filter((f) => f.endsWith(".txt")),
    },
    { name: "dam, pages where there are any", dir: join(shared, "stories/dam"), pick: preferPages },
    { name: "cable (the bundled sample)", dir: sampleStory, pick: (files) => files },
  ].map(({ name, dir, pick }) => ({
    stage: "story",
    name,
    needs: story(dir),
    async run() {
      const files = pick(readdirSync(join(dir, "articles")).sort());
      const records = files.map((file) => {
        const content = readFileSync(join(dir, "articles", file), "utf8");
        return { id: file.replace(/\.[a-z]+$/, ""), [file.endsWith(".html") ? "html" : "text"]: content };
      });
      const report = await filterRecords("weigh", records, `story-${name.replace(/\W+/g, "-")}.json`);
      const rows = JSON.parse(score(join(shared, "stories/score-story.mjs"), dir, report, "--json"));
      return rows
        .filter((row) => row.value !== null)
        .map((row) => ({ measure: `${row.stage}: ${row.what}`, value: row.value }));
    },
  })),
];

function preferPages(files) {
  const pages = new Set(files.filter((f) => f.endsWith(".html")).map((f) => f.replace(/\.html$/, "")));
  return files.filter((f) => f.endsWith(".html") || !pages.has(f.replace(/\.txt$/, "")));
}

function attributionRows(result, prefix, goals) {
  return ["found", "soft", "exact"].map((key, i) => ({
    measure: `${prefix}${key} F1`,
    value: percent(result.relations[key].f1),
    goal: goals[i],
  }));
}
