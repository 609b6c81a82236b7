// Trains and cross-validates the choice of an event's two sides and its type (data/events/model/pairs.json, types.json).
// usage: node training/events.mjs PAIRS.jsonl [--folds K] [--table] [--write]
//   PAIRS holds {id, text, source_spans, target_spans, root} a line (see data/events/MODEL_CARD.md).
// Without --write it only reports accuracy on lines left out; --table adds scores by type
// and which type was taken for which.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { ploverCode, typeAndMode } from "../dist/extract/events/codes.js";
import { featuresOf } from "../dist/extract/events/features.js";
import { labelsOf } from "../dist/extract/events/typing.js";
import { isMet, lineOf, packedPairs, shuffled, takenIn, trainPairs } from "./event-pairs.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const folds = option("--folds", 5);
const passes = option("--passes", 40);
const decay = option("--l2", 0.005);
const rate = option("--rate", 0.15);

const rows = readFileSync(args[0], "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const asRoot = (type) => (type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type);
const labels = [...new Set(rows.map((row) => row.root))].sort();

/** An event as the type classifier sees it, with the code the rules give it. */
function exampleOf({ tree, found }) {
  const { type, mode } = typeAndMode(tree, found.trigger);
  const code = found.lexical ? ploverCode({ type, mode: mode ?? "asserted" }) : null;
  return { features: featuresOf(tree, found, code), code };
}

/** Of the events taken of a line under some weights those that meet its pair, as examples. */
const examplesOf = (weights, line) =>
  takenIn(weights, line)
    .filter(({ tree, found }) => isMet(line.row, line.scene, tree, found.roles))
    .map(exampleOf);

const data = rows.map(lineOf);

const isFound = ({ examples }) => examples.length > 0;

/** Softmax regression by stochastic gradient descent in a fixed order; features seen once are left out. */
function train(lines) {
  const counts = new Map();
  for (const line of lines)
    for (const f of new Set(line.examples.flatMap((e) => e.features))) counts.set(f, (counts.get(f) ?? 0) + 1);
  const weights = new Map([...counts].filter(([, n]) => n > 1).map(([f]) => [f, new Float64Array(labels.length)]));
  const bias = new Float64Array(labels.length);
  for (let pass = 0; pass < passes; pass++) {
    const step = rate / (1 + pass / 4);
    for (const line of shuffled(lines, pass)) {
      for (const { features } of line.examples) {
        const known = features.map((f) => weights.get(f)).filter(Boolean);
        const sums = labels.map((_, k) => bias[k] + known.reduce((sum, w) => sum + w[k], 0));
        const top = Math.max(...sums);
        const powers = sums.map((sum) => Math.exp(sum - top));
        const total = powers.reduce((a, b) => a + b, 0);
        labels.forEach((label, k) => {
          const error = ((label === line.root ? 1 : 0) - powers[k] / total) / line.examples.length;
          bias[k] += step * error * 0.1;
          for (const w of known) w[k] += step * (error - (decay * w[k]) / 10);
        });
      }
    }
  }
  return { labels, bias: [...bias].map((x) => Math.round(x * 100)), weights: packed(weights) };
}

const packed = (weights) =>
  Object.fromEntries(
    [...weights]
      .map(([f, w]) => [f, [...w].map((x) => Math.round(x * 100))])
      .filter(([, w]) => w.some((x) => Math.abs(x) >= 5))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What the models of four fifths say of each line of the fifth, in turn. */
const outcomes = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
  const [kept, left] = [data.filter((_, i) => i % folds !== fold), data.filter((_, i) => i % folds === fold)];
  const pairs = trainPairs(kept);
  const types = train(kept.map((line) => ({ root: line.row.root, examples: examplesOf(pairs, line) })).filter(isFound));
  return left.map((line) => outcomeOf(pairs, types, line));
});

function outcomeOf(pairs, types, line) {
  const taken = takenIn(pairs, line);
  const examples = examplesOf(pairs, line);
  const turned = taken.some(({ tree, found }) => isMet(line.row, line.scene, tree, found.roles, true));
  const said = examples.map((e) => labelsOf(e.features, types)[0].label);
  const label = said.find((one) => one === line.row.root) ?? said[0] ?? null;
  const byRule = examples.some((e) => asRoot(e.code) === line.row.root);
  return { root: line.row.root, label, byRule, turned, events: taken.length };
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const met = outcomes.filter(({ label }) => label !== null);
const taken = labels.map((root) => labels.map((said) => met.filter((o) => o.root === root && o.label === said).length));
const share = (part, of) => `${((100 * part.length) / of.length).toFixed(1)} %`;
console.log(
  `lines ${rows.length}, ${folds} folds: pair found ${share(met, rows)} by ${(sum(outcomes.map((o) => o.events)) / rows.length).toFixed(2)} events a line, ` +
    `direction ${share(
      met,
      outcomes.filter((o) => o.label !== null || o.turned),
    )}; ` +
    `root right of found: rules ${share(
      met.filter((o) => o.byRule),
      met,
    )}, classifier ${share(
      met.filter((o) => o.label === o.root),
      met,
    )}; ` +
    `pair and root ${share(
      met.filter((o) => o.label === o.root),
      rows,
    )}`,
);
if (args.includes("--table")) console.log(`\n${scores()}\n\n${confusion()}`);

/** A line a type: how many pairs have it, were given it, and how many of each are right. */
function scores() {
  const lines = labels.map((label, k) => {
    const [gold, given] = [sum(taken[k]), sum(taken.map((row) => row[k]))];
    const [p, r] = [given && taken[k][k] / given, gold && taken[k][k] / gold];
    const f1 = p + r && (2 * p * r) / (p + r);
    const all = rows.filter((row) => row.root === label).length;
    return `| ${[label, all, gold, ...[p, r, f1].map((x) => (100 * x).toFixed(1))].join(" | ")} |`;
  });
  return [
    "| type | pairs | found | precision | recall of found | F1 |",
    "|---|---:|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
}

/** Rows what people coded, columns what the classifier said, of the pairs found; empty where none. */
function confusion() {
  const head = `| coded ↓ said → | ${labels.map((label) => label.slice(0, 4)).join(" | ")} |`;
  const body = labels.map((label, k) => `| ${label} | ${taken[k].map((n) => n || "").join(" | ")} |`);
  return [head, `|---|${labels.map(() => "---:|").join("")}`, ...body].join("\n");
}

if (args.includes("--write")) {
  const pairs = trainPairs(data);
  const model = train(data.map((line) => ({ root: line.row.root, examples: examplesOf(pairs, line) })).filter(isFound));
  writeFileSync(new URL("../data/events/model/pairs.json", import.meta.url), `${JSON.stringify(packedPairs(pairs))}\n`);
  mkdirSync(new URL("../data/events/model/", import.meta.url), { recursive: true });
  writeFileSync(new URL("../data/events/model/types.json", import.meta.url), `${JSON.stringify(model)}\n`);
  console.log(`${Object.keys(model.weights).length} features`);
}
