import type { Found, KeptList, LastFound } from "../engine/ports.js";
import type { Seed } from "./crawl.js";
import { isFeed, readFeed } from "./feeds/index.js";
import type { World } from "./fetch.js";
import { fromPath, fromStdin, type Taking } from "./files.js";

/** What gathering takes from the world around it. */
export interface Gathering extends Taking {
  readonly stdin: NodeJS.ReadableStream;
  /** What the story holds from a place; nothing where it is not given. */
  readonly lastFound?: (place: string) => Promise<LastFound | null>;
  /** The feed or sitemap that was fetched from an address the last time; nothing where it is not given. */
  readonly lastList?: (place: string) => Promise<KeptList | null>;
  /** How many entries of one feed are taken; fifty where it is not said. */
  readonly limit?: number;
  /** The network; the public web where it is not given. */
  readonly world?: World;
}

/** So many entries of a feed are taken when nothing else is said. */
export const usualLimit = 50;

/**
 * Everything that paths, patterns, addresses and `-` lead to: captures, or why there is none. Files come in the order
 * given, then what feeds among them and addresses lead to as it comes in.
 */
export async function* gather(places: readonly string[], gathering: Gathering): AsyncGenerator<Found> {
  const { now, stdin, columns = {} } = gathering;
  const taking = { now, columns };
  const seeds: Seed[] = [];
  for (const place of places) {
    if (/^https?:\/\//i.test(place)) seeds.push(place.replace(/#.*$/s, ""));
    else if (place === "-") yield* withoutFeeds(fromStdin(stdin, taking), seeds);
    else yield* withoutFeeds(fromPath(place, taking), seeds);
  }
  if (seeds.length > 0) yield* fetched(seeds, gathering);
}

/** Puts feeds aside for what they lead to; everything else passes. */
async function* withoutFeeds(found: AsyncIterable<Found> | Iterable<Found>, seeds: Seed[]): AsyncGenerator<Found> {
  for await (const one of found) {
    const feed =
      one.capture !== null && isFeed(one.capture.bytes) ? readFeed(one.capture.bytes, one.capture.place) : null;
    if (feed === null || one.capture === null) yield one;
    else seeds.push({ place: one.capture.place, feed });
  }
}

async function* fetched(seeds: readonly Seed[], gathering: Gathering): AsyncGenerator<Found> {
  const [{ crawl }, { realWorld }] = await Promise.all([import("./crawl.js"), import("./fetch.js")]);
  const { now, world = realWorld(now), limit = usualLimit, columns = {} } = gathering;
  const { lastFound = async () => null, lastList = async () => null } = gathering;
  yield* crawl(seeds, { world, limit, columns, lastFound, lastList });
}
