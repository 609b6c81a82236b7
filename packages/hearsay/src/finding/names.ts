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
    const longer = name === "" ? word.slice(0, mostLetters) : `${name}-${word}`;
    if (longer.length > mostLetters) break;
    name = longer;
  }
  return name;
}

/** Small letters and digits, without accents and possessives: what every file system and every shell takes as it is. */
const plain = (word: string): string =>
  word
    .replace(/['’]s$/iu, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
