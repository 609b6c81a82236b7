import { ownWords } from "./own.js";
import type { Reading } from "./reading.js";

/** Where an article's sentences stand and how long they are, in order. */
export interface Outline {
  /** Words of the whole text. */
  readonly words: number;
  /** UTF-16 units, from the first word's start to the last word's end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Words of each. */
  readonly sizes: readonly number[];
  /** The same, quoted words counting less. */
  readonly ownSizes: readonly number[];
}

export function outlineOf(reading: Reading): Outline {
  const { sentences, start, end, form } = reading;
  return {
    words: form.length,
    starts: sentences.map(({ first }) => start[first]!),
    ends: sentences.map(({ last }) => end[last - 1]!),
    sizes: sentences.map(({ first, last }) => last - first),
    ownSizes: sentences.map((_, s) => Math.round(100 * ownWords(reading, s)) / 100),
  };
}
