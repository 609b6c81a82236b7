import type { RemovalReason } from "../model/index.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";

/** What the scripts of the networks look for in a page in order to show a post there. */
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-(?:embed-bq|card)|threads?-post|text-post-media)(?:\s|$)/i;
const quotes = /pull-?quote/i;
const reach = 8;

/** Which of the things that stand in an article but are not its text the element's names say a block is, if any. */
export function apartFrom({ block }: Measured): "embedded-post" | "pull-quote" | null {
  let at: Element | null = block?.element ?? null;
  for (let steps = 0; at !== null && steps < reach; steps++, at = at.parent) {
    if (at.names === "") continue;
    if (posts.test(at.names)) return "embedded-post";
    if (quotes.test(at.names)) return "pull-quote";
  }
  return null;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * Leaves out posts of others that the article embeds, and quotations pulled out of it that stand in a paragraph as
 * well; one that stands nowhere else is left to what was decided of it. Returns the reason of each.
 */
export function dropApart(items: readonly Measured[], kept: boolean[]): Map<number, RemovalReason> {
  const reasons = new Map<number, RemovalReason>();
  items.forEach((item, i) => {
    const apart = apartFrom(item);
    if (apart !== null) reasons.set(i, apart);
  });
  if (reasons.size === 0) return reasons;
  const prose = letters(items.map(({ text }, i) => (kept[i] && !reasons.has(i) ? text : "")).join(" "));
  for (const [i, reason] of reasons) {
    const own = letters(items[i]!.text);
    const stays = prose === "" || (reason === "pull-quote" && !prose.includes(own));
    if (!stays) kept[i] = false;
    else if (kept[i]) reasons.delete(i);
  }
  return reasons;
}
