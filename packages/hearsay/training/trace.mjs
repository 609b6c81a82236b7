// node packages/hearsay/training/trace.mjs [--rows FILE] [--without NAME,…] [--write]
// Trains the trees by which trace decides whether two articles share a passage (data/trace/model/kin.json), and prints what
// they do on the halves left out. The corpora stand beside the project (HEARSAY_SHARED). --rows keeps the evidence
// collected in FILE, or takes it from there; --without leaves kinds of evidence out.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { evidenceNames } from "../dist/trace/evidence.js";
import { byWords } from "../dist/trace/kinship.js";
import { leastByFacts } from "../dist/trace/odds.js";
import { train } from "./forest.mjs";
import { collect, measured } from "./trace-pairs.mjs";

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const rowsFile = option("--rows");
const without = option("--without")?.split(",") ?? [];
const names = evidenceNames.filter((name) => !without.includes(name));
const closeness = evidenceNames.indexOf("sentences");
const columns = names.map((name) => evidenceNames.indexOf(name));
const settings = { names, trees: 180, leaves: 8, rate: 0.08, lambda: 5 };
/** The least precision at the threshold: the mean over the kinds with 100 copies and more, on the halves left out. */
const precision = 0.985;

const all = rowsFile && existsSync(rowsFile) ? JSON.parse(readFileSync(rowsFile, "utf8")) : collect();
if (rowsFile && !existsSync(rowsFile)) writeFileSync(rowsFile, JSON.stringify(all));

/** Of pairs that have nothing in common every tenth stands for ten. */
const dull = (row) => row.y === 0 && row.x[0] < 0.3;
const isLearnt = (row) => !row.kind.startsWith(measured);
const learnt = all.filter(isLearnt);
const rows = learnt.filter((row, i) => !dull(row) || i % 10 === 0);
const half = (row) => hash(row.group) % 2;
const halves = [0, 1].map((fold) => fit(rows.filter((row) => half(row) !== fold)));
const whole = fit(rows);
const judgeOf = (row) => (isLearnt(row) ? halves[half(row)] : whole);
const calibration = calibrationOf(learnt.map((row) => ({ odds: oddsOf(judgeOf(row), row), y: row.y })));
const judged = all.map((row) => ({ ...row, p: logistic(calibrated(oddsOf(judgeOf(row), row))) }));
const kinds = new Map();
for (const row of judged) kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row]);
const threshold = thresholdOf();
report();
if (args.includes("--write")) {
  const model = { ...onScale(whole), threshold };
  writeFileSync(new URL("../data/trace/model/kin.json", import.meta.url), `${JSON.stringify(short(model))}\n`);
}

function fit(of) {
  const weights = of.map((row) => (dull(row) ? 10 : 1) * row.weight);
  const labels = of.map((row) => row.y);
  return train({ rows: of.map((row) => columns.map((at) => row.x[at])), labels, weights, ...settings }).forest;
}

function oddsOf({ base, trees }, { x }) {
  let odds = base;
  for (const { f, t, l, v } of trees) {
    let node = 0;
    while (f[node] >= 0) node = x[columns[f[node]]] <= t[node] ? l[node] : l[node] + 1;
    odds += v[node];
  }
  return odds;
}

/** Weights and learning by heart make the odds too sure: the line through them that fits the pairs left out (Platt). */
function calibrationOf(pairs) {
  let [scale, shift] = [1, 0];
  for (let round = 0; round < 20; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { odds, y } of pairs) {
      const p = logistic(scale * odds + shift);
      const w = Math.max(1e-9, p * (1 - p));
      g0 += (p - y) * odds;
      g1 += p - y;
      h00 += w * odds * odds;
      h01 += w * odds;
      h11 += w;
    }
    const det = h00 * h11 - h01 * h01;
    scale -= (h11 * g0 - h01 * g1) / det;
    shift -= (h00 * g1 - h01 * g0) / det;
  }
  console.log(`odds × ${scale.toFixed(3)} ${shift < 0 ? "−" : "+"} ${Math.abs(shift).toFixed(3)}`);
  return { scale, shift };
}

function calibrated(odds) {
  return calibration.scale * odds + calibration.shift;
}

function logistic(odds) {
  return 1 / (1 + Math.exp(-odds));
}

/** The forest with its calibration inside. */
function onScale(forest) {
  const { scale } = calibration;
  const trees = forest.trees.map((tree) => ({ ...tree, v: tree.v.map((v) => scale * v) }));
  return { ...forest, base: Number(calibrated(forest.base).toFixed(4)), trees };
}

/** Never under a half: what is called taken over must be likelier than not. */
function thresholdOf() {
  const copied = [...kinds.values()].filter((own) => own.filter((row) => row.y === 1).length >= 100);
  for (let t = 0.5; t < 0.99; t += 0.01)
    if (copied.reduce((sum, own) => sum + figures(own, t).precision, 0) / copied.length >= precision)
      return Number(t.toFixed(2));
  return 0.99;
}

/** As `accepts` has it: what rests on facts rather than words asks for more. */
function leastOf(row, t) {
  return row.x[closeness] < byWords ? Math.max(leastByFacts, t) : t;
}

function figures(own, t) {
  const found = own.filter((row) => row.p >= leastOf(row, t));
  const right = found.filter((row) => row.y === 1).length;
  const copies = own.filter((row) => row.y === 1).length;
  return {
    precision: right / Math.max(1, found.length),
    recall: right / Math.max(1, copies),
    wrong: found.length - right,
  };
}

function report() {
  const percent = (share) => (100 * share).toFixed(1);
  console.log(`threshold ${threshold}`);
  for (const [kind, own] of kinds) {
    const f = figures(own, threshold);
    console.log(`| ${kind} | ${own.length} | ${percent(f.recall)} | ${percent(f.precision)} | ${f.wrong} |`);
  }
  for (let from = 0; from < 10; from++) {
    const own = judged.filter((row) => isLearnt(row) && Math.min(9, Math.floor(row.p * 10)) === from);
    const copies = own.filter((row) => row.y === 1).length;
    console.log(`| ${from / 10}–${(from + 1) / 10} | ${own.length} | ${percent(copies / Math.max(1, own.length))} |`);
  }
}

function short({ features, base, threshold: t, trees }) {
  const four = (n) => Number(n.toPrecision(4));
  return {
    features,
    base,
    threshold: t,
    trees: trees.map((tree) => ({ ...tree, t: tree.t.map(four), v: tree.v.map(four) })),
  };
}

function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}
