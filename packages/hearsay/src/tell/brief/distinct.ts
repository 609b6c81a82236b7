import { foldWords } from "../words.js";

/** Shares of words from which two lines tell the same; shorter texts are equal or not. */
const sameShare = 0.8;
const fewest = 5;

/** Remembers what was shown; says of new words whether something alike was shown before. */
export function memory(): (text: string) => boolean {
  const shown: ReadonlySet<string>[] = [];
  return (text) => {
    const words = new Set(foldWords(text).split(" "));
    const known = shown.some((other) => alike(words, other));
    if (!known) shown.push(words);
    return known;
  };
}

/** The smaller text's words are nearly all in the other. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const common = [...small].filter((word) => large.has(word)).length;
  return small.size < fewest ? common === large.size : common >= sameShare * small.size;
}
