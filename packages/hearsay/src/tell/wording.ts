import { inBritish } from "../model/index.js";
import { remembering } from "./remember.js";

/** Words that one telling shares with another, leaves out or puts in; `text` is the exact text, spaces at its ends left off. */
export interface Difference {
  readonly kind: "kept" | "dropped" | "added";
  readonly text: string;
}

/** A word where it stands in its text. */
export interface Word {
  readonly fold: string;
  readonly start: number;
  readonly end: number;
}

/** No more words of a telling than these are compared. */
const longest = 400;

/** The first words of a text, with the form in which they are compared: case and British or American spelling aside. */
export function wordsOf(text: string, most = longest): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu)) {
    if (found.length === most) break;
    found.push({ fold: foldWord(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** "harbour" and "harbor", "metres" and "meters", "organise" and "organize" are one word. */
export const foldWord = remembering(
  (word) =>
    inBritish(word.normalize("NFKC").toLowerCase())
      .replace(/[’‘]/g, "'")
      .replace(/(?<=\p{L}{2})our(?=s|ed|ing|able|ite|$)/u, "or")
      .replace(/(?<=\p{L}{2}[tb])re(?=s?$)/u, "er")
      .replace(/(?<=\p{L}{3})is(?=e$|ed$|es$|ing$|ation$|ations$)/u, "iz")
      .replace(/(?<=\p{L}{3})(?:mme)(?=s?$)/u, "m"),
  50_000,
);

/** The longest common subsequence of two lists of words, as pairs of positions. */
export function alignedWords(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const wide = b.length + 1;
  const best = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * wide + j] =
        a[i]!.fold === b[j]!.fold
          ? best[(i + 1) * wide + j + 1]! + 1
          : Math.max(best[(i + 1) * wide + j]!, best[i * wide + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i]!.fold === b[j]!.fold) pairs.push([i++, j++]);
    else if (best[(i + 1) * wide + j]! >= best[i * wide + j + 1]!) i++;
    else j++;
  return pairs;
}

/** How the second text differs from the first, word by word, in order; neighbours of one kind are one piece. */
export function differences(first: string, second: string): Difference[] {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const out: Difference[] = [];
  const put = (kind: Difference["kind"], text: string, words: readonly Word[], from: number, to: number) => {
    if (to > from) out.push({ kind, text: text.slice(words[from]!.start, words[to - 1]!.end) });
  };
  const pairs = alignedWords(a, b);
  let [i, j] = [0, 0];
  for (let p = 0; p <= pairs.length; ) {
    const [x, y] = pairs[p] ?? [a.length, b.length];
    put("dropped", first, a, i, x);
    put("added", second, b, j, y);
    let run = p;
    while (run < pairs.length && pairs[run]![0] === x + run - p && pairs[run]![1] === y + run - p) run++;
    put("kept", first, a, x, x + run - p);
    if (run === p) break;
    [i, j] = [x + run - p, y + run - p];
    p = run;
  }
  return out;
}
