import type { SentencePair } from "./align.js";
import { blocksOf, type Range } from "./blocks.js";
import type { Facts, SharedFacts } from "./facts.js";
import { ownWords, ownWordsOf } from "./own.js";
import type { Reading } from "./reading.js";
import { sharedSkeleton } from "./skeleton.js";
import { dot } from "./vectors.js";
import { wordClass } from "./words.js";

/** What speaks for and against two articles sharing a passage that one cannot have without the other, as numbers. */
export type Evidence = Readonly<Record<EvidenceName, number>>;
export const evidenceNames = [
  "sentences",
  "order",
  "mass",
  "facts",
  "block",
  "density",
  "information",
  "skeleton",
  "cover",
  "quoted",
  "size",
  "ratio",
  "place",
  "placeShare",
  "cosine",
  "steps",
  "wording",
  "nameShare",
  "leadShare",
  "names",
  "filler",
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

/** One side of a comparison with all that is kept of it. */
export interface Side {
  readonly reading: Reading;
  readonly facts: Facts;
  /** Runs of stop words, names and numbers. */
  readonly skeleton: ReadonlySet<number>;
}

/** Likeness of two sentences that have nothing to do with each other. */
const floor = 0.25;
/** Sentences that may lie between two aligned ones of one block. */
const gap = 3;

/** How much two sentences speak for a shared text: words outside quotations, each by how alike the sentences are. */
function weightOf(a: Reading, b: Reading, pair: SentencePair): number {
  const closeness = Math.max(0, (pair.match.score - floor) / (1 - floor));
  return closeness * Math.min(ownWords(a, pair.a), ownWords(b, pair.b));
}

/**
 * Evidence of the sentences aligned, over the square root of the smaller side. It grows with the amount and the
 * closeness of what is shared outside quotations.
 */
export function closenessOf(a: Reading, b: Reading, pairs: readonly SentencePair[]): number {
  const size = Math.min(ownWordsOf(a), ownWordsOf(b));
  return size === 0 ? 0 : sum(pairs, (pair) => weightOf(a, b, pair)) / Math.sqrt(size);
}

/** Collects the evidence. `shared` is null where the wording alone settles it. */
export function evidenceOf(
  a: Side,
  b: Side,
  closeness: number,
  pairs: readonly SentencePair[],
  shared: SharedFacts | null,
): Evidence {
  const [sizeA, sizeB] = [ownWordsOf(a.reading), ownWordsOf(b.reading)];
  const size = Math.min(sizeA, sizeB);
  const block = bestBlock(a.reading, b.reading, pairs);
  const aligned = Math.max(coverOf(a.reading, pairs, "a") / sizeA, coverOf(b.reading, pairs, "b") / sizeB);
  const exact = sum(pairs, ({ match }) => match.exact);
  return {
    sentences: closeness,
    order: standard(shared?.inOrder ?? settled, a, b),
    mass: Math.log1p(shared?.inOrder ?? settled),
    facts: standard(shared?.inAll ?? settled, a, b),
    block: Math.log1p(block.weight),
    density: block.density,
    information: sharedInformation(a.facts, b.facts, ({ weight }) => weight),
    skeleton: sharedSkeleton(a.skeleton, b.skeleton),
    cover: size === 0 ? 0 : aligned,
    quoted: exact === 0 ? 0 : 1 - sum(pairs, ({ match }) => match.exactOwn) / exact,
    size: Math.log1p(size),
    ratio: Math.log1p(Math.max(sizeA, sizeB)) - Math.log1p(size),
    place: Math.log1p(shared?.inPlace ?? settled),
    placeShare: shared?.placeShare ?? 1,
    cosine: dot(a.facts.vector, b.facts.vector),
    steps: shared?.steps ?? settledSteps,
    wording: Math.log1p(shared?.wording ?? settled),
    nameShare: shared?.nameShare ?? 0,
    leadShare: shared?.leadShare ?? 0,
    names: sharedInformation(a.facts, b.facts, ({ names }) => names),
    filler: fillerIn(a.reading, b.reading, pairs),
  };
}

/** Stands for facts that were not asked, in nats, and for how many they are. */
const settled = 400;
const settledSteps = 100;

/** Share of the words of aligned sentences that are stop words kept in order outside quotations: how one writes. */
function fillerIn(a: Reading, b: Reading, pairs: readonly SentencePair[]): number {
  const length = ({ sentences }: Reading, s: number): number => sentences[s]!.last - sentences[s]!.first;
  const all = sum(pairs, (pair) => Math.min(length(a, pair.a), length(b, pair.b)));
  const kept = sum(pairs, ({ match }) => match.kept.filter(([i]) => a.kind[i] === wordClass.stop && a.own[i]).length);
  return all === 0 ? 0 : kept / all;
}

/** Information in standard units of the lighter side, as chance grows with the size. */
function standard(nats: number, a: Side, b: Side): number {
  const size = Math.min(a.facts.total, b.facts.total);
  return size === 0 ? 0 : Math.min(mostFacts, nats / Math.sqrt(size));
}
const mostFacts = 12;

function sum<T>(of: readonly T[], value: (one: T) => number): number {
  return of.reduce((total, one) => total + value(one), 0);
}

/** The block that speaks loudest: a passage counts the same in a short text and in a long one. */
function bestBlock(a: Reading, b: Reading, pairs: readonly SentencePair[]) {
  let best = { weight: 0, density: 0 };
  const places = pairs.map((pair) => ({ pair, a: only(pair.a), b: only(pair.b) }));
  for (const block of blocksOf(places, gap)) {
    const weight = sum(block.places, ({ pair }) => weightOf(a, b, pair));
    if (weight <= best.weight) continue;
    const span = Math.min(wordsIn(a, block.a), wordsIn(b, block.b));
    best = { weight, density: weight / Math.max(1, span) };
  }
  return best;
}

const only = (sentence: number): Range => ({ start: sentence, end: sentence + 1 });

function wordsIn(reading: Reading, { start, end }: Range): number {
  let total = 0;
  for (let s = start; s < end; s++) total += ownWords(reading, s);
  return total;
}

function coverOf(reading: Reading, pairs: readonly SentencePair[], side: "a" | "b"): number {
  return sum([...new Set(pairs.map((pair) => pair[side]))], (s) => ownWords(reading, s));
}

/** Share of the lighter side's words, by information, that the other has too. */
function sharedInformation(a: Facts, b: Facts, of: (facts: Facts) => ReadonlyMap<number, number>): number {
  const total = (facts: Facts): number => sum([...of(facts).values()], (nats) => nats);
  const [inA, inB] = [total(a), total(b)];
  const [few, many] = inA <= inB ? [a, b] : [b, a];
  let shared = 0;
  for (const [stem, nats] of of(few)) if (many.at.has(stem)) shared += nats;
  return shared === 0 ? 0 : shared / Math.min(inA, inB);
}
