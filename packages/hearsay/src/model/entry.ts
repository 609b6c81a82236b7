import type { Article, Evidence } from "./article.js";
import { HearsayError } from "./error.js";
import type { Interval } from "./interval.js";

/** One entry of a live blog: the stretch of its article's text that stands under a time of its own. */
export interface Entry {
  /** Half-open, in UTF-16 units of `Article.text`. */
  readonly start: number;
  readonly end: number;
  readonly title: string | null;
  /** ISO 8601 local date-time, with its zone where the page gives one; a day alone, or null, where it says no more. */
  readonly time: string | null;
  /** The days between which it must have been written, where that is known: "14:32" alone may be of either of two. */
  readonly within: Interval | null;
  /** Where its time was found, in which words. */
  readonly evidence: Evidence;
}

/**
 * The entries of a text, checked.
 * @throws HearsayError `entry.invalid` unless they follow one another, none empty, none beyond the text's end.
 */
export function checkedEntries(entries: readonly Entry[], text: string): readonly Entry[] {
  let last = 0;
  for (const { start, end } of entries) {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < last || end <= start || end > text.length)
      throw new HearsayError("entry.invalid", `Not an entry of a text of ${text.length}: [${start}, ${end}).`);
    last = end;
  }
  return entries;
}

/** The entry that an offset lies in, or null. */
export function entryAt(entries: readonly Entry[], offset: number): Entry | null {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = entries[low - 1];
  return found !== undefined && offset < found.end ? found : null;
}

/**
 * When what stands at an offset of an article was published: by its entry's own time where it is in one that has any,
 * else by the article's.
 */
export function publicationAt(
  article: Pick<Article, "published" | "publishedWithin" | "entries">,
  offset: number,
): Pick<Article, "published" | "publishedWithin"> {
  const entry = article.entries.length === 0 ? null : entryAt(article.entries, offset);
  if (entry === null || (entry.time === null && entry.within === null)) return article;
  return { published: entry.time, publishedWithin: entry.within };
}
