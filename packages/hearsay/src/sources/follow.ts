import { constants, gunzipSync } from "node:zlib";
import type { Found } from "../engine/ports.js";
import { decode } from "../engine/wording.js";
import { contentHash, type Diagnostic } from "../model/index.js";
import type { Outcome, Said } from "./errands.js";
import { gunzippedWithin } from "./exchange.js";
import { type Entry, type Feed, isFeed, type Listed, newest, wordsOf } from "./feeds/index.js";
import { hinted } from "./hinted.js";
import { problem } from "./problems.js";

/** What following a feed takes. */
export interface Follower {
  /** How many of a feed's entries are taken. */
  readonly limit: number;
  readonly now: () => string;
  /** The feed or sitemap at an address, what to remember of it, or why there is none. */
  readonly list: (address: string) => Promise<{
    readonly feed: Feed | null;
    readonly found: readonly Found[];
    readonly problem?: Diagnostic;
  }>;
}

/** So many feeds of a list are read, and so many sitemaps of an index. */
const maxFeeds = 100;
const maxSitemaps = 20;
/** Lists lead to lists this often at most. */
const maxDepth = 3;
/** An entry whose text in the feed is shorter, in characters, is only announced there. */
const shortestText = 400;

/** The text of a feed in bytes, also in gzipped ones as sitemaps are; null when there is none. */
export async function feedText(bytes: Uint8Array, charset: string | null): Promise<string | null> {
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isFeed(gzipped ? beginningOf(bytes) : bytes)) return null;
  return decode(gzipped ? await gunzippedWithin(bytes) : bytes, charset ?? undefined).text;
}

/** The beginning of what is gzipped, however the rest is. */
function beginningOf(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes.subarray(0, 16_384), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 32 * 1024 * 1024,
    });
  } catch {
    return new Uint8Array();
  }
}

/** What a feed leads to: its newest entries, or the feeds that it lists. */
export async function follow(feed: Feed, place: string, depth: number, follower: Follower): Promise<Outcome> {
  if (feed.kind === "list of feeds") return followFeeds(feed, place, depth);
  if (feed.kind === "sitemap index") return followIndex(feed, place, follower);
  return followEntries(feed.entries, place, follower, aboutFeed(feed, place));
}

function followFeeds(feed: Feed, place: string, depth: number): Outcome {
  const said = aboutFeed(feed, place);
  if (depth >= maxDepth) {
    const message = `Lists of feeds lead to one another ${maxDepth} times: not followed further.`;
    return noted(place, [...said, problem("warning", "feed", place, message)]);
  }
  const taken = feed.lists.slice(0, maxFeeds);
  if (taken.length < feed.lists.length)
    said.push(problem("warning", "feed", place, `${feed.lists.length} feeds: the first ${maxFeeds} were taken.`));
  return { ...noted(place, said), errands: taken.map(({ url }) => ({ place: url, depth: depth + 1, said: [] })) };
}

/** Reads sitemaps of an index until there are as many entries as are wanted: the newest sitemaps first. */
async function followIndex(index: Feed, place: string, follower: Follower): Promise<Outcome> {
  const about = aboutFeed(index, place);
  const entries: Entry[] = [];
  const found: Found[] = [];
  const dated = index.lists.every(({ touched }) => touched !== null);
  const taken = newest(index.lists, maxSitemaps);
  for (const sitemap of taken) {
    if (dated && entries.length >= follower.limit) break;
    const { feed, found: kept, problems } = await sitemapAt(sitemap, follower);
    // One by one: a sitemap may have more entries than a call takes arguments.
    for (const entry of feed?.entries ?? []) entries.push(entry);
    found.push(...kept);
    about.push(...problems);
  }
  const outcome = followEntries(entries, place, follower, about);
  return { ...outcome, found: [...found, ...outcome.found] };
}

async function sitemapAt({ url }: Listed, { list }: Follower) {
  const { feed, found, problem: refusal } = await list(url);
  if (refusal !== undefined) return { feed: null, found, problems: [refusal] };
  if (feed?.kind === "sitemap" || feed?.kind === "feed") return { feed, found, problems: aboutFeed(feed, url) };
  const other = problem("warning", "feed", url, "An index of sitemaps lists this, and it is none.");
  return { feed: null, found, problems: [other] };
}

function followEntries(
  all: readonly Entry[],
  place: string,
  { limit, now }: Follower,
  said: readonly Diagnostic[],
): Outcome {
  const entries = distinct(all);
  const taken = newest(entries, limit);
  const led: Said[] = [];
  const found: Found[] = [];
  for (const entry of taken) {
    if (entry.url !== null) led.push({ feed: place, entry });
    else found.push(...unlinked({ feed: place, entry }, now()));
  }
  const nowhere = taken.length - led.length - found.length;
  const diagnostics = [...said];
  if (taken.length < entries.length)
    diagnostics.push(
      problem("info", "feed", place, `${entries.length} entries: the newest ${limit} were taken (--limit takes more).`),
    );
  if (nowhere > 0)
    diagnostics.push(
      problem(
        "warning",
        "feed",
        place,
        `${nowhere} ${nowhere === 1 ? "entry has" : "entries have"} neither an address nor a text of its own.`,
      ),
    );
  return { found: [...found, ...noted(place, diagnostics).found], errands: [], said: led };
}

/** Entries that lead to one page but once: the newest, or the first. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return newest(entries, entries.length).filter(({ url }) => {
    if (url === null) return true;
    const isNew = !seen.has(url);
    seen.add(url);
    return isNew;
  });
}

/** Longest key of an entry that names its place, in UTF-16 units. */
const longestKey = 200;

function unlinked(said: Said, retrieved: string): readonly Found[] {
  const { key, content } = said.entry;
  const given = key !== null && key.length <= longestKey && !/\p{Cc}|^https?:/iu.test(key) ? key : null;
  const name = given ?? contentHash(key ?? content?.text ?? "").slice(0, 12);
  const found = fromEntry([said], `${said.feed}#${name}`, retrieved, null);
  return found === null ? [] : [found];
}

/**
 * The capture of what feeds have of a page, the longest text among them; null when there is too little of it to be the
 * article.
 * @param because why its page is not there
 */
export function fromEntry(
  said: readonly Said[],
  place: string,
  retrieved: string,
  because: Diagnostic | null,
): Found | null {
  const content = longestOf(said);
  if (content === null || (content.html ? wordsOf(content.text) : content.text).length < shortestText) return null;
  const markup = content.html ? `<article>\n${content.text}\n</article>\n` : content.text;
  const bytes = new TextEncoder().encode(markup);
  const found = hinted(bytes, place, retrieved, { charset: "utf-8", validators: null, fromFeed: true }, said);
  if (because === null) return found;
  const message = `${because.message} The text in the feed is used instead.`;
  return { ...found, diagnostics: [...found.diagnostics, problem("warning", "from-feed", place, message)] };
}

const longestOf = (said: readonly Said[]): Entry["content"] =>
  said.reduce<Entry["content"]>(
    (longest, { entry: { content } }) =>
      content !== null && content.text.length > (longest?.text.length ?? 0) ? content : longest,
    null,
  );

/** What is wrong with a feed. */
function aboutFeed({ kind, entries, lists, broken }: Feed, place: string): Diagnostic[] {
  const count = entries.length + lists.length;
  if (broken) {
    const message = `The ${kind} breaks off or is not well-formed: ${count === 0 ? "nothing" : `${count} ${count === 1 ? "entry" : "entries"}`} could be read of it.`;
    return [
      problem(count === 0 ? "error" : "warning", "broken-feed", place, message, "Tell its publisher, or try later."),
    ];
  }
  return count > 0 ? [] : [problem("warning", "empty-feed", place, `The ${kind} has no entries.`)];
}

const noted = (place: string, diagnostics: readonly Diagnostic[]): Outcome => ({
  found: diagnostics.length === 0 ? [] : [{ capture: null, file: place, diagnostics }],
  errands: [],
  said: [],
});
