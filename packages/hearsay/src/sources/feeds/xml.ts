import { machineDate } from "../../engine/wording.js";
import { absolute, baseOf, type Entry, type Feed, type Listed } from "./feed.js";
import { type Fields, type Head, plain, type Shape, walk } from "./walk.js";
import { lineOf, nameOf, sectionsOf } from "./words.js";

type Root = "rss" | "rdf:rdf" | "feed" | "urlset" | "sitemapindex" | "opml";

const none: ReadonlySet<string> = new Set();
const rss = new Set(["description", "content:encoded"]);
/** Kinds of feed by their root element. */
const kinds: Readonly<Record<Root, Shape & { readonly kind: Feed["kind"] }>> = {
  rss: { kind: "feed", entry: "item", markup: rss },
  "rdf:rdf": { kind: "feed", entry: "item", markup: rss },
  feed: { kind: "feed", entry: "entry", markup: new Set(["content", "summary"]) },
  urlset: { kind: "sitemap", entry: "url", markup: none },
  sitemapindex: { kind: "sitemap index", entry: "sitemap", markup: none },
  opml: { kind: "list of feeds", entry: "outline", markup: none, flat: true },
};

/** The root element of a document that is a feed in XML; null for any other document. */
export function rootOf(text: string): Root | null {
  const prolog =
    /^[\s\ufeff]*(?:(?:<!--[\s\S]{0,4000}?-->|<\?[\s\S]{0,1000}?\?>|<!DOCTYPE[^[>]{0,500}(?:\[[\s\S]{0,2000}?\])?\s*>)\s*){0,20}/i;
  const head = text.slice(0, 20_000).replace(prolog, "");
  const root = plain(/^<([a-z][\w:.-]{0,40})[\s>/]/i.exec(head)?.[1] ?? "");
  return Object.hasOwn(kinds, root) ? (root as Root) : null;
}

/** Reads RSS 0.9x, 1.0 and 2.0, Atom, OPML, sitemaps and their indexes, in one pass and whatever is wrong with them. */
export function readXml(text: string, root: Root, base: string): Feed {
  const { kind, ...shape } = kinds[root];
  const entries: Linked[] = [];
  const lists: Listed[] = [];
  const isList = kind === "sitemap index" || kind === "list of feeds";
  const head: Head = { base: null, links: [] };
  const found = (fields: Fields) => {
    if (isList) lists.push(...listedIn(fields, base));
    else entries.push({ ...entryOf(fields), link: linkOf(fields), base: fields.get("@xml:base")?.[0] ?? null });
  };
  const sound = walk(text.replace(/^[\s\ufeff]+/, ""), shape, found, head);
  // A feed may say only behind its entries where it belongs.
  const own = baseOf(base, head.base, linksOf(head));
  return { kind, entries: entries.map((entry) => resolved(entry, own)), lists, broken: !sound };
}

/** An entry, its link as it is written. */
type Linked = Omit<Entry, "url"> & { readonly link: string | null; readonly base: string | null };

const resolved = ({ link, base, ...entry }: Linked, own: string): Entry => ({
  ...entry,
  url: absolute(link, base === null ? own : (absolute(base, own) ?? own)),
});

/** The links of a feed to where it lies and to the site it is of. */
const linksOf = ({ links }: Head): readonly string[] =>
  ["self", "", "alternate"].flatMap((rel) => links.filter((link) => link.rel === rel).map(({ href }) => href));

function listedIn(fields: Fields, base: string): readonly Listed[] {
  const url = absolute(first(fields, "loc", "@xmlurl"), base);
  return url === null ? [] : [{ url, touched: machineDate(first(fields, "lastmod")) }];
}

function entryOf(fields: Fields): Omit<Entry, "url"> {
  const published = dateOf(fields, "pubdate", "published", "issued", "dc:date", "news:news/news:publication_date");
  const authors = [
    ...(fields.get("author/name") ?? []),
    ...(fields.get("dc:creator") ?? []),
    ...(fields.get("author") ?? []),
  ];
  return {
    key: first(fields, "guid", "id"),
    title: lineOf(first(fields, "title", "news:news/news:title") ?? ""),
    authors: [...new Set(authors.flatMap((author) => nameOf(author) ?? []))],
    sections: sectionsOf(
      ["category", "category@label", "category@term", "dc:subject"].flatMap((key) => fields.get(key) ?? []),
    ),
    published,
    touched: published ?? dateOf(fields, "updated", "modified", "dcterms:modified", "lastmod"),
    content: contentOf(fields),
  };
}

const first = (fields: Fields, ...keys: readonly string[]): string | null =>
  keys.flatMap((key) => fields.get(key) ?? []).find((value) => value !== "") ?? null;

const dateOf = (fields: Fields, ...keys: readonly string[]): string | null =>
  keys.flatMap((key) => (fields.get(key) ?? []).flatMap((value) => machineDate(value) ?? []))[0] ?? null;

/** RSS writes the link as text, Atom as an attribute, with what it is to the entry; a sitemap calls it `loc`. */
function linkOf(fields: Fields): string | null {
  const written = first(fields, "link", "loc");
  if (written !== null) return written;
  const hrefs = fields.get("link@href") ?? [];
  const relations = fields.get("link@rel") ?? [];
  // An alternate may leave its relation out, so that the lists need not be of one length.
  const at = relations.length === hrefs.length ? Math.max(0, relations.indexOf("alternate")) : 0;
  if (hrefs[at] !== undefined) return hrefs[at];
  const key = first(fields, "guid", "id") ?? "";
  return first(fields, "guid@ispermalink") !== "false" && /^https?:\/\//i.test(key) ? key : null;
}

function contentOf(fields: Fields): Entry["content"] {
  const given = ["content:encoded", "content", "description", "summary"].flatMap((key) =>
    (fields.get(key) ?? []).map((text) => ({ text, type: fields.get(`${key}@type`)?.[0] ?? "html" })),
  );
  const [best] = given
    .filter(({ text, type }) => text !== "" && /^(?:text|x?html|text\/html)$/i.test(type))
    .sort((a, b) => b.text.length - a.text.length);
  if (best === undefined) return null;
  return { html: best.type.toLowerCase() !== "text" && /<[a-z][^<>]*>/i.test(best.text), text: best.text };
}
