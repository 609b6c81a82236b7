import type { SharedFact } from "./facts.js";
import { factShare, matchWords, type WordMatch } from "./match.js";
import { gramsOf, type Reading } from "./reading.js";
import { skeletonOf } from "./skeleton.js";
import { wordClass } from "./words.js";

/** A sentence of one article and the sentence of the other that says it in the same way. */
export interface SentencePair {
  readonly a: number;
  readonly b: number;
  readonly match: WordMatch;
  /** 0–1: how much of the one is in the other: by words in order, or by facts. */
  readonly likeness: number;
}

/** Sentences of `b` that are compared word by word with one of `a`. */
const tried = 3;
/** So alike that no other sentence is tried. */
const sure = 0.9;
const skeletonGram = 3;
/** A feature of more sentences than this tells nothing. */
const mostSentences = 12;
const leastGain = 3;

/**
 * Aligns two articles sentence by sentence: candidates by shared words and skeleton trigrams, weighted by how few sentences of
 * the two texts have them, then word by word. Each sentence is used at most once on either side; in order of `a`.
 */
export function alignSentences(
  a: Reading,
  b: Reading,
  threshold: number,
  inA: Features = featuresOf(a),
  inB: Features = featuresOf(b),
): SentencePair[] {
  const total = inA.sentences.length + inB.sentences.length;
  const weight = (feature: number): number =>
    Math.log(total / ((inA.index.get(feature)?.length ?? 0) + (inB.index.get(feature)?.length ?? 0)));
  const found = inA.sentences.flatMap((features, i) => {
    const pairs: SentencePair[] = [];
    for (const j of bestSentences(features, inB, weight)) {
      const pair = pairOf(a, i, b, j);
      if (pair.likeness >= threshold) pairs.push(pair);
      if (pair.likeness >= sure) break;
    }
    return pairs;
  });
  return oneToOne(found);
}

/**
 * Aligns two texts that are the same word for word, however their lines and with them their sentences were broken; each word
 * is used once. Null where they are not the same.
 */
export function alignSame(a: Reading, b: Reading): SentencePair[] | null {
  const words = a.form.length;
  if (words !== b.form.length || !a.form.every((form, i) => form === b.form[i])) return null;
  const pairs: SentencePair[] = [];
  for (let first = 0; first < words; ) {
    const [i, j] = [a.sentenceOf[first]!, b.sentenceOf[first]!];
    const [inA, inB] = [a.sentences[i]!, b.sentences[j]!];
    const last = Math.min(inA.last, inB.last);
    const match = matchWords(a, { first, last }, b, { first, last });
    const score = (2 * (last - first)) / (inA.last - inA.first + inB.last - inB.first);
    pairs.push({ a: i, b: j, match: { ...match, score }, likeness: 1 });
    first = last;
  }
  return pairs;
}

function pairOf(a: Reading, i: number, b: Reading, j: number): SentencePair {
  const match = matchWords(a, a.sentences[i]!, b, b.sentences[j]!);
  return { a: i, b: j, match, likeness: match.score };
}

/** Least information two sentences must tell alike to be paired by their facts, and the likeness of such a pair at least. */
const fewestNats = 7;
const factLikeness = 0.5;

/** Adds pairs of sentences that tell the same facts in other words, for sentences of either side that are not paired yet. */
export function alignByFacts(
  a: Reading,
  b: Reading,
  facts: readonly SharedFact[],
  paired: readonly SentencePair[],
): SentencePair[] {
  const [usedA, usedB] = [new Set(paired.map((p) => p.a)), new Set(paired.map((p) => p.b))];
  const nats = new Map<string, { i: number; j: number; weight: number }>();
  for (const fact of facts) {
    const [i, j] = [a.sentenceOf[fact.a]!, b.sentenceOf[fact.b]!];
    if (usedA.has(i) && usedB.has(j)) continue;
    const key = `${i} ${j}`;
    nats.set(key, { i, j, weight: (nats.get(key)?.weight ?? 0) + fact.weight });
  }
  const added = [...nats.values()]
    .filter(({ weight }) => weight >= fewestNats)
    .map(({ i, j }) => pairOf(a, i, b, j))
    .map((pair) => ({
      ...pair,
      likeness: Math.max(pair.likeness, factShare(a, a.sentences[pair.a]!, b, b.sentences[pair.b]!), factLikeness),
    }));
  return [...paired, ...added].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** The features of each sentence and the sentences of each feature. */
export interface Features {
  readonly sentences: readonly (readonly number[])[];
  readonly index: ReadonlyMap<number, readonly number[]>;
}

/** Collects them; worth keeping, as each article is compared with many. */
export function featuresOf(reading: Reading): Features {
  const sentences = reading.sentences.map((range) => {
    const features = new Set(gramsOf(skeletonOf(reading, range), skeletonGram));
    for (let i = range.first; i < range.last; i++)
      if (reading.kind[i] !== wordClass.stop) features.add(reading.stem[i]!);
    return [...features];
  });
  return { sentences, index: indexOf(sentences) };
}

function indexOf(sentences: readonly (readonly number[])[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  sentences.forEach((features, s) => {
    for (const feature of features) {
      const at = index.get(feature);
      if (at === undefined) index.set(feature, [s]);
      else at.push(s);
    }
  });
  return index;
}

/** Two alike sentences share at least this part of the fewer features; the rest is not worth a closer look. */
const leastShared = 0.18;

function bestSentences(features: readonly number[], other: Features, weight: (f: number) => number): number[] {
  const scores = new Map<number, { count: number; gain: number }>();
  for (const feature of features) {
    const at = other.index.get(feature);
    if (at === undefined || at.length > mostSentences) continue;
    const gain = weight(feature);
    for (const s of at) {
      const score = scores.get(s);
      if (score === undefined) scores.set(s, { count: 1, gain });
      else {
        score.count++;
        score.gain += gain;
      }
    }
  }
  const alike: [number, number][] = [];
  for (const [s, { count, gain }] of scores)
    if (gain >= leastGain && count >= leastShared * Math.min(features.length, other.sentences[s]!.length))
      alike.push([s, gain]);
  return alike
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, tried)
    .map(([s]) => s);
}

/** Best pairs first; a pair that continues its neighbour wins over an equal one that does not. */
function oneToOne(found: SentencePair[]): SentencePair[] {
  const near = new Set(found.map((p) => `${p.a} ${p.b}`));
  const rank = (p: SentencePair): number =>
    p.match.score + (near.has(`${p.a - 1} ${p.b - 1}`) ? 0.05 : 0) + (near.has(`${p.a + 1} ${p.b + 1}`) ? 0.05 : 0);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  return found
    .map((pair) => ({ pair, rank: rank(pair) }))
    .sort((x, y) => y.rank - x.rank || x.pair.a - y.pair.a || x.pair.b - y.pair.b)
    .filter(({ pair }) => {
      if (usedA.has(pair.a) || usedB.has(pair.b)) return false;
      usedA.add(pair.a);
      usedB.add(pair.b);
      return true;
    })
    .map(({ pair }) => pair)
    .sort((x, y) => x.a - y.a);
}
