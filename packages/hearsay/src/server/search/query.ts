import { couldBe } from "../../records/narrow.js";
import { foldWords } from "../../tell/words.js";
import { type Item, type Kind, publication } from "./found.js";
import type { Postings, SearchIndex } from "./index.js";
import { keysIn } from "./words.js";

/** What is looked for: every word, and every phrase word for word. */
export interface Wanted {
  /** Keys of words, those of phrases included. */
  readonly keys: readonly string[];
  /** Phrases, folded. */
  readonly phrases: readonly string[];
}

/** What narrows a search down. */
export interface Narrowing {
  readonly kind?: Kind;
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
}

/** So many different words of a query count. */
const mostWords = 12;

/** A query as typed: words, and phrases in double quotes. */
export function wantedIn(query: string): Wanted {
  const phrases: string[] = [];
  const words = query.normalize("NFC").replace(/["“”„]([^"“”„]*)["“”„]/gu, (_, phrase: string) => {
    const folded = foldWords(phrase);
    if (folded.includes(" ")) phrases.push(folded);
    return ` ${phrase} `;
  });
  return { keys: [...new Set(keysIn(words))].slice(0, mostWords), phrases };
}

/** Okapi BM25's usual constants. */
const [saturation, lengthShare] = [1.2, 0.75];

/** The items that hold all that is wanted, the best first; equals in the order of the report. */
export function search(index: SearchIndex, wanted: Wanted, narrowing: Narrowing): Item[] {
  const lists = wanted.keys.map((key) => index.postings.get(key));
  if (lists.length === 0 || lists.some((list) => list === undefined)) return [];
  const byRarity = (lists as Postings[]).toSorted((a, b) => a.items.length - b.items.length);
  const scores = ranked(index, byRarity);
  const passes = filterOf(narrowing);
  const found = byRarity[0]!.items.filter((number) => {
    if (scores[number] === 0) return false;
    const item = index.items[number]!;
    return passes(item) && wanted.phrases.every((phrase) => holds(item, phrase));
  });
  return found.sort((a, b) => scores[b]! - scores[a]! || a - b).map((number) => index.items[number]!);
}

/** What each item scores by its number: 0 for one that is not in all lists, the shortest of which comes first. */
function ranked({ items, lengths, averageLength }: SearchIndex, lists: readonly Postings[]): Float64Array {
  let scores = new Float64Array(items.length);
  for (const [place, { items: numbers, counts }] of lists.entries()) {
    const rarity = Math.log(1 + (items.length - numbers.length + 0.5) / (numbers.length + 0.5));
    const next = new Float64Array(items.length);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const before = scores[number]!;
      if (place > 0 && before === 0) continue;
      const [times, length] = [counts[i]!, lengths[number]! / averageLength];
      const share = (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * length));
      next[number] = before + rarity * share;
    }
    scores = next;
  }
  return scores;
}

function filterOf({ kind, outlet, since, until }: Narrowing): (item: Item) => boolean {
  const part = outlet?.toLowerCase();
  return ({ kind: own, article }) =>
    (kind === undefined || own === kind) &&
    (part === undefined || article.label.toLowerCase().includes(part)) &&
    couldBe(publication(article), since, until);
}

const folded = new WeakMap<Item, string>();

/** Whether an item's words hold a phrase, word for word whatever stands between the words. */
function holds(item: Item, phrase: string): boolean {
  let text = folded.get(item);
  if (text === undefined) {
    text = ` ${foldWords(`${item.besides}\n${item.article.text.slice(item.start, item.end)}`)} `;
    if (item.kind === "article") folded.set(item, text);
  }
  return text.includes(` ${phrase} `);
}
