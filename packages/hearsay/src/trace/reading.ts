import { listsIn } from "./lists.js";
import { sentencesOf } from "./sentences.js";
import { hashPair, type Word, wordClass, wordsOf } from "./words.js";

/** A text made ready for comparing: parallel arrays over its words, and its sentences as word ranges. */
export interface Reading {
  readonly text: string;
  /** Where each word stands, UTF-16 units. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly form: Uint32Array;
  readonly stem: Uint32Array;
  readonly kind: Uint8Array;
  /** Words outside quotation marks and lists of names: shared quotations and lists are no sign of copying. */
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
  const words = wordsOf(text);
  const names = namesAmong(words);
  const n = words.length;
  const reading = {
    text,
    start: new Uint32Array(n),
    end: new Uint32Array(n),
    form: new Uint32Array(n),
    stem: new Uint32Array(n),
    kind: new Uint8Array(n),
    own: new Uint8Array(n),
    sentences: wordRanges(text, words),
    sentenceOf: new Uint16Array(n),
  };
  for (let i = 0; i < n; i++) {
    const { start, end, shape, kind, quoted } = words[i]!;
    reading.start[i] = start;
    reading.end[i] = end;
    reading.form[i] = shape.formHash;
    reading.stem[i] = shape.stemHash;
    reading.kind[i] = kind === wordClass.content && names.has(shape.form) ? wordClass.anchor : kind;
    reading.own[i] = quoted ? 0 : 1;
  }
  reading.sentences.forEach((range, s) => {
    reading.sentenceOf.fill(s, range.first, range.last);
  });
  for (const s of listsIn(reading)) reading.own.fill(0, reading.sentences[s]!.first, reading.sentences[s]!.last);
  return reading;
}

/** A capitalised sentence opener is a name when the text has it as a name elsewhere. */
function namesAmong(words: readonly Word[]): Set<string> {
  const names = new Set<string>();
  for (const word of words) if (word.kind === wordClass.anchor) names.add(word.shape.form);
  return names;
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
