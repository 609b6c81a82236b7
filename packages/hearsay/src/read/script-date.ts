import { machineDate } from "./dates.js";
import type { Found } from "./evidence.js";

/** How a page's own state names the day of publication: `"publishedAt":"2031-03-09T10:00Z"`, escaped or not. */
const embedded =
  /(?:\\?"|&quot;)(?:datePublished|publishedAt|published_at|publishDate|publish_date|publishedDate|firstPublished(?:At|Date)?|first_published_at|datePosted|publicationDate|published_time|displayDate|originalPublishDate)(?:\\?"|&quot;)\s*:\s*(?:\\?"|&quot;)([^"\\&]{8,40})/g;
/** So much of a page is searched, in UTF-16 units, and so many dates in it. */
const most = { length: 3_000_000, dates: 200 };
/** A record's headline stands so near its date, in UTF-16 units. */
const near = 3_000;

/**
 * The date of publication in the data of a page's scripts. They may hold other articles as well: where they name several
 * days, the one counts that stands by the page's headline; none where that does not tell.
 */
export function scriptDate(html: string, headline: string): Found | null {
  const found: { readonly at: number; readonly found: Found }[] = [];
  const whole = html.length > most.length ? html.slice(0, most.length) : html;
  embedded.lastIndex = 0;
  for (let match = embedded.exec(whole); match !== null && found.length < most.dates; match = embedded.exec(whole)) {
    const value = machineDate(match[1]);
    const text = match[1]!.trim().slice(0, 80);
    if (value !== null) found.push({ at: match.index, found: { value, from: "script", text } });
  }
  return (
    agreed(found.map(({ found }) => found)) ??
    agreed(found.filter(({ at }) => isBy(whole, at, headline)).map(({ found }) => found))
  );
}

const agreed = (dates: readonly Found[]): Found | null =>
  new Set(dates.map(({ value }) => value.slice(0, 10))).size === 1 ? dates[0]! : null;

/** Whether the headline, as far as it needs no escaping, stands around a place. */
function isBy(html: string, at: number, headline: string): boolean {
  const [plain = ""] = headline.split(/["'’‘“”&<>\\]/).filter((part) => part.length >= 15);
  return plain !== "" && html.slice(Math.max(0, at - near), at + near).includes(plain);
}
