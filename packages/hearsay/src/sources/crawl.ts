import type { Found, LastFound } from "../engine/ports.js";
import type { ColumnMap } from "../model/fields.js";
import { type Entry, type Feed, isFeed } from "./feeds/index.js";
import { Fetcher, type World } from "./fetch.js";
import { type Follower, feedOf, follow, fromEntry } from "./follow.js";
import { hinted } from "./hinted.js";
import { problem } from "./problems.js";
import { explain, Refusal } from "./refusals.js";
import { containerOf, headSize } from "./unpack/detect.js";
import { unpack } from "./unpack/index.js";

/** What fetching addresses and following feeds takes. */
export interface Crawling {
  readonly world: World;
  /** What was found at an address the last time. */
  readonly lastFound: (place: string) => Promise<LastFound | null>;
  /** How many entries of one feed are taken. */
  readonly limit: number;
  /** Which columns of tables and fields of records hold what, where the user says so. */
  readonly columns: ColumnMap;
}

/** Something to look at: an address, or a feed that is already at hand. */
export type Seed = string | { readonly place: string; readonly feed: Feed };

/** So many hosts are asked at the same time. */
const width = 8;

/** One address to fetch, or one feed to follow, and what is known of it. */
export interface Errand {
  readonly place: string;
  /** How many lists led to it. */
  readonly depth: number;
  readonly feed?: Feed;
  /** The entry that led to the address. */
  readonly entry?: Entry;
}

/** What an errand brought, and what it led to. */
export interface Outcome {
  readonly found: readonly Found[];
  readonly errands: readonly Errand[];
}

/**
 * Fetches addresses and what feeds among them list: hosts side by side, each one thing at a time, so that captures come
 * in no certain order. Each address is fetched once.
 */
export async function* crawl(seeds: readonly Seed[], crawling: Crawling): AsyncGenerator<Found> {
  const crawler = new Crawler(crawling);
  const queue = new Queue();
  for (const seed of seeds) queue.add(typeof seed === "string" ? { place: seed, depth: 0 } : { ...seed, depth: 0 });
  const running = new Map<string, Promise<Outcome & { readonly host: string }>>();
  for (;;) {
    while (running.size < width) {
      const next = queue.take(running);
      if (next === null) break;
      const { host, errand } = next;
      running.set(
        host,
        crawler.run(errand).then((outcome) => ({ ...outcome, host })),
      );
    }
    if (running.size === 0) return;
    const { host, found, errands } = await Promise.race(running.values());
    running.delete(host);
    for (const errand of errands) queue.add(errand);
    for (const one of found) yield { ...one, slow: true };
  }
}

/** Errands by host, each address once. */
class Queue {
  readonly #byHost = new Map<string, Errand[]>();
  readonly #seen = new Set<string>();

  add(errand: Errand): void {
    const address = errand.place.replace(/#.*$/s, "");
    if (errand.feed === undefined && this.#seen.has(address)) return;
    this.#seen.add(address);
    const host = errand.feed === undefined ? hostOf(errand.place) : `feed ${errand.place}`;
    const waiting = this.#byHost.get(host);
    if (waiting === undefined) this.#byHost.set(host, [errand]);
    else waiting.push(errand);
  }

  /** The next errand to a host at which none is running; null when there is none. */
  take(running: { has(host: string): boolean }): { readonly host: string; readonly errand: Errand } | null {
    for (const [host, waiting] of this.#byHost) {
      if (running.has(host)) continue;
      const errand = waiting.shift();
      if (waiting.length === 0) this.#byHost.delete(host);
      if (errand !== undefined) return { host, errand };
    }
    return null;
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : "");

class Crawler {
  readonly #fetcher: Fetcher;

  constructor(readonly crawling: Crawling) {
    this.#fetcher = new Fetcher(crawling.world);
  }

  async run({ place, entry, depth, feed }: Errand): Promise<Outcome> {
    const { lastFound, world, columns } = this.crawling;
    const last = feed === undefined ? await lastFound(place) : null;
    try {
      if (feed !== undefined) return await follow(feed, place, depth, this.#follower);
      const page = await this.#fetcher.page(place, last?.validators ?? null);
      if (page.bytes === null && last !== null)
        return only({ capture: null, file: place, diagnostics: [], unchanged: last.hash });
      const bytes = page.bytes ?? new Uint8Array();
      const list = await feedOf(bytes, place, page.charset);
      if (list !== null && entry === undefined) return await follow(list, place, depth, this.#follower);
      if (list !== null) throw new Refusal("feed", "An entry of a feed leads to another feed: not followed.");
      return { found: await opened(columns, bytes, place, world.now(), page, entry), errands: [] };
    } catch (error) {
      const problem = explain(place, error);
      // What was had of the page itself before is worth more than what a feed has of it now.
      const instead = entry === undefined || isPage(last) ? null : fromEntry(entry, place, world.now(), problem);
      return only(instead ?? { capture: null, file: place, diagnostics: [problem] });
    }
  }

  get #follower(): Follower {
    const { limit, world } = this.crawling;
    return { limit, now: world.now, page: (address) => this.#fetcher.page(address) };
  }
}

/** The capture of a page or document; of an archive, a mailbox or a table, everything in it. */
async function opened(
  columns: ColumnMap,
  ...[bytes, place, now, page, entry]: Parameters<typeof hinted>
): Promise<readonly Found[]> {
  const name = /[^/]*$/.exec(new URL(place).pathname)?.[0] ?? "";
  if (containerOf(Buffer.from(bytes.subarray(0, headSize)), name, columns) === null)
    return [hinted(bytes, place, now, page, entry)];
  const found: Found[] = [];
  try {
    for await (const one of unpack({ place, name, chunks: once(bytes), size: null, path: null }, now, "error", columns))
      if (one.capture?.place === place)
        found.push(hinted(one.capture.bytes, place, now, page, entry, one.capture.hints));
      else if (one.capture !== null && isFeed(one.capture.bytes)) found.push(unfollowed(one.capture.place));
      else found.push(one);
  } catch (error) {
    found.push({ capture: null, file: place, diagnostics: [explain(place, error)] });
  }
  return found;
}

function unfollowed(file: string): Found {
  const message = "A feed in an archive from the web: it was not followed.";
  return { capture: null, file, diagnostics: [problem("warning", "feed", file, message, "Add its own address.")] };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const isPage = (last: LastFound | null): boolean => last !== null && last.hints.fromFeed === undefined;
const only = (found: Found): Outcome => ({ found: [found], errands: [] });
