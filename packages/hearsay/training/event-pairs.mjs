// The choice of an event's two sides (data/events/model/pairs.json): examples and training, for events.mjs.
import { annotate } from "../dist/annotate/index.js";
import { actorAt, sceneOf } from "../dist/extract/events/actors.js";
import { choicesOf, takenOf } from "../dist/extract/events/choice.js";
import { ruledIn } from "../dist/extract/events/found.js";
import { readingsOf } from "../dist/extract/events/pairs.js";
import { plainArticle } from "../dist/model/index.js";

const passes = 6;
const decay = 0.002;
const rate = 0.1;

/** Features by number; how many lists have each. */
export const features = { index: new Map(), counts: [] };

/** A line of gold with the readings of its sentences, and which of them meet its pair. */
export function lineOf(row) {
  const article = plainArticle({ id: row.id, text: row.text });
  const annotation = annotate(article).output;
  const scene = sceneOf(article, annotation);
  const sentences = annotation.sentences.map((sentence) => {
    const { tree, ruled } = ruledIn(scene, sentence);
    const readings = readingsOf(scene, tree, ruled, numbered);
    return { tree, readings, good: readings.map(({ found }) => isMet(row, scene, tree, found.roles)) };
  });
  return { row, scene, sentences };
}

/** The numbers of a list of features. */
function numbered(list) {
  return list.map((parts) => {
    const feature = parts.join("\t");
    const { index, counts } = features;
    if (!index.has(feature)) index.set(feature, counts.push(0) - 1);
    counts[index.get(feature)]++;
    return index.get(feature);
  });
}

/** Both sides overlap those of the gold; swapped, with `turned`. */
export function isMet(row, scene, tree, { who, whom, split }, turned = false) {
  const [source, target] = turned ? [whom, who] : [who, whom];
  return (
    meets(side(scene, tree, source, split), row.source_spans) &&
    meets(side(scene, tree, target, split), row.target_spans)
  );
}
const side = (scene, tree, head, split) => (head === null ? null : actorAt(scene, tree, head, !split));
const meets = (actor, spans) =>
  spans.length === 0 || (actor && spans.some(([s, e]) => Math.min(e, actor.end) > Math.max(s, actor.start)));

/**
 * Weights by feature number: softmax over the readings of a sentence, of which those that meet the pair share the gold;
 * Adagrad, in a fixed order. Features seen in fewer than three lists have none.
 */
export function trainPairs(lines) {
  const weights = new Float64Array(features.counts.length);
  const squares = new Float64Array(features.counts.length).fill(1e-3);
  const all = lines.flatMap((line) => line.sentences).filter(({ good }) => good.includes(true) && good.includes(false));
  for (let pass = 0; pass < passes; pass++)
    for (const one of shuffled(all, pass)) {
      for (const [k, error] of gradient(weights, one)) {
        if (features.counts[k] < 3) continue;
        const step = error - decay * weights[k];
        squares[k] += step * step;
        weights[k] += (rate * step) / Math.sqrt(squares[k]);
      }
    }
  return weights;
}

function gradient(weights, { readings, good }) {
  const p = softmax(readings.map(({ parts }) => scoreOf(weights, parts)));
  const met = p.reduce((sum, x, i) => sum + (good[i] ? x : 0), 0);
  const errors = new Map();
  for (const [i, { parts }] of readings.entries()) {
    const error = (good[i] ? p[i] / met : 0) - p[i];
    if (Math.abs(error) < 1e-5) continue;
    for (const k of parts.flat()) errors.set(k, (errors.get(k) ?? 0) + error);
  }
  return errors;
}

function scoreOf(weights, parts) {
  let sum = 0;
  for (const list of parts) for (const k of list) sum += weights[k];
  return sum;
}

function softmax(sums) {
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** The events taken of a line under these weights, with their trees. */
export const takenIn = (weights, line) =>
  line.sentences.flatMap(({ tree, readings }) =>
    takenOf(choicesOf(readings, (parts) => scoreOf(weights, parts))).map(({ found }) => ({ tree, found })),
  );

/** Weights by what is asked and its two answers (pairs.ts), in whole hundredths, without the smallest. */
export function packedPairs(weights) {
  const packed = Object.create(null);
  for (const [feature, k] of [...features.index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = Math.round(weights[k] * 100);
    if (Math.abs(weight) < 3) continue;
    const [asked, first, second] = feature.split("\t");
    packed[asked] ??= Object.create(null);
    packed[asked][first] ??= Object.create(null);
    packed[asked][first][second] = weight;
  }
  return packed;
}

/** The same order on any machine: a linear congruential generator. */
export function shuffled(list, seed) {
  const out = [...list];
  let state = seed * 7919 + 12345;
  for (let i = out.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
