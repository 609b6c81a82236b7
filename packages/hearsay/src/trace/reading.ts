import { listsIn } from "./lists.js";
import { longestWord, scan } from "./scan.js";
import { sentencesOf } from "./sentences.js";
import { hashPair, shapes, wordClass } from "./words.js";

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
  const { count: n, start, end, hash, second, quoted, opens } = scan(text);
  const reading = {
    text,
    start: start.slice(0, n),
    end: end.slice(0, n),
    form: new Uint32Array(n),
    stem: new Uint32Array(n),
    kind: new Uint8Array(n),
    own: new Uint8Array(n),
    sentenceOf: new Uint16Array(n),
  };
  for (let i = 0; i < n; i++) {
    const last = Math.min(end[i]!, start[i]! + longestWord);
    const slot = shapes.slotOf(text, start[i]!, last, hash[i]!, second[i]!);
    reading.form[i] = shapes.form(slot);
    reading.stem[i] = shapes.stem(slot);
    reading.kind[i] = shapes.kind(slot, opens[i] === 1);
    reading.own[i] = quoted[i] === 1 ? 0 : 1;
  }
  markNames(reading);
  const sentences = wordRanges(text, reading.start);
  sentences.forEach((range, s) => {
    reading.sentenceOf.fill(s, range.first, range.last);
  });
  const whole = { ...reading, sentences };
  for (const s of listsIn(whole)) reading.own.fill(0, sentences[s]!.first, sentences[s]!.last);
  return whole;
}

/** A capitalised sentence opener is a name when the text has it as a name elsewhere. */
function markNames({ form, kind }: { readonly form: Uint32Array; readonly kind: Uint8Array }): void {
  const names = new Set<number>();
  for (let i = 0; i < form.length; i++) if (kind[i] === wordClass.anchor) names.add(form[i]!);
  for (let i = 0; i < form.length; i++)
    if (kind[i] === wordClass.content && names.has(form[i]!)) kind[i] = wordClass.anchor;
}

function wordRanges(text: string, starts: Uint32Array): WordRange[] {
  const ranges: WordRange[] = [];
  let i = 0;
  for (const { end } of sentencesOf(text)) {
    const first = i;
    while (i < starts.length && starts[i]! < end) i++;
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
