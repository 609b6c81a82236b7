// The evals of tracing: descent, pairs by kind, passages, stories. One method and its own thresholds on all of them.
import { readFileSync } from "node:fs";
import { corpus, filterRecords, percent, readLines, score, writeLines } from "./lib.mjs";
import { panDocuments, panFiles, panKinds, panPool } from "./pan.mjs";

const pairsScorer = corpus("trace/score-pairs.mjs");
const basil = corpus("trace/basil-events.jsonl");

const descent = {
  stage: "trace",
  name: "simulated descent (lineage-sim)",
  needs: [corpus("trace/lineage-sim-docs.jsonl"), corpus("trace/lineage-sim-edges.jsonl"), pairsScorer],
  async run() {
    const docs = readLines(corpus("trace/lineage-sim-docs.jsonl"));
    const { edges, groups } = await traced(
      docs.map(({ id, text, published, outlet }) => ({ id, text, date: published, outlet })),
      "sim",
    );
    const rows = edges.filter((e) => e.source).map((e) => ({ from: e.source, to: e.derived }));
    const single = docs.filter((d) => d.roots.length === 1).map((d) => ({ id: d.id, cluster: d.roots[0] }));
    const e = scored("edges", readLines(corpus("trace/lineage-sim-edges.jsonl")), rows);
    return [
      { measure: "directed F1", value: percent(e.directed.f1), goal: 80 },
      { measure: "direction", value: percent(e.directionAccuracy), goal: 95 },
      { measure: "origins B³", value: bCubed(single, groups), goal: 98 },
    ];
  },
};

const spun = ["light", "medium", "heavy", "heavy-half", "hostile"].map((level) => ({
  stage: "trace",
  name: `machine-spun copies, ${level} (news-spun)`,
  needs: [corpus("trace/news-spun.jsonl"), basil, pairsScorer],
  async run() {
    const copies = readLines(corpus("trace/news-spun.jsonl")).filter((d) => d.level === level);
    const { edges } = await traced(
      [...readLines(basil), ...copies].map(({ id, text }) => ({ id, text })),
      level,
    );
    const gold = copies.flatMap((d, i) => [
      { a: d.id, b: d.source, label: 1 },
      ...(d.host ? [{ a: d.id, b: d.host, label: null }] : []),
      ...copies.slice(i + 1).flatMap((e) => (madeAlike(d, e) ? [{ a: d.id, b: e.id, label: null }] : [])),
    ]);
    return pairRows(gold, edges, level === "hostile" ? 90 : level === "heavy" ? 100 : undefined);
  },
}));

/** Two copies made from the same article, or one from what hosts the other, do share a text: neither right nor wrong. */
const madeAlike = (d, e) => [d.source, d.host].some((id) => id && (id === e.source || id === e.host));

/** PAN calls a plain copy "none": 100 is the goal for copies. */
const panGoals = { "no-obfuscation": 100, "translation-obfuscation": 99, "summary-obfuscation": 75 };
const pan = panKinds.map((kind) => ({
  stage: "trace",
  name: `passages as articles, ${kind} (PAN13 train)`,
  needs: [...panFiles, pairsScorer],
  async run({ step }) {
    const { records, gold } = panPool(kind, step);
    const { edges } = await traced(records, kind);
    return pairRows(gold, edges, panGoals[kind]);
  },
}));

const panPassages = {
  stage: "trace",
  name: "passages in documents rebuilt around them (PAN13 train, every 5th pair)",
  needs: [...panFiles, corpus("trace/score-passages.mjs"), corpus("trace/score-pairs.mjs")],
  async run({ step }) {
    const { filter } = await import("../packages/hearsay/dist/cli/filters/trace.js");
    const { documents, gold } = panDocuments(5 * step);
    const found = documents.map((pair) => passagesOf(filter, pair));
    const [g, p] = [writeLines("pan-gold.jsonl", gold), writeLines("pan-found.jsonl", found)];
    const out = score(corpus("trace/score-passages.mjs"), "--gold", g, "--pred", p);
    const figure = (kind, what) => Number(new RegExp(`${kind} .*?${what} ([\\d.]+)`).exec(out)[1]);
    return [
      { measure: "plagdet", value: percent(figure("entire", "plagdet")), goal: 88 },
      ...["precision", "recall"].map((what) => ({ measure: what, value: percent(figure("entire", what)) })),
      ...panKinds.map((kind) => ({ measure: `plagdet, ${kind}`, value: percent(figure(kind, "plagdet")) })),
    ];
  },
};

/** Each pair is a set of its own, as in the competition; offsets in code points. */
function passagesOf(filter, { susp, src, derived, source }) {
  const { edges } = filter.run([
    { id: susp, text: derived },
    { id: src, text: source },
  ]);
  const [inSusp, inSrc] = [codePoints(derived), codePoints(source)];
  const spans = edges.flatMap((edge) =>
    edge.passages
      .filter((passage) => passage.source)
      .map((passage) => (edge.derived === susp ? passage : { derived: passage.source, source: passage.derived }))
      .map(({ derived: [a, b], source: [c, d] }) => ({
        this_offset: inSusp(a),
        this_length: inSusp(b) - inSusp(a),
        source_offset: inSrc(c),
        source_length: inSrc(d) - inSrc(c),
      })),
  );
  return { susp, src, spans };
}

/** From UTF-16 offsets to code points. */
function codePoints(text) {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const low = text.charCodeAt(i) >= 0xdc00 && text.charCodeAt(i) < 0xe000;
    before[i + 1] = before[i] + (low ? 0 : 1);
  }
  return (offset) => before[offset];
}

/** Training has the odd topics. */
const isHeldOut = (id) => Number.parseInt(id, 10) % 2 === 0;

/** Pairs between the classes are neither right nor wrong: whether a third of a text makes a copy is a matter of taste. */
const ecbCopies = {
  stage: "trace",
  name: "wire copies, silver (ECB+ dev, even topics)",
  needs: [corpus("trace/ecbplus-copies-silver-dev.jsonl"), corpus("trace/ecbplus-stories-dev.jsonl"), pairsScorer],
  async run() {
    const { edges, groups } = await traced(
      readLines(corpus("trace/ecbplus-stories-dev.jsonl"))
        .filter(({ id }) => isHeldOut(id))
        .map(({ id, text }) => ({ id, text })),
      "ecb",
    );
    const label = { copy: 1, none: 0 };
    const gold = readLines(corpus("trace/ecbplus-copies-silver-dev.jsonl"))
      .filter((p) => isHeldOut(p.a) && isHeldOut(p.b))
      .map((p) => ({ a: p.a, b: p.b, label: label[p.class] ?? null }));
    const oneVoice = groups.flatMap((ids) =>
      ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ derived: a, source: b, kind: "copy" }))),
    );
    return pairRows(gold, [...edges, ...oneVoice], 100);
  },
};

const stories = [
  { name: "BASIL events", file: basil, story: (d) => d.event },
  { name: "ECB+ dev", file: corpus("trace/ecbplus-stories-dev.jsonl"), story: (d) => d.story, goal: 92 },
].map(({ name, file, story, goal }) => ({
  stage: "trace",
  name: `articles of one event found together (${name})`,
  needs: [file, pairsScorer],
  async run() {
    const docs = readLines(file);
    const { stories: found } = await traced(
      docs.map(({ id, text }) => ({ id, text })),
      `stories-${goal}`,
    );
    const gold = docs.map((d) => ({ id: d.id, cluster: story(d) }));
    return [{ measure: "B³", value: bCubed(gold, found), ...(goal ? { goal } : {}) }];
  },
}));

/** A stream of all topics mixed, in an order by chance; threshold not chosen on it, one small weight on the odd topics. */
const finding = {
  stage: "find",
  name: "a mixed stream sorted into stories as it comes (ECB+ dev)",
  needs: [corpus("trace/ecbplus-stories-dev.jsonl"), pairsScorer],
  async run({ step }) {
    const { Chance } = await import("./reliability/fuzz/chance.mjs");
    const docs = readLines(corpus("trace/ecbplus-stories-dev.jsonl")).filter((_, i) => i % step === 0);
    const chance = new Chance(1);
    const stream = docs
      .map(({ id, text, story }) => ({ id, text, story, at: chance.next() }))
      .sort((a, b) => a.at - b.at);
    const output = await filterRecords(
      "find",
      stream.map(({ id, text }) => ({ id, text })),
      "find.json",
    );
    const { stories: online, settled } = JSON.parse(readFileSync(output, "utf8"));
    const evens = (groups) => groups.map((ids) => ids.filter(isHeldOut)).filter((ids) => ids.length > 0);
    const gold = stream.map(({ id, story }) => ({ id, cluster: story }));
    return [
      { measure: "B³ as it comes", value: bCubed(gold, online) },
      {
        measure: "B³ as it comes, even topics",
        value: bCubed(
          gold.filter(({ id }) => isHeldOut(id)),
          evens(online),
        ),
      },
      { measure: "B³ once settled", value: bCubed(gold, settled), goal: 92 },
    ];
  },
};

export const traceEvals = [finding, descent, ...spun, ...pan, panPassages, ecbCopies, ...stories];

async function traced(records, name) {
  const output = await filterRecords("trace", records, `trace-${name}.json`);
  return JSON.parse(readFileSync(output, "utf8").trim().split("\n").at(-1));
}

/** Recall and precision of what was found, at the tool's own threshold. */
function pairRows(gold, edges, goal) {
  const pred = edges.filter((e) => e.source && e.kind !== "cites").map((e) => ({ a: e.derived, b: e.source }));
  const { atThreshold } = scored("pairs", gold, pred, "--threshold", "0.5");
  return [
    { measure: "recall", value: percent(atThreshold.recall), ...(goal ? { goal } : {}) },
    { measure: "precision", value: percent(atThreshold.precision), goal: 95 },
  ];
}

function bCubed(gold, groups) {
  const clusters = groups.flatMap((ids, cluster) => ids.map((id) => ({ id, cluster })));
  return percent(scored("clusters", gold, clusters).bcubed.f1);
}

function scored(mode, gold, pred, ...rest) {
  const [g, p] = [writeLines(`${mode}-gold.jsonl`, gold), writeLines(`${mode}-pred.jsonl`, pred)];
  return JSON.parse(score(pairsScorer, mode, "--gold", g, "--pred", p, ...rest));
}
