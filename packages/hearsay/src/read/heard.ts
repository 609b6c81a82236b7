import type { FeedHint, Hints } from "../model/index.js";

/**
 * What feeds say of a page, put together: the same whichever was read first. Of dates the earliest counts, a page is
 * listed later again, and of the same day's the one with a time; of titles the shortest that is whole, others add the
 * site's name; of authors the longest list.
 */
export function heard(feeds: Hints["feeds"] = {}): FeedHint {
  const said = Object.values(feeds);
  const title = first(
    said.flatMap(({ title }) => title ?? []),
    (text) => [/(?:…|\.\.\.)$/.test(text) ? 1 : 0, text.length],
  );
  const published = first(
    said.flatMap(({ published }) => published ?? []),
    (iso) => [Date.parse(iso.slice(0, 10)) || 0, -iso.length],
  );
  const authors = first(
    said.flatMap(({ authors }) => (authors === undefined ? [] : [authors])),
    (names) => [-names.length],
  );
  const sections = [...new Set(said.flatMap(({ sections }) => sections ?? []))].sort((a, b) => (a < b ? -1 : 1));
  return {
    ...(sections.length > 0 && { sections }),
    ...(title !== undefined && { title }),
    ...(authors !== undefined && { authors }),
    ...(published !== undefined && { published }),
  };
}

/** The value whose ranks come first, compared one by one; of equal ones the first in code-unit order. */
function first<T extends string | readonly string[]>(values: readonly T[], rank: (value: T) => readonly number[]) {
  const keyed = values.map((value) => ({ value, ranks: rank(value), text: [value].flat().join("\u0000") }));
  return keyed.sort((a, b) => {
    const unlike = a.ranks.findIndex((one, i) => one !== b.ranks[i]);
    return unlike >= 0 ? a.ranks[unlike]! - b.ranks[unlike]! : a.text < b.text ? -1 : 1;
  })[0]?.value;
}
