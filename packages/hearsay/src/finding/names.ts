import { readingOf } from "../trace/reading.js";
import { wordClass } from "../trace/words.js";

/** A name is made of so many words and letters at most: it stands in commands and file names. */
const mostWords = 5;
const mostLetters = 48;

/**
 * A name for a story from the title of one of its articles: its first telling words, in small letters. `"Tram drivers in
 * Carrow to stop work"` → `tram-drivers-carrow-stop-work`.
 * @param taken whether there is a story of a name
 */
export function nameFor(title: string, taken: (name: string) => boolean): string {
  const { text, start, end, kind } = readingOf(title.slice(0, 500));
  const words = [...start.keys()].map((i) => ({
    word: text.slice(start[i]!, end[i]!),
    stop: kind[i] === wordClass.stop,
  }));
  const telling = words.filter(({ stop }) => !stop);
  const chosen = (telling.length > 1 ? telling : words).map(({ word }) => plain(word)).filter((word) => word !== "");
  const name = cut(chosen) || "story";
  for (let n = 1; ; n++) {
    const one = n === 1 ? name : `${name}-${n}`;
    if (!taken(one)) return one;
  }
}

function cut(words: readonly string[]): string {
  let name = "";
  for (const word of words.slice(0, mostWords)) {
    const longer = name === "" ? shortened(word) : `${name}-${word}`;
    if (longer.length > mostLetters) break;
    name = longer;
  }
  return name;
}

/** A long word cut between letters: half of one is none, and no name. */
const shortened = (word: string): string => word.slice(0, mostLetters).replace(/[\ud800-\udbff]$/, "");

/**
 * Small letters and digits, without possessives, and Latin and Greek ones without accents: what every file system and every
 * shell takes as it is. Letters of other scripts stay whole, as they are typed.
 */
const plain = (word: string): string =>
  word
    .replace(/['’]s$/iu, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "");
