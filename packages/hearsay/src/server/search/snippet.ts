import { splitSentences } from "@hearsay/english";
import { foldWords } from "../../tell/words.js";
import type { Item } from "./found.js";
import type { Wanted } from "./query.js";
import { wordsIn, wordsOf } from "./words.js";

/** Where something was found and the words around it. */
export interface Snippet {
  /** Where the first hit stands in the article. */
  readonly start: number;
  readonly end: number;
  readonly snippet: { text: string; hit: boolean }[];
}

/** Longest words shown, in UTF-16 units. */
const longest = 260;

/** The sentence of an item that holds the first of what was wanted, the hits marked; its beginning where none is in it. */
export function snippetOf({ article, start, end }: Item, { keys, phrases }: Wanted): Snippet {
  const text = article.text.slice(start, end);
  const wanted = new Set(keys);
  const first = firstHit(text, wanted, phrases);
  const [from, to] = first === null ? [0, Math.min(text.length, longest)] : cut(text, sentenceAt(text, first), first);
  const hits = wordsIn(text.slice(from, to))
    .filter(({ key }) => wanted.has(key))
    .map((word) => ({ start: from + word.start, end: from + word.end }));
  const at = first ?? { start: 0, end: text.length };
  return { start: start + at.start, end: start + at.end, snippet: marked(text, from, to, hits) };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first phrase where one is wanted, else the first word that is. */
function firstHit(text: string, keys: ReadonlySet<string>, phrases: readonly string[]): Stretch | null {
  const [phrase] = phrases;
  if (phrase !== undefined) {
    const [words, length] = [[...wordsOf(text)], phrase.split(" ").length];
    for (let i = 0; i + length <= words.length; i++) {
      const [start, end] = [words[i]!.start, words[i + length - 1]!.end];
      if (keys.has(words[i]!.key) && foldWords(text.slice(start, end)) === phrase) return { start, end };
    }
  }
  for (const word of wordsOf(text)) if (keys.has(word.key)) return word;
  return null;
}

/** The sentence around a place; read from its paragraph alone. */
function sentenceAt(text: string, { start, end }: Stretch): Stretch {
  const from = text.lastIndexOf("\n\n", start) + 1;
  const next = text.indexOf("\n\n", end);
  const paragraph = text.slice(from, next < 0 ? text.length : next).slice(0, 20_000);
  for (const tokens of splitSentences(paragraph)) {
    const [a, b] = [from + (tokens[0]?.start ?? 0), from + (tokens.at(-1)?.end ?? 0)];
    if (a <= start && end <= b) return { start: a, end: b };
  }
  return { start, end };
}

/** At most so much of a sentence, with the hit in it, cut between words. */
function cut(text: string, sentence: Stretch, hit: Stretch): readonly [number, number] {
  if (sentence.end - sentence.start <= longest) return [sentence.start, sentence.end];
  const from = Math.max(sentence.start, Math.min(hit.start - 80, sentence.end - longest));
  const space = text.slice(from, hit.start).search(/\s/u);
  const begin = from === sentence.start || space < 0 ? from : from + space + 1;
  const end = Math.min(sentence.end, Math.max(hit.end, begin + longest));
  const tail = text.slice(hit.end, end).search(/\s\S*$/u);
  return [begin, end === sentence.end || tail < 0 ? end : hit.end + tail];
}

function marked(text: string, from: number, to: number, hits: readonly Stretch[]): Snippet["snippet"] {
  const pieces: Snippet["snippet"] = [];
  let at = from;
  for (const { start, end } of hits) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (to > at) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
}
