import { alignByFacts, alignSentences, type Features, type SentencePair } from "./align.js";
import type { SharedFacts } from "./facts.js";
import { matchWords, type WordMatch } from "./match.js";
import type { Reading, WordRange } from "./reading.js";
import { wordClass } from "./words.js";

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
  /** Evidence in standard units: grows with the amount and the closeness of what is shared outside quotations. */
  readonly strength: number;
  /** What they share is rather the facts than the words. */
  readonly byFacts: boolean;
}

/** Below this, two sentences of one event are as alike when nobody copied. */
const sentenceThreshold = 0.4;
/** Likeness of two sentences that have nothing to do with each other. */
const floor = 0.25;
/** Quoted words count for this much: two reporters at one press conference share them. */
const quotedWeight = 0.2;
/** Independent reports of one event stay below in 98 of 100 pairs (300 pairs of three US outlets, 2010–2019). */
const kinThreshold = 1.75;
/** The same for facts told alike. */
const factThreshold = 4.6;
/** Both kinds of evidence together, each over its own threshold's share. */
const both = 1.7;
/** So close in wording that facts need not be asked. */
const plain = 3;

/** One sentence alike is chance unless it is word for word: any two reports of a sale name who, what, when and how much. */
const loneSentence = 0.9;

/** A kinship with the word matches behind it, which are not kept. */
export interface Comparison {
  readonly kinship: Kinship;
  readonly pairs: readonly SentencePair[];
}

/** Compares two articles; null when they may well be independent. */
export function compareKin(
  a: Reading,
  b: Reading,
  features: readonly [Features, Features],
  shared: () => SharedFacts,
): Comparison | null {
  const close = alignSentences(a, b, sentenceThreshold, ...features);
  const closeness = strengthOf(a, b, close) / kinThreshold;
  const facts = closeness > plain ? null : shared();
  const strength = closeness + (facts === null ? 0 : facts.strength / factThreshold);
  if (closeness < 1 && strength < both && (facts?.strength ?? 0) < factThreshold) return null;
  const pairs = facts === null ? close : alignByFacts(a, b, facts.facts, close);
  if (pairs.length === 1 && pairs[0]!.match.score < loneSentence) return null;
  const [inA, inB] = [
    likenessBySentence(pairs.map((p) => [p.a, p.likeness])),
    likenessBySentence(pairs.map((p) => [p.b, p.likeness])),
  ];
  const [sizeA, sizeB] = [ownWordsOf(a), ownWordsOf(b)];
  const aligned = sumWords(a, inA, () => 1) + sumWords(b, inB, () => 1);
  const kinship = {
    pairs: pairs.map((p) => ({ a: p.a, b: p.b, score: p.match.score })),
    coverA: sumWords(a, inA, () => 1) / sizeA,
    coverB: sumWords(b, inB, () => 1) / sizeB,
    likeA: sumWords(a, inA, (likeness) => likeness) / sizeA,
    likeB: sumWords(b, inB, (likeness) => likeness) / sizeB,
    verbatim: (2 * pairs.reduce((sum, { match }) => sum + keptWords(match), 0)) / aligned,
    strength,
    byFacts: closeness < 1,
  };
  return { kinship, pairs };
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

function strengthOf(a: Reading, b: Reading, pairs: readonly SentencePair[]): number {
  let evidence = 0;
  for (const pair of pairs) {
    const closeness = Math.max(0, (pair.match.score - floor) / (1 - floor));
    evidence += closeness * Math.min(ownWords(a, pair.a), ownWords(b, pair.b));
  }
  const size = Math.min(ownWordsOf(a), ownWordsOf(b));
  return size === 0 ? 0 : evidence / Math.sqrt(size);
}

export function ownWords(reading: Reading, sentence: number): number {
  const { first, last } = reading.sentences[sentence]!;
  let sum = 0;
  for (let i = first; i < last; i++) sum += reading.own[i] === 1 ? 1 : quotedWeight;
  return sum;
}

function ownWordsOf(reading: Reading): number {
  return reading.own.reduce((sum, own) => sum + (own === 1 ? 1 : quotedWeight), 0);
}

/** How the shared words were changed from one side to the other. */
export interface Change {
  /** Content words replaced one for one, over the content words of aligned sentences. */
  readonly replaced: number;
  /** Words kept or replaced one for one, over the aligned words: near 1 when the sentences' build is untouched. */
  readonly structure: number;
  /** Share of aligned sentences in which a content word was replaced. */
  readonly spread: number;
  /** Share of the quoted words that differ where both sides quote. */
  readonly quotesAltered: number;
}

/** Measures the change between two kin; symmetrical. */
export function changeOf(a: Reading, b: Reading, links: readonly SentenceLink[]): Change {
  let [content, words, kept, replaced, touched, quoted, quotedKept] = [0, 0, 0, 0, 0, 0, 0];
  for (const { a: s, b: t } of links) {
    const [inA, inB] = [a.sentences[s]!, b.sentences[t]!];
    const match = matchWords(a, inA, b, inB);
    words += (inA.last - inA.first + inB.last - inB.first) / 2;
    for (let i = inA.first; i < inA.last; i++) {
      if (a.kind[i] === wordClass.content) content++;
    }
    const changed = match.replaced.filter(([i, j]) => a.stem[i] !== b.stem[j]).length;
    kept += match.exact + match.replaced.length;
    replaced += changed;
    const quotedHere = Math.min(quotedIn(a, inA), quotedIn(b, inB));
    quoted += quotedHere;
    quotedKept += Math.min(quotedHere, match.exact - match.exactOwn);
    if (changed > 0) touched++;
  }
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    replaced: ratio(replaced, content),
    structure: ratio(kept, words),
    spread: ratio(touched, links.length),
    quotesAltered: quoted < 12 ? 0 : Math.max(0, 1 - ratio(quotedKept, quoted)),
  };
}

function quotedIn(reading: Reading, { first, last }: WordRange): number {
  let quoted = 0;
  for (let i = first; i < last; i++) if (reading.own[i] === 0) quoted++;
  return quoted;
}
