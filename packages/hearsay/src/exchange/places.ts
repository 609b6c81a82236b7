import type { Quote } from "../model/index.js";
import type { Report, ReportArticle } from "../tell/index.js";

/** The articles of a report by id. */
export type Shelf = ReadonlyMap<string, ReportArticle>;
export const shelfOf = ({ articles }: Report): Shelf => new Map(articles.map((article) => [article.id, article]));

/** Names an article where other programs want an IRI. Not its address: that may have had several texts. */
export const iriOf = ({ id }: Pick<ReportArticle, "id">): string => urn("article", id);

/** Where an article stands on the web, else its name. */
export const pageOf = (article: Pick<ReportArticle, "id" | "url">): string => addressOf(article) ?? iriOf(article);

/** The web address of an article as other programs write it; null without one. */
export const addressOf = ({ url }: Pick<ReportArticle, "url">): string | null =>
  isWeb(url) ? new URL(url).href : null;

/** A URN for a record of a story. Its ids hold letters, digits and hyphens; what else they hold is escaped. */
export const urn = (kind: string, id: string): string => `urn:hearsay:${kind}:${encodeURIComponent(id)}`;

/** Whether something is an address of the web and nothing that would run. */
export const isWeb = (url: string | null): url is string =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);

/** Where exact words stand, in one line: "article-1f2e:120-164", in UTF-16 units of the text as read. */
export const referenceOf = ({ article, start, end }: Omit<Quote, "text">): string => `${article}:${start}-${end}`;

/** So many UTF-16 units of context on each side of a quotation re-find it where its words occur twice. */
const around = 32;

/** The text right before and after words, never half a character. */
export function contextOf({ start, end }: Quote, text: string): { readonly prefix: string; readonly suffix: string } {
  const from = start - around > 0 && isLow(text, start - around) ? start - around + 1 : Math.max(0, start - around);
  const to = isLow(text, end + around) ? end + around - 1 : end + around;
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** A place in a text in Unicode code points, which the W3C selectors count in, from one in UTF-16 units. */
export function codePoints(text: string, at: number): number {
  let pairs = 0;
  for (let i = 0; i < at; i++) if (isLow(text, i)) pairs++;
  return at - pairs;
}

/** The day of publication, or the first on which it can have been published; null when nothing is known. */
export const dayOf = ({ published, publishedWithin }: ReportArticle): string | null =>
  (published ?? publishedWithin?.earliest)?.slice(0, 10) ?? null;
