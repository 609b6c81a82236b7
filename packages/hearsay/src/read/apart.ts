import type { RemovalReason } from "../model/index.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";
import { finderIn, squeezed } from "./text.js";

/** What the scripts of the networks look for in a page in order to show a post there. */
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-(?:embed-bq|card)|threads?-post|text-post-media)(?:\s|$)/i;
const quotes = /pull-?quote/i;
const reach = 8;

/** Which of the things that stand in an article but are not its text the element's names say a block is, if any. */
function apartFrom({ block }: Measured): "embedded-post" | "pull-quote" | null {
  let at: Element | null = block?.element ?? null;
  for (let steps = 0; at !== null && steps < reach; steps++, at = at.parent) {
    if (at.names === "") continue;
    if (posts.test(at.names)) return "embedded-post";
    if (quotes.test(at.names)) return "pull-quote";
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
  items.forEach((item, i) => {
    const apart = apartFrom(item);
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
