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

/** So many names are looked at: no table has more columns, no record more fields. */
const maxNames = 10_000;

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, "");

/** What a user says holds which part: `{text: "Body", published: "Date"}`. It goes before the usual names. */
export type ColumnMap = Readonly<Partial<Record<Field, string>>>;

/** The field that one of its usual names stands for: "headline" is a title; null for any other word. */
export function fieldOf(name: string): Field | null {
  const fields = Object.keys(fieldNames) as Field[];
  return fields.find((field) => fieldNames[field].includes(fold(name))) ?? null;
}

/** The name among `names` that a column is known by; capitals need not be the same. Null when there is none. */
export const columnIn = (column: string, names: readonly string[]): string | null =>
  names.find((name) => name === column) ??
  names.find((name) => name.trim().toLowerCase() === column.toLowerCase()) ??
  null;

/**
 * The name among `names` that a field goes by: the one that `columns` says, else the likeliest of the usual ones that
 * it says nothing of; null when none does. Who says where the text is, wants no page, and the other way round.
 */
export function nameOf(field: Field, all: readonly string[], columns: ColumnMap = {}): string | null {
  const names = all.slice(0, maxNames);
  const said = columns[field];
  if (said !== undefined) return columnIn(said, names);
  if ((field === "html" && columns.text !== undefined) || (field === "text" && columns.html !== undefined)) return null;
  const taken = new Set(Object.values(columns).map((column) => columnIn(column, names)));
  const folded = names.map((name) => (taken.has(name) ? "" : fold(name)));
  for (const name of fieldNames[field]) {
    const at = folded.indexOf(name);
    if (at >= 0) return names[at]!;
  }
  return null;
}

/** Whether something under these names can be an article: it has a text or a page. */
export const hasArticle = (names: readonly string[], columns: ColumnMap = {}): boolean =>
  nameOf("text", names, columns) !== null || nameOf("html", names, columns) !== null;

type Fields = Readonly<Record<string, unknown>>;

/** What an object holds for a field, also inside another where a column says so ("content.body"); undefined: nothing. */
export function heldIn(field: Field, record: Fields, columns: ColumnMap = {}): unknown {
  const name = nameOf(field, Object.keys(record), columns);
  return name === null ? valueAt(columns[field] ?? "", record) : record[name];
}

/** The text or page in an object: of the usual names the likeliest that holds one; a list of paragraphs is one text. */
export function writtenIn(field: "text" | "html", record: Fields, columns: ColumnMap = {}): string | null {
  const said = columns[field];
  if (said !== undefined) return written(valueAt(said, record));
  const names = Object.keys(record)
    .slice(0, maxNames)
    .filter((name) => written(record[name]) !== null);
  const name = nameOf(field, names, columns);
  return name === null ? null : written(record[name]);
}

function written(value: unknown): string | null {
  const text = Array.isArray(value) && value.every((part) => typeof part === "string") ? value.join("\n\n") : value;
  return typeof text === "string" && text.trim() !== "" ? text : null;
}

/** What an object holds under a name, or inside others under a path of names; undefined where there is nothing. */
export function valueAt(column: string, record: Fields): unknown {
  const name = columnIn(column, Object.keys(record));
  if (name !== null) return record[name];
  const dot = column.indexOf(".");
  const inner = dot < 0 ? null : columnIn(column.slice(0, dot), Object.keys(record));
  const value = inner === null ? null : record[inner];
  return typeof value === "object" && value !== null ? valueAt(column.slice(dot + 1), value as Fields) : undefined;
}
