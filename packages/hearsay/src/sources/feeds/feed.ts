/** A list of articles, or of further such lists, as a site publishes it. */
export interface Feed {
  readonly kind: "feed" | "sitemap" | "list of feeds" | "sitemap index";
  readonly entries: readonly Entry[];
  /** Further lists: the feeds of an OPML file, the sitemaps of an index. */
  readonly lists: readonly Listed[];
  /** Whether it breaks off or is not well-formed. */
  readonly broken: boolean;
}

/** One article as a feed has it. */
export interface Entry {
  /** Absolute, without fragment; null when it leads nowhere. */
  readonly url: string | null;
  /** What tells it from the feed's others when it leads nowhere. */
  readonly key: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** The categories that it is filed under. */
  readonly sections: readonly string[];
  /** ISO 8601. */
  readonly published: string | null;
  /** The latest time that is given with it at all, for putting entries in order; ISO 8601. */
  readonly touched: string | null;
  /** The longest text given with it: markup, or plain text. */
  readonly content: { readonly html: boolean; readonly text: string } | null;
}

export interface Listed {
  readonly url: string;
  readonly touched: string | null;
}

/** The newest of a list first, as many as wanted. Undated ones keep their place behind: feeds begin with the newest. */
export function newest<T extends { readonly touched: string | null }>(list: readonly T[], count: number): readonly T[] {
  const time = ({ touched }: T): number => (touched === null ? Number.NEGATIVE_INFINITY : timeOf(touched));
  return list
    .map((item, index) => ({ item, index, at: time(item) }))
    .sort((a, b) => (a.at === b.at ? a.index - b.index : b.at - a.at))
    .slice(0, count)
    .map(({ item }) => item);
}

/** A time of day without a zone counts as one of UTC: the same on every machine. */
const timeOf = (iso: string): number => Date.parse(/T[\d:.]+$/.test(iso) ? `${iso}Z` : iso);

/**
 * What a feed's links are relative to: the address it came from, or, of a file, the address that it gives for itself or
 * for its site; changed by its `xml:base`.
 * @param place where it was found: an address, or a path
 */
export function baseOf(place: string, written: string | null, links: readonly string[]): string {
  const own = /^https?:/i.test(place) ? place : (links.flatMap((link) => absolute(link, place) ?? [])[0] ?? place);
  return absolute(written, own) ?? own;
}

/** An absolute web address, without fragment; null when there is none in it. */
export function absolute(link: string | null | undefined, base: string): string | null {
  const written = (link ?? "").trim();
  if (written === "") return null;
  try {
    const url = new URL(written, /^https?:/i.test(base) ? base : undefined);
    url.hash = "";
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
