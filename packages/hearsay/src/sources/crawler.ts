import type { Found, KeptList, LastFound } from "../engine/ports.js";
import type { ColumnMap } from "../model/fields.js";
import type { Diagnostic } from "../model/index.js";
import { addressOf, type Errand, type Outcome, type Said } from "./errands.js";
import { type Feed, isFeed, readFeed } from "./feeds/index.js";
import { Fetcher, type Page, type World } from "./fetch.js";
import { type Follower, feedText, follow, fromEntry } from "./follow.js";
import { feedHints, hinted } from "./hinted.js";
import { problem } from "./problems.js";
import { explain, Refusal } from "./refusals.js";
import { insteadOfStub } from "./stubs.js";
import { containerOf, headSize } from "./unpack/detect.js";
import { unpack } from "./unpack/index.js";

/** What fetching addresses and following feeds takes. */
export interface Crawling {
  readonly world: World;
  /** What was found at an address the last time. */
  readonly lastFound: (place: string) => Promise<LastFound | null>;
  /** The feed or sitemap that was found at an address the last time. */
  readonly lastList: (place: string) => Promise<KeptList | null>;
  /** How many entries of one feed are taken. */
  readonly limit: number;
  /** Which columns of tables and fields of records hold what, where the user says so. */
  readonly columns: ColumnMap;
}

/** What an address turned out to hold. */
type Held =
  | { readonly is: "feed"; readonly feed: Feed; readonly found: readonly Found[] }
  | { readonly is: "page"; readonly found: readonly Found[] }
  | { readonly is: "nothing"; readonly because: Diagnostic; readonly last: LastFound | null };
/** What is remembered of that: no bytes. */
type Memory =
  | { readonly is: "feed" }
  | { readonly is: "page"; readonly unchanged: Unchanged | undefined; readonly diagnostics: readonly Diagnostic[] }
  | Extract<Held, { readonly is: "nothing" }>;
type Unchanged = NonNullable<Extract<Found, { readonly capture: null }>["unchanged"]>;

/** Runs errands one by one, and remembers what each address held. */
export class Crawler {
  readonly #fetcher: Fetcher;
  readonly #held = new Map<string, Memory>();

  constructor(readonly crawling: Crawling) {
    this.#fetcher = new Fetcher(crawling.world);
  }

  /** What the user gave, or a list names: a feed is followed, a page captured. */
  async first({ place, depth, feed }: Errand): Promise<Outcome> {
    if (feed !== undefined) return follow(feed, place, depth, this.#follower);
    const held = await this.#get(place);
    this.#held.set(addressOf(place), remembered(held, place));
    if (held.is === "nothing") return only({ capture: null, file: place, diagnostics: [held.because] });
    if (held.is === "page") return { found: held.found, errands: [], said: [] };
    const outcome = await follow(held.feed, place, depth, this.#follower);
    return { ...outcome, found: [...held.found, ...outcome.found] };
  }

  /** A page that feeds list, under all that they say of it. One that was fetched already is not fetched again. */
  async page({ place, said }: Errand): Promise<Outcome> {
    const before = this.#held.get(place);
    if (before?.is === "feed") return nothing;
    if (before?.is === "page") return told(place, before, said);
    const held = before ?? (await this.#get(place, said));
    const feed = new Refusal("feed", "An entry of a feed leads to another feed: not followed.");
    if (held.is === "feed") return only({ capture: null, file: place, diagnostics: [explain(place, feed)] });
    if (held.is === "page") return { found: held.found, errands: [], said: [] };
    // What was had of the page itself before is worth more than what a feed has of it now.
    const instead = isPage(held.last) ? null : fromEntry(said, place, this.crawling.world.now(), held.because);
    if (instead !== null) return only(instead);
    return before === undefined ? only({ capture: null, file: place, diagnostics: [held.because] }) : nothing;
  }

  async #get(place: string, said: readonly Said[] = []): Promise<Held> {
    const { lastFound, lastList, world, columns } = this.crawling;
    const last = await lastFound(place);
    try {
      const list = last === null ? await lastList(place) : null;
      const page = await this.#fetcher.page(place, last?.validators ?? list?.validators ?? null);
      if (page.bytes === null && last !== null) return same(place, last, page, world.now(), said);
      if (page.bytes === null && list !== null) return listed(place, list.text, page);
      const bytes = page.bytes ?? new Uint8Array();
      const text = await feedText(bytes, page.charset);
      if (text !== null) return listed(place, text, page);
      const now = world.now();
      const fuller = await insteadOfStub(bytes, place, now, page, said);
      return { is: "page", found: fuller === null ? await opened(columns, bytes, place, now, page, said) : [fuller] };
    } catch (error) {
      return { is: "nothing", because: explain(place, error), last };
    }
  }

  get #follower(): Follower {
    const { limit, world } = this.crawling;
    return {
      limit,
      now: world.now,
      list: async (place) => {
        const held = await this.#get(place);
        if (held.is === "nothing") return { feed: null, found: [], problem: held.because };
        return { feed: held.is === "feed" ? held.feed : null, found: held.is === "feed" ? held.found : [] };
      },
    };
  }
}

function remembered(held: Held, place: string): Memory {
  if (held.is === "feed") return { is: "feed" };
  if (held.is === "nothing") return held;
  const own = held.found.find((one) => fileOf(one) === place);
  const { hash, retrieved, validators } = own?.capture ?? (own?.capture === null ? own.unchanged : undefined) ?? {};
  const diagnostics = held.found.filter((one) => fileOf(one) === place).flatMap((one) => one.diagnostics);
  if (hash === undefined || retrieved === undefined) return { is: "page", unchanged: undefined, diagnostics };
  return { is: "page", unchanged: { hash, retrieved, ...(validators !== undefined && { validators }) }, diagnostics };
}

/** What feeds say of a page that was captured in this run before they were asked. */
function told(file: string, { unchanged, diagnostics }: Memory & { readonly is: "page" }, said: readonly Said[]) {
  if (unchanged === undefined) return nothing;
  return only({ capture: null, file, diagnostics, unchanged: { ...unchanged, hints: feedHints(said) } });
}

function same(file: string, last: LastFound, page: Page, retrieved: string, said: readonly Said[]): Held {
  const validators = page.validators ?? last.validators;
  const unchanged = {
    ...{ hash: last.hash, retrieved, hints: feedHints(said) },
    ...(validators !== null && { validators }),
  };
  return { is: "page", found: [{ capture: null, file, diagnostics: [], unchanged }] };
}

/** A feed, and what to remember of it where its server says how it can be asked for again. */
function listed(place: string, text: string, { url, validators }: Page): Held {
  const feed = readFeed(new TextEncoder().encode(text), url, "utf-8");
  if (feed === null) throw new Refusal("feed", "This is a feed at its beginning only.");
  const found =
    validators === null ? [] : [{ capture: null, file: place, diagnostics: [], list: { text, validators } }];
  return { is: "feed", feed, found };
}

/** The capture of a page or document; of an archive, a mailbox or a table, everything in it. */
async function opened(
  columns: ColumnMap,
  ...[bytes, place, now, page, said]: Parameters<typeof hinted>
): Promise<readonly Found[]> {
  const name = /[^/]*$/.exec(new URL(place).pathname)?.[0] ?? "";
  if (containerOf(Buffer.from(bytes.subarray(0, headSize)), name, columns) === null)
    return [hinted(bytes, place, now, page, said)];
  const found: Found[] = [];
  try {
    for await (const one of unpack({ place, name, chunks: once(bytes), size: null, path: null }, now, "error", columns))
      if (one.capture?.place === place)
        found.push(hinted(one.capture.bytes, place, now, page, said, one.capture.hints));
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
const fileOf = (found: Found): string => (found.capture === null ? found.file : found.capture.place);
const nothing: Outcome = { found: [], errands: [], said: [] };
const only = (found: Found): Outcome => ({ ...nothing, found: [found] });
