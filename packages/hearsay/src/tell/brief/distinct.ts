import { append } from "../copies.js";
import { foldWords } from "../words.js";

/** Shares of words from which two lines tell the same; shorter texts are equal or not. */
const sameShare = 0.8;
const fewest = 5;

/** Remembers what was shown; says of new words whether something alike was shown before. */
export function memory(): (text: string) => boolean {
  const sizes: number[] = [];
  const having = new Map<string, number[]>();
  return (text) => {
    const words = new Set(foldWords(text).split(" "));
    const common = new Map<number, number>();
    for (const word of words)
      for (const shown of having.get(word) ?? []) common.set(shown, (common.get(shown) ?? 0) + 1);
    for (const [shown, count] of common) if (alike(words.size, sizes[shown]!, count)) return true;
    for (const word of words) append(having, word, sizes.length);
    sizes.push(words.size);
    return false;
  };
}

/** The smaller text's words are nearly all in the other: so many words each, so many in common. */
function alike(a: number, b: number, common: number): boolean {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  return small < fewest ? common === large : common >= sameShare * small;
}

/** The first things of a list that tell something new; looks no further than the last of them. */
export function firstNew<T>(list: readonly T[], words: (thing: T) => string, limit: number): T[] {
  const seen = memory();
  const shown: T[] = [];
  for (const thing of list) {
    if (shown.length === limit) break;
    if (!seen(words(thing))) shown.push(thing);
  }
  return shown;
}
