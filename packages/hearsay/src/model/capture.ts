import type { ColumnMap } from "./fields.js";

/** Bytes as retrieved or read. Never changed. */
export interface Capture {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Path, URL or `-` where it was found first. */
  readonly place: string;
  /** When it was retrieved, ISO 8601; given by whoever reads the clock, never by a stage. */
  readonly retrieved: string;
  readonly bytes: Uint8Array;
  /** What was said of the bytes where they were found; absent when nothing was. */
  readonly hints?: Hints;
  /** What to ask the server with, the next time; absent when it gave nothing to ask with. */
  readonly validators?: Validators;
}

/** What is said of a capture outside its bytes. Reading believes the bytes first. */
export interface Hints {
  /** The character set of the Content-Type header. */
  readonly charset?: string;
  /** What each feed that led to it says of it, by the feed's place. */
  readonly feeds?: Readonly<Record<string, FeedHint>>;
  /** Which columns of the table that it is a row of, or fields of the object that it is, hold what; as the user said. */
  readonly columns?: ColumnMap;
  /** The bytes are the text that a feed has of the page, because the page itself could not be had. */
  readonly fromFeed?: true;
}

/** What one feed says of a page that it lists. */
export interface FeedHint {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** The categories that it is filed under: sections, or tags. */
  readonly sections?: readonly string[];
  /** ISO 8601. */
  readonly published?: string;
}

/** What was said of a capture, then and now: each thing as it was said last, and what each feed said, whichever came first. */
export function hintsTogether(before: Hints, now: Hints): Hints {
  const feeds = Object.entries({ ...before.feeds, ...now.feeds }).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...before, ...now, ...(feeds.length > 0 && { feeds: Object.fromEntries(feeds) }) };
}

/** What a server told a page's version by (RFC 9110, 8.8). */
export interface Validators {
  /** The address that answered, redirects followed. */
  readonly url: string;
  readonly etag: string | null;
  readonly modified: string | null;
}

/**
 * Whether a place is one thing's own, so that what it shows next follows what it showed before. Standard input is none,
 * nor is a row or message of a file (`export.csv#4`): its number shifts.
 */
export const isLasting = (place: string): boolean => !/^-(?:$|\/)/.test(place) && !place.includes("#");

/**
 * The web address that a place shows: its own, or that of a page kept in a web archive ("crawl.warc.gz#https://…"), so
 * that captures of one page belong together wherever they were kept. Null for files, and for files in archives.
 */
export function addressIn(place: string): string | null {
  const kept = /#(https?:\/\/.+)$/is.exec(place)?.[1];
  if (kept === undefined && (!/^https?:\/\//i.test(place) || /#|\.(?:zip|wacz|tar|t?gz)\//i.test(place))) return null;
  const address = kept ?? place;
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
