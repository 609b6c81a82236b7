import { readFileSync } from "node:fs";
import { readingOf } from "./reading.js";
import { wordClass } from "./words.js";

/** Two words nobody writes together where a synonym of one would make a common phrase: "fight drones". */
export interface TorturedPhrase {
  /** UTF-16 units of the text given, half-open. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What the phrase was before a synonym was put in: "combat drones". */
  readonly likely: string;
}

/** What a text shows of having been put through a synonym dictionary. */
export interface Torture {
  readonly phrases: readonly TorturedPhrase[];
  /** Distinct tortured phrases per hundred pairs of neighbouring words. */
  readonly rate: number;
  /** Whether that is more than writers do by themselves. */
  readonly spun: boolean;
}

/** Of 300 articles of three US outlets, 2010–2019, 1 in 100 reaches both; see docs/lineage.md. */
const leastRate = 1;
const leastPhrases = 3;

/** A pair of words that stand together, in basic form: "combat drone". */
interface WordPair {
  readonly first: string;
  readonly second: string;
  readonly start: number;
  readonly end: number;
}

/** Finds them, in text order. Quoted words and names are left alone. */
export function torturedIn(text: string): Torture {
  const pairs = plainPairs(text);
  const { known, plain, stands } = table();
  const phrases = new Map<string, TorturedPhrase>();
  for (const { first, second, start, end } of pairs) {
    const key = `${first} ${second}`;
    if (known.has(key) || plain.has(key) || phrases.has(key)) continue;
    const likely = likelier(first, second, known, stands);
    if (likely !== null) phrases.set(key, { start, end, words: text.slice(start, end), likely });
  }
  const rate = pairs.length === 0 ? 0 : (100 * phrases.size) / pairs.length;
  return { phrases: [...phrases.values()], rate, spun: phrases.size >= leastPhrases && rate >= leastRate };
}

function likelier(
  first: string,
  second: string,
  known: ReadonlySet<string>,
  stands: ReadonlyMap<string, readonly string[]>,
): string | null {
  const by = (stands.get(first) ?? []).find((other) => known.has(`${other} ${second}`));
  if (by !== undefined) return `${by} ${second}`;
  const after = (stands.get(second) ?? []).find((other) => known.has(`${first} ${other}`));
  return after === undefined ? null : `${first} ${after}`;
}

/** Neighbouring content words of a text, within sentences and outside quotations. */
export function plainPairs(text: string): WordPair[] {
  const reading = readingOf(text);
  const pairs: WordPair[] = [];
  const word = (at: number): string => basic(text.slice(reading.start[at]!, reading.end[at]!));
  const plain = (at: number): boolean => reading.kind[at] === wordClass.content && reading.own[at] === 1;
  for (const { first, last } of reading.sentences)
    for (let i = first; i + 1 < last; i++) {
      if (!plain(i) || !plain(i + 1) || text.slice(reading.end[i]!, reading.start[i + 1]!) !== " ") continue;
      pairs.push({ first: word(i), second: word(i + 1), start: reading.start[i]!, end: reading.end[i + 1]! });
    }
  return pairs;
}

/** Lower case, plural and verb endings off where that leaves a word a dictionary may have. */
function basic(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s?$/u, "");
  if (/(?:ss|us|is|ous)$/u.test(lower) || lower.length < 5) return lower;
  return lower
    .replace(/ies$/u, "y")
    .replace(/(?<=ss|sh|ch|x|z)es$/u, "")
    .replace(/s$/u, "");
}

interface Table {
  readonly known: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  /** Words of known pairs that each word may stand for. */
  readonly stands: ReadonlyMap<string, readonly string[]>;
}
let loaded: Table | null = null;

/** Ships with the package, made by `training/trace-phrases.mjs`; read when first needed. */
function table(): Table {
  if (loaded !== null) return loaded;
  const place = new URL("../../data/trace/model/phrases.json", import.meta.url);
  const { pairs, plain, stands } = JSON.parse(readFileSync(place, "utf8")) as Record<string, Record<string, string>>;
  const all = (of: Record<string, string>): Set<string> =>
    new Set(Object.entries(of).flatMap(([first, seconds]) => seconds.split(" ").map((second) => `${first} ${second}`)));
  const words = Object.entries(stands!).map(([word, others]): [string, string[]] => [word, others.split(" ")]);
  loaded = { known: all(pairs!), plain: all(plain!), stands: new Map(words) };
  return loaded;
}
