/** The parts of an article that a record of a data file can hold. */
export type Field =
  | "text"
  | "html"
  | "title"
  | "deck"
  | "authors"
  | "outlet"
  | "published"
  | "modified"
  | "url"
  | "language";

/**
 * What data files call them, the likeliest first: in small letters, without anything else, so that "published_at",
 * "Published At" and "publishedAt" are one name. Documented in docs/formats.md.
 */
export const fieldNames: Readonly<Record<Field, readonly string[]>> = {
  text: ["text", "body", "bodytext", "contenttext", "fulltext", "articletext", "articlebody", "maintext", "content"],
  html: ["html", "bodyhtml", "contenthtml", "rawhtml", "pagehtml"],
  title: ["title", "headline", "heading", "subject"],
  deck: ["deck", "standfirst", "subtitle", "description", "summary"],
  authors: ["authors", "author", "byline", "by", "creator"],
  outlet: ["outlet", "publisher", "publication", "newspaper", "sitename", "site", "sourcename", "source"],
  published: [
    "published",
    "publishedat",
    "publishedon",
    "datepublished",
    "publisheddate",
    "publicationdate",
    "publishdate",
    "datepublish",
    "pubdate",
    "date",
    "datetime",
    "timestamp",
  ],
  modified: ["modified", "updated", "updatedat", "datemodified", "modifiedat", "lastmodified"],
  url: ["url", "canonicalurl", "permalink", "link", "uri"],
  language: ["language", "lang", "locale"],
};

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, "");

/** The name among `names` that a field goes by, the likeliest where there are several; null when none does. */
export function nameOf(field: Field, names: readonly string[]): string | null {
  const folded = names.map(fold);
  for (const name of fieldNames[field]) {
    const at = folded.indexOf(name);
    if (at >= 0) return names[at]!;
  }
  return null;
}

/** Whether something under these names can be an article: it has a text or a page. */
export const hasArticle = (names: readonly string[]): boolean =>
  nameOf("text", names) !== null || nameOf("html", names) !== null;
