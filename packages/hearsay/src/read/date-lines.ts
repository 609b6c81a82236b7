import { withoutDates } from "./bylines.js";
import { findDates, usable } from "./dates.js";
import type { Measured } from "./measured.js";

/** A line of a text without markup that dates it. */
export interface DateLine {
  readonly text: string;
  readonly published: string;
}

const publishedWords =
  /^(?:(?:first |originally )?(?:published|posted)|publication date|date published|veröffentlicht|publié|publicado|pubblicato|opublikowano|опубликовано)(?!\p{L})/iu;
/** How many lines before the prose's beginning a line is near it, and how many behind. */
const reach = { before: 25, after: 4 };
const longest = { said: 120, bare: 40 };

/**
 * The date of a text whose front matter has none: of a line that says it is the date of publication, the nearest before
 * the prose, else wherever all such lines agree; failing these, of lines near the prose's beginning that are dates and
 * nothing else, where they agree. `start` is the prose's first line.
 */
export function dateElsewhere(items: readonly Measured[], start: number): DateLine | null {
  const said = items.flatMap(({ text }, at) =>
    text.length <= longest.said && publishedWords.test(text) ? lineOf(text, at) : [],
  );
  const near = said.filter(({ at }) => at < start + reach.after).at(-1);
  const from = Math.max(0, start - reach.before);
  const bare = items
    .slice(from, start + reach.after)
    .flatMap(({ text }, i) => (text.length <= longest.bare && /\d/.test(text) ? lineOf(text, from + i) : []))
    .filter(({ text }) => !/\p{L}{2}/u.test(withoutDates(text)));
  const lists = [near === undefined ? [] : [near], said, bare];
  return lists.find((list) => new Set(list.map(({ published }) => published.slice(0, 10))).size === 1)?.[0] ?? null;
}

function lineOf(text: string, at: number): (DateLine & { readonly at: number })[] {
  const published = usable(findDates(text)[0]);
  return published === null ? [] : [{ text, published, at }];
}
