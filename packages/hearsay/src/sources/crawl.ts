import type { Found } from "../engine/ports.js";
import { Crawler, type Crawling } from "./crawler.js";
import { addressOf, type Errand, inTurns, type Said } from "./errands.js";
import type { Feed } from "./feeds/index.js";

export type { Crawling } from "./crawler.js";

/** Something to look at: an address, or a feed that is already at hand. */
export type Seed = string | { readonly place: string; readonly feed: Feed };

/**
 * Fetches addresses and what feeds among them list: hosts side by side, each one thing at a time, so that captures come
 * in no certain order. Each address is fetched once. Feeds are read before the pages they list, so that all that they
 * say of a page is known when it comes, whichever of them answered first.
 */
export async function* crawl(seeds: readonly Seed[], crawling: Crawling): AsyncGenerator<Found> {
  const crawler = new Crawler(crawling);
  const listed = new Map<string, Said[]>();
  for await (const { found, said } of inTurns(seeds.map(errandOf), (errand) => crawler.first(errand))) {
    for (const one of said) note(listed, one);
    yield* slowly(found);
  }
  for await (const { found } of inTurns(pages(listed), (errand) => crawler.page(errand))) yield* slowly(found);
}

const errandOf = (seed: Seed): Errand =>
  typeof seed === "string" ? { place: seed, depth: 0, said: [] } : { ...seed, depth: 0, said: [] };

function note(listed: Map<string, Said[]>, said: Said): void {
  const address = addressOf(said.entry.url ?? "");
  const before = listed.get(address);
  if (before === undefined) listed.set(address, [said]);
  // Of a page that a feed lists twice the newer entry counts: it comes first.
  else if (before.every(({ feed }) => feed !== said.feed)) before.push(said);
}

function* pages(listed: ReadonlyMap<string, readonly Said[]>): Generator<Errand> {
  for (const [place, said] of listed)
    yield { place, depth: 0, said: [...said].sort((a, b) => (a.feed < b.feed ? -1 : 1)) };
}

function* slowly(found: readonly Found[]): Generator<Found> {
  for (const one of found) yield { ...one, slow: true };
}
