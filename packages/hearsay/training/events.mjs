// Trains and cross-validates the event type classifier (data/events/model/types.json).
// usage: node training/events.mjs PAIRS.jsonl [--folds K] [--table] [--write]
//   PAIRS holds {id, text, source_spans, target_spans, root} a line (see data/events/MODEL_CARD.md).
// Without --write it only reports accuracy on lines left out, given that the pair was found; --table adds scores by type
// and which type was taken for which.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { annotate } from "../dist/annotate/index.js";
import { actorAt, sceneOf } from "../dist/extract/events/actors.js";
import { ploverCode, typeAndMode } from "../dist/extract/events/codes.js";
import { featuresOf } from "../dist/extract/events/features.js";
import { foundIn } from "../dist/extract/events/found.js";
import { labelsOf } from "../dist/extract/events/typing.js";
import { plainArticle } from "../dist/model/index.js";

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

/** Every event found for the line's pair, as features, with the code the rules give it. */
function examplesOf(row) {
  const article = plainArticle({ id: row.id, text: row.text });
  const annotation = annotate(article).output;
  const scene = sceneOf(article, annotation);
  const meets = (actor, spans) =>
    spans.length === 0 || (actor && spans.some(([s, e]) => Math.min(e, actor.end) > Math.max(s, actor.start)));
  return annotation.sentences.flatMap((sentence) => {
    const { tree, found } = foundIn(scene, sentence, "sentence");
    return found.flatMap((one) => {
      const side = (head) => (head === null ? null : actorAt(scene, tree, head, !one.roles.split));
      if (!meets(side(one.roles.who), row.source_spans) || !meets(side(one.roles.whom), row.target_spans)) return [];
      const { type, mode } = typeAndMode(tree, one.trigger);
      const code = one.lexical ? ploverCode({ type, mode: mode ?? "asserted" }) : null;
      return [{ features: featuresOf(tree, one, code), code }];
    });
  });
}

const data = rows
  .map((row) => ({ root: row.root, examples: examplesOf(row) }))
  .filter((line) => line.examples.length > 0);

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

/** The same order on any machine: a linear congruential generator. */
function shuffled(list, seed) {
  const out = [...list];
  let state = seed * 7919 + 12345;
  for (let i = out.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

let byRule = 0;
const taken = labels.map(() => labels.map(() => 0));
for (let fold = 0; fold < folds; fold++) {
  const model = train(data.filter((_, i) => i % folds !== fold));
  for (const line of data.filter((_, i) => i % folds === fold)) {
    const best = line.examples.map((e) => labelsOf(e.features, model)[0].label);
    const label = best.find((one) => one === line.root) ?? best[0];
    taken[labels.indexOf(line.root)][labels.indexOf(label)]++;
    if (line.examples.some((e) => asRoot(e.code) === line.root)) byRule++;
  }
}
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const right = sum(labels.map((_, k) => taken[k][k]));
console.log(
  `lines ${rows.length}, pair found ${data.length}; root right of found: rules ${((100 * byRule) / data.length).toFixed(1)} %, classifier ${((100 * right) / data.length).toFixed(1)} % (${folds} folds)`,
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
  const model = train(data);
  mkdirSync(new URL("../data/events/model/", import.meta.url), { recursive: true });
  writeFileSync(new URL("../data/events/model/types.json", import.meta.url), `${JSON.stringify(model)}\n`);
  console.log(`${Object.keys(model.weights).length} features`);
}
