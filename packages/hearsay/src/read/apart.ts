import type { RemovalReason } from "../model/index.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";
import { finderIn, squeezed } from "./text.js";

/** What the scripts of the networks look for in a page in order to show a post there. */
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-(?:embed-bq|card)|threads?-post|text-post-media)(?:\s|$)/i;
const quotes = /pull-?quote/i;
const reach = 8;

type Apart = "embedded-post" | "pull-quote";

/** What an element's names say of it: asked once an element, since blocks share most of those around them. */
function kindsOf(items: readonly Measured[]): ReadonlyMap<Element, Apart> {
  const seen = new Set<Element>();
  const found = new Map<Element, Apart>();
  for (const { block } of items)
    for (let at = block?.element ?? null; at !== null && !seen.has(at); at = at.parent) {
      seen.add(at);
      if (at.names === "") continue;
      if (posts.test(at.names)) found.set(at, "embedded-post");
      else if (quotes.test(at.names)) found.set(at, "pull-quote");
    }
  return found;
}

/** Which of the things that stand in an article but are not its text a block is by the elements around it, if any. */
function apartFrom({ block }: Measured, kinds: ReadonlyMap<Element, Apart>): Apart | null {
  let at: Element | null = block?.element ?? null;
  for (let steps = 0; at !== null && steps < reach; steps++, at = at.parent) {
    const kind = kinds.get(at);
    if (kind !== undefined) return kind;
  }
  return null;
}

/**
 * Leaves out quotations pulled out of the article that stand in a paragraph as well. Posts of others that it embeds,
 * and quotations that stand nowhere else, are left to what was decided of them. Gives the reason for each of both
 * kinds that is not kept.
 */
export function dropApart(items: readonly Measured[], kept: boolean[]): Map<number, RemovalReason> {
  const reasons = new Map<number, RemovalReason>();
  const kinds = kindsOf(items);
  if (kinds.size === 0) return reasons;
  items.forEach((item, i) => {
    const apart = apartFrom(item, kinds);
    if (apart !== null) reasons.set(i, apart);
  });
  if (reasons.size === 0) return reasons;
  const inProse = finderIn(squeezed(items.map(({ text }, i) => (kept[i] && !reasons.has(i) ? text : "")).join(" ")));
  for (const [i, reason] of reasons) {
    if (kept[i] && reason === "pull-quote" && inProse(squeezed(items[i]!.text))) kept[i] = false;
    if (kept[i]) reasons.delete(i);
  }
  return reasons;
}
