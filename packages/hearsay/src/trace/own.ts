import type { Reading } from "./reading.js";

/** Quoted words count for this much: two reporters at one press conference share them. */
export const quotedWeight = 0.2;

/** Words of a sentence, quoted ones counting less. */
export function ownWords(reading: Reading, sentence: number): number {
  const { first, last } = reading.sentences[sentence]!;
  return count(reading, first, last);
}

/** Words of the whole text, quoted ones counting less. */
export const ownWordsOf = (reading: Reading): number => count(reading, 0, reading.form.length);

function count(reading: Reading, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i < last; i++) sum += reading.own[i] === 1 ? 1 : quotedWeight;
  return sum;
}
