import { decode } from "../../engine/wording.js";
import type { Feed } from "./feed.js";
import { isJsonFeed, readJson } from "./json.js";
import { readXml, rootOf } from "./xml.js";

export { type Entry, type Feed, type Listed, newest } from "./feed.js";
export { escaped } from "./walk.js";
export { wordsOf } from "./words.js";

/**
 * Reads bytes that are a feed: RSS, Atom, JSON Feed, OPML, a sitemap or an index of sitemaps, however broken.
 * @param place where they were found: what links are relative to
 * @param charset declared beside the bytes
 * @returns null when they are something else
 */
export function readFeed(bytes: Uint8Array, place: string, charset?: string): Feed | null {
  if (!isFeed(bytes)) return null;
  const { text } = decode(bytes, charset);
  const root = rootOf(text);
  if (root !== null) return readXml(text, root, place);
  return isJsonFeed(text) ? readJson(text, place) : null;
}

/** Whether bytes are a feed, as far as their beginning tells in any encoding: without decoding what is none. */
export function isFeed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 20_000))
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)|\0/g, "");
  return rootOf(head) !== null || (/^\s*\{/.test(head) && isJsonFeed(decode(bytes).text));
}
