import type { Sentence } from "@hearsay/english";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** For each sentence those of a list, in its order, of whose stretches one touches the sentence. Sentences are in text order. */
export function bySentence<T>(
  sentences: readonly Sentence[],
  list: readonly T[],
  stretches: (item: T) => readonly Stretch[],
): readonly (readonly T[])[] {
  const found: T[][] = sentences.map(() => []);
  for (const item of list)
    for (const { start, end } of stretches(item))
      for (let s = firstEndingAfter(sentences, start); s < sentences.length && sentences[s]!.start < end; s++)
        if (found[s]!.at(-1) !== item) found[s]!.push(item);
  return found;
}

function firstEndingAfter(sentences: readonly Sentence[], at: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
