import { alignByFacts, alignSame, alignSentences, type Features, type SentencePair } from "./align.js";
import { closenessOf, type Evidence, evidenceOf, type Side } from "./evidence.js";
import { type SharedFact, sharedFacts } from "./facts.js";
import type { WordMatch } from "./match.js";
import { accepts, probabilityOf } from "./odds.js";
import { ownWords, ownWordsOf, quotedWeight } from "./own.js";
import type { Reading } from "./reading.js";

/** A sentence of each side that tell the same. */
export interface SentenceLink {
  readonly a: number;
  readonly b: number;
  /** 0–1: how alike they are word by word. */
  readonly score: number;
}

/** Two articles that share a passage one cannot have without the other, whichever came first. */
export interface Kinship {
  readonly pairs: readonly SentenceLink[];
  /** Share of each side's words that stand in aligned sentences; quoted words count less. */
  readonly coverA: number;
  readonly coverB: number;
  /** Aligned words, each weighted by how alike its sentence is, over the side's words. */
  readonly likeA: number;
  readonly likeB: number;
  /** Of the aligned words of both sides, the share identical in order. */
  readonly verbatim: number;
  /** How likely it is that they share a passage, 0–1, calibrated on candidates of the index. */
  readonly probability: number;
  /** What they share is rather the facts than the words. */
  readonly byFacts: boolean;
}

/** One side of a comparison with all that is kept of it. */
export interface KinSide extends Side {
  readonly features: Features;
}

/** Below this, two sentences of one event are as alike when nobody copied. */
const sentenceThreshold = 0.4;
/** Closeness of wording that independent reports of one event stay below in 98 of 100 pairs. */
export const byWords = 1.75;
/** So close in wording that facts need not be asked. */
const plain = 3 * byWords;

/** What two articles have in common, before it is judged. */
export interface Examination {
  readonly pairs: readonly SentencePair[];
  readonly facts: readonly SharedFact[];
  readonly evidence: Evidence;
}

/** Looks at two articles side by side. */
export function examine(a: KinSide, b: KinSide): Examination {
  const pairs =
    alignSame(a.reading, b.reading) ?? alignSentences(a.reading, b.reading, sentenceThreshold, a.features, b.features);
  const closeness = closenessOf(a.reading, b.reading, pairs);
  const shared = closeness > plain ? null : sharedFacts(a.facts, b.facts);
  return { pairs, facts: shared?.facts ?? [], evidence: evidenceOf(a, b, closeness, pairs, shared) };
}

/** A kinship with the word matches behind it, which are not kept. */
export interface Comparison {
  readonly kinship: Kinship;
  readonly pairs: readonly SentencePair[];
}

/** Compares two articles; null when they may well be independent. */
export function compareKin(a: KinSide, b: KinSide): Comparison | null {
  const { pairs: close, facts, evidence } = examine(a, b);
  const probability = probabilityOf(evidence);
  const byFacts = evidence.sentences < byWords;
  if (!accepts(probability, byFacts)) return null;
  const pairs = alignByFacts(a.reading, b.reading, facts, close);
  if (pairs.length === 0) return null;
  const kinship = kinshipOf(a.reading, b.reading, pairs, probability, byFacts);
  const words = Math.min(a.reading.form.length, b.reading.form.length);
  return words < flash && kinship.verbatim < sameFlash ? null : { kinship, pairs };
}

/**
 * Two flashes of a sentence or two on one event are alike by nature ("Fourteen workers were killed in the fire"): shorter
 * than this many words, only what is nearly letter by letter the same was taken over.
 */
const flash = 20;
const sameFlash = 0.9;

function kinshipOf(a: Reading, b: Reading, pairs: readonly SentencePair[], probability: number, byFacts: boolean) {
  const [inA, inB] = [
    likenessBySentence(pairs.map((p) => [p.a, p.likeness])),
    likenessBySentence(pairs.map((p) => [p.b, p.likeness])),
  ];
  const [sizeA, sizeB] = [ownWordsOf(a), ownWordsOf(b)];
  const aligned = sumWords(a, inA, () => 1) + sumWords(b, inB, () => 1);
  return {
    pairs: pairs.map((p) => ({ a: p.a, b: p.b, score: p.match.score })),
    coverA: sumWords(a, inA, () => 1) / sizeA,
    coverB: sumWords(b, inB, () => 1) / sizeB,
    likeA: sumWords(a, inA, (likeness) => likeness) / sizeA,
    likeB: sumWords(b, inB, (likeness) => likeness) / sizeB,
    verbatim: (2 * pairs.reduce((sum, { match }) => sum + keptWords(match), 0)) / aligned,
    probability,
    byFacts,
  };
}

const keptWords = (match: WordMatch): number => match.exactOwn + quotedWeight * (match.exact - match.exactOwn);

/** A sentence may stand in several pairs when facts were spread over two; its best likeness counts. */
function likenessBySentence(found: readonly (readonly [number, number])[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const [sentence, likeness] of found) best.set(sentence, Math.max(likeness, best.get(sentence) ?? 0));
  return best;
}

function sumWords(reading: Reading, sentences: ReadonlyMap<number, number>, of: (likeness: number) => number): number {
  let sum = 0;
  for (const [s, likeness] of sentences) sum += of(likeness) * ownWords(reading, s);
  return sum;
}
