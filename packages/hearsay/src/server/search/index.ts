import type { Report } from "../../tell/report.js";
import { inSlices } from "../slices.js";
import type { View } from "../view.js";
import { type Item, itemsOf } from "./found.js";
import { wordsOf } from "./words.js";

/** Where a word occurs: items by number, and how often in each. */
export interface Postings {
  readonly items: number[];
  readonly counts: number[];
}

/** An inverted index over everything in a report, in memory. */
export interface SearchIndex {
  readonly items: readonly Item[];
  /** In words. */
  readonly lengths: Uint32Array;
  readonly averageLength: number;
  readonly postings: ReadonlyMap<string, Postings>;
}

/** A word of a title counts as two of the text. */
const titleCount = 2;

/** Indexes a report; in slices, so that everybody else is answered meanwhile. */
export const indexOf = ({ report }: View): Promise<SearchIndex> => inSlices(indexing(report));

/** Each article is read once, whatever is found in it: claims, statements and events are stretches of its words. */
function* indexing(report: Report): Generator<undefined, SearchIndex, undefined> {
  const items = itemsOf(report);
  const lengths = new Uint32Array(items.length);
  const words = new Words();
  const texts = new Map<string, Read>();
  for (const { id, text } of report.articles) {
    texts.set(id, words.read(text));
    yield;
  }
  // Names come again and again.
  const besides = new Map<string, Read>();
  for (const [number, item] of items.entries()) {
    const own = besides.get(item.besides) ?? words.read(item.besides);
    besides.set(item.besides, own);
    const read = texts.get(item.article.id)!;
    const [from, to] = [firstFrom(read.starts, item.start), firstFrom(read.starts, item.end)];
    lengths[number] = to - from + own.keys.length;
    words.count(read.keys, from, to, 1);
    words.count(own.keys, 0, own.keys.length, item.kind === "article" ? titleCount : 1);
    words.post(number);
    yield;
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { items, lengths, averageLength: total / Math.max(1, items.length), postings: words.postings() };
}

/** The words of a text: where each begins, and what it is found under, by number. */
interface Read {
  readonly starts: Uint32Array;
  readonly keys: Uint32Array;
}

/** The place of the first word that does not begin before a place in the text. */
function firstFrom(starts: Uint32Array, at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What things are found under, by number, and what has been counted of one item so far. */
class Words {
  readonly #numbers = new Map<string, number>();
  readonly #postings: Postings[] = [];
  readonly #counts: number[] = [];
  readonly #counted: number[] = [];

  read(text: string): Read {
    const [starts, keys]: [number[], number[]] = [[], []];
    for (const { start, key } of wordsOf(text)) {
      starts.push(start);
      keys.push(this.#numberOf(key));
    }
    return { starts: Uint32Array.from(starts), keys: Uint32Array.from(keys) };
  }

  /** Counts words of a text for the item that is posted next. */
  count(keys: Uint32Array, from: number, to: number, times: number): void {
    for (let i = from; i < to; i++) {
      const key = keys[i]!;
      if (this.#counts[key] === 0) this.#counted.push(key);
      this.#counts[key]! += times;
    }
  }

  /** Notes what has been counted of an item. */
  post(item: number): void {
    for (const key of this.#counted) {
      const { items, counts } = this.#postings[key]!;
      items.push(item);
      counts.push(this.#counts[key]!);
      this.#counts[key] = 0;
    }
    this.#counted.length = 0;
  }

  postings(): ReadonlyMap<string, Postings> {
    return new Map([...this.#numbers].map(([key, number]) => [key, this.#postings[number]!]));
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#postings.push({ items: [], counts: [] });
    this.#counts.push(0);
    return number;
  }
}
