import { machineDate } from "../../engine/wording.js";
import { absolute, baseOf, type Entry, type Feed } from "./feed.js";
import { lineOf, sectionsOf } from "./words.js";

/** Whether a document says that it is a JSON Feed (https://jsonfeed.org). */
export const isJsonFeed = (text: string): boolean =>
  /^[\s\ufeff]*\{/.test(text) && /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org(?:\\?\/)version/.test(text);

/** Reads a JSON Feed; one that is no JSON has no entries and is broken. */
export function readJson(text: string, base: string): Feed {
  const feed = parsed(text);
  const items = isRecord(feed) && Array.isArray(feed.items) ? feed.items : [];
  const links = isRecord(feed) ? [words(feed.feed_url) ?? "", words(feed.home_page_url) ?? ""] : [];
  const own = baseOf(base, null, links);
  return {
    kind: "feed",
    entries: items.filter(isRecord).map((item) => entryOf(item, own)),
    lists: [],
    broken: feed === null,
  };
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const words = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

function entryOf(item: Json, base: string): Entry {
  const published = machineDate(words(item.date_published));
  const [html, text] = [words(item.content_html), words(item.content_text) ?? words(item.summary)];
  const authors = [item.author, ...(Array.isArray(item.authors) ? item.authors : [])].filter(isRecord);
  const tags = Array.isArray(item.tags) ? item.tags : [];
  return {
    url: absolute(words(item.url) ?? words(item.external_url), base),
    key: words(item.id),
    title: lineOf(words(item.title) ?? ""),
    authors: [...new Set(authors.flatMap(({ name }) => lineOf(words(name) ?? "") ?? []))],
    sections: sectionsOf(tags.flatMap((tag) => words(tag) ?? [])),
    published,
    touched: published ?? machineDate(words(item.date_modified)),
    content: html !== null ? { html: true, text: html } : text !== null ? { html: false, text } : null,
  };
}
