import type { Report } from "../../tell/report.js";
import { inSlices } from "../slices.js";
import type { View } from "../view.js";
import { type Item, itemsOf } from "./found.js";
import { keysIn } from "./words.js";

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

function* indexing(report: Report): Generator<undefined, SearchIndex, undefined> {
  const items = itemsOf(report);
  const lengths = new Uint32Array(items.length);
  const postings = new Map<string, Postings>();
  for (const [number, { kind, article, start, end, besides }] of items.entries()) {
    const counts = new Map<string, number>();
    lengths[number] =
      count(counts, article.text.slice(start, end), 1) + count(counts, besides, kind === "article" ? titleCount : 1);
    for (const [key, times] of counts) {
      const known = postings.get(key);
      if (known === undefined) postings.set(key, { items: [number], counts: [times] });
      else {
        known.items.push(number);
        known.counts.push(times);
      }
    }
    yield;
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { items, lengths, averageLength: total / Math.max(1, items.length), postings };
}

function count(counts: Map<string, number>, text: string, times: number): number {
  let length = 0;
  for (const key of keysIn(text)) {
    counts.set(key, (counts.get(key) ?? 0) + times);
    length++;
  }
  return length;
}
