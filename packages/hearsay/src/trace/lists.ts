import type { Reading } from "./reading.js";
import { wordClass } from "./words.js";

/**
 * A sentence lists names when it has so many names and numbers, when they are this share of its telling words, and when
 * there is a comma for every few of them.
 */
const least = 6;
const leastShare = 0.6;
const perSeparator = 4;

/** Sentences that list names: who stands for election, who is in the team. Nobody needs to copy those to have them alike. */
export function listsIn({ text, start, end, sentences, kind }: Omit<Reading, "own">): number[] {
  return [...sentences.keys()].filter((s) => {
    const { first, last } = sentences[s]!;
    const words = kind.subarray(first, last);
    const anchors = words.filter((one) => one === wordClass.anchor).length;
    const telling = words.filter((one) => one !== wordClass.stop).length;
    if (anchors < least || anchors < leastShare * telling) return false;
    const separators = text.slice(start[first], end[last - 1]).match(/[,;]/gu)?.length ?? 0;
    return anchors <= perSeparator * separators;
  });
}
