import { sentencesOf } from "./sentences.js";
import { hashOf, hashPair, type Word, wordClass, wordsOf } from "./words.js";

/** A text made ready for comparing: parallel arrays over its words, and its sentences as word ranges. */
export interface Reading {
  readonly text: string;
  /** Where each word stands, UTF-16 units. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly form: Uint32Array;
  readonly stem: Uint32Array;
  readonly kind: Uint8Array;
  /** Words outside quotation marks: shared quotations are no sign of copying. */
  readonly own: Uint8Array;
  readonly sentences: readonly WordRange[];
  /** The sentence each word stands in. */
  readonly sentenceOf: Uint16Array;
}

/** Half-open range of word indexes. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

const mostSentences = 0xffff;

/** Reads a text once: words, classes, hashes, sentences. */
export function readingOf(text: string): Reading {
  const words = promoteNames(wordsOf(text));
  const n = words.length;
  const reading = {
    text,
    start: Uint32Array.from(words, (word) => word.start),
    end: Uint32Array.from(words, (word) => word.end),
    form: new Uint32Array(n),
    stem: new Uint32Array(n),
    kind: new Uint8Array(n),
    own: new Uint8Array(n),
    sentences: wordRanges(text, words),
    sentenceOf: new Uint16Array(n),
  };
  words.forEach((word, i) => {
    reading.form[i] = hashOf(word.form);
    reading.stem[i] = word.stem === word.form ? reading.form[i]! : hashOf(word.stem);
    reading.kind[i] = word.kind;
    reading.own[i] = word.quoted ? 0 : 1;
  });
  reading.sentences.forEach((range, s) => {
    reading.sentenceOf.fill(s, range.first, range.last);
  });
  return reading;
}

/** A capitalised sentence opener is a name when the text has it as a name elsewhere. */
function promoteNames(words: readonly Word[]): Word[] {
  const names = new Set(words.filter((word) => word.kind === wordClass.anchor).map((word) => word.form));
  return words.map((word) =>
    word.kind === wordClass.content && names.has(word.form) ? { ...word, kind: wordClass.anchor } : word,
  );
}

function wordRanges(text: string, words: readonly Word[]): WordRange[] {
  const ranges: WordRange[] = [];
  let i = 0;
  for (const { end } of sentencesOf(text)) {
    const first = i;
    while (i < words.length && words[i]!.start < end) i++;
    if (i > first && ranges.length < mostSentences) ranges.push({ first, last: i });
  }
  return ranges;
}

/** Order-keeping n-gram hashes of a sequence. */
export function gramsOf(sequence: ArrayLike<number>, n: number, from = 0, to = sequence.length): number[] {
  const grams: number[] = [];
  for (let i = from; i + n <= to; i++) {
    let hash = n;
    for (let k = 0; k < n; k++) hash = hashPair(hash, sequence[i + k]!);
    grams.push(hash);
  }
  return grams;
}
