import type { Found } from "../engine/ports.js";
import { articleIn, beginsIn } from "../engine/wording.js";
import type { Said } from "./errands.js";
import { wordsOf } from "./feeds/index.js";
import type { Page } from "./fetch.js";
import { fromEntry } from "./follow.js";
import { problem } from "./problems.js";

/** A page with less of its article than this share of what a feed has of it shows its beginning only. */
const stubShare = 0.6;
/** What feeds have of a page is compared from so many characters on; a page that shows more of its article is no stub. */
const compared = { from: 800, to: 3_000 };
/** Larger pages are not read to compare them. */
const largest = 4 * 1024 * 1024;

/**
 * What a feed has of a page that shows only the beginning of its article; null where the page shows as much, or something
 * else. A feed may give the whole text where the page asks for a subscription.
 */
export async function insteadOfStub(
  bytes: Uint8Array,
  place: string,
  retrieved: string,
  { charset }: Pick<Page, "charset">,
  said: readonly Said[],
): Promise<Found | null> {
  const given = said.map(({ entry: { content } }) =>
    content === null ? "" : content.html ? wordsOf(content.text) : content.text,
  );
  const longest = given.reduce((best, text) => (text.length > best.length ? text : best), "");
  if (longest.length < compared.from || bytes.length > largest || !isMarkup(bytes)) return null;
  const own = await articleIn(bytes, place, charset);
  if (own.length >= Math.min(compared.to, longest.length * stubShare) || !beginsIn(own, longest)) return null;
  const message = `The page shows ${own.length} characters of its article, the feed ${longest.length}.`;
  return fromEntry(said, place, retrieved, problem("info", "stub", place, message));
}

const isMarkup = (bytes: Uint8Array): boolean =>
  /^\s*(?:\ufeff|ï»¿)?\s*</.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
