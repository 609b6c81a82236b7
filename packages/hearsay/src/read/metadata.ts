import type { Interval } from "../model/index.js";
import { type DayOrder, findDates, machineDate } from "./dates.js";
import { hintBit } from "./hints.js";
import type { LinkedData } from "./jsonld.js";
import type { Block, Page } from "./markup.js";
import { authorsOf, looksLikePerson, tidy, unique } from "./names.js";
import { metaOf } from "./title.js";

/** What an article says of itself. */
export interface Metadata {
  readonly title: string;
  readonly deck: string | null;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly published: string | null;
  readonly publishedWithin: Interval | null;
  readonly modified: string | null;
  readonly agency: string | null;
  readonly translatedFrom: string | null;
}

const publishedNames = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "article:published",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publication_date",
  "publish_date",
  "publishdate",
  "publish-date",
  "pubdate",
  "published_time",
  "published_at",
  "publisheddate",
  "date.issued",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "citation_publication_date",
  "citation_online_date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "rnews:datepublished",
  "bt:pubdate",
  "displaydate",
  "originalpublicationdate",
  "article_date_original",
  "last-published",
  "article:post_date",
  "release_date",
  "creation_date",
  "datecreated",
  "date",
];
const modifiedNames = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "lastmod",
  "last-modified",
  "dcterms.modified",
  "article:updated_time",
];
const embedded =
  /\\?"(?:datePublished|publishedAt|published_at|publishDate|publish_date|publishedDate|firstPublished(?:At|Date)?|first_published_at|datePosted|publicationDate|published_time|displayDate|originalPublishDate)\\?"\s*:\s*\\?"([^"\\]{8,40})/;
const inPath =
  /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])|[/_-]((?:20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

/** When the page's own data, its visible lines and at last its address say it was published. */
export function publishedOf(
  page: Page,
  data: LinkedData,
  html: string,
  url: string | null,
  visible: string | null,
): string | null {
  return (
    machineDate(data.published) ??
    firstMachineDate(publishedNames.map((name) => metaOf(page, name))) ??
    itempropDate(page) ??
    visible ??
    timeElement(page) ??
    machineDate(embedded.exec(html.length > 3_000_000 ? html.slice(0, 3_000_000) : html)?.[1]) ??
    pathDate(url ?? page.canonical)
  );
}

const firstMachineDate = (values: readonly (string | null)[]): string | null =>
  values.map(machineDate).find((value) => value !== null) ?? null;

export const modifiedOf = (page: Page, data: LinkedData): string | null =>
  machineDate(data.modified) ?? firstMachineDate(modifiedNames.map((name) => metaOf(page, name)));

function itempropDate(page: Page): string | null {
  const stated = page.times.find((time) => /datepublished/i.test(time.names));
  return machineDate(stated?.value);
}

/** A `<time>` that stands by the headline or calls itself the date of publication. */
function timeElement(page: Page): string | null {
  const heading = page.blocks.findIndex((block) => block.kind === "h1");
  const named = page.times.find(
    (time) =>
      /publish|posted|entry-date|post-date|byline|article/i.test(time.names) &&
      !/updated|modified|related|card|comment/i.test(time.names),
  );
  const near = page.times.find((time) => heading >= 0 && time.block >= heading - 8 && time.block <= heading + 12);
  return machineDate(near?.value ?? named?.value);
}

function pathDate(url: string | null): string | null {
  const match = inPath.exec((url ?? "").slice(0, 500));
  if (match === null) return null;
  const [y, m, d] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]];
  return machineDate(`${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}`);
}

/** How all-digit dates are to be read on this page. */
export function dayOrderOf(language: string | null, text: string): DayOrder {
  const tag = (language ?? "").toLowerCase();
  if (/^en[-_](?:us|ph)/.test(tag)) return "month-first";
  if (tag !== "" && tag !== "en") return "day-first";
  const unambiguous = findDates(text.slice(0, 20_000)).filter((date) => date.otherwise === null);
  return unambiguous.length === 0 ? "unknown" : "unknown";
}

const dateWords =
  /\b(?:published|posted|updated|date|on|am|le|veröffentlicht|stand|publi[ée]|publicado|pubblicato|gepubliceerd|опубликовано)\b/i;

/**
 * The publication date as it stands on the page: a short line with a date near the headline, before the prose begins.
 * Lines of comments, lists of other articles and footers lie elsewhere.
 */
export function visibleDate(
  blocks: readonly Block[],
  heading: number,
  firstKept: number,
  order: DayOrder,
): string | null {
  const from = Math.max(0, (heading >= 0 ? heading : firstKept) - 6);
  const to = Math.min(blocks.length, Math.max(firstKept, heading) + 4);
  for (let i = from; i < to; i++) {
    const { text } = blocks[i]!;
    if (text.length > 160) continue;
    const [date] = findDates(text, order);
    if (date === undefined) continue;
    const rest = text.slice(0, date.start) + text.slice(date.end);
    if (rest.length > 90 && !dateWords.test(rest)) continue;
    if (
      /^(?:last )?(?:updated|modified|reviewed)/i.test(text) &&
      findDates(text, order).length === 1 &&
      blocks.slice(i + 1, to).some((block) => block.text.length < 160 && findDates(block.text, order).length > 0)
    )
      continue;
    if (order === "unknown" && date.otherwise !== null) continue;
    return date.value;
  }
  return null;
}

const notAuthors =
  /^(?:https?:|www\.)|^(?:admin|administrator|editor|editors?|webmaster|user|guest|anonymous|unknown|null|undefined|none|n\/a|\d+)$/i;

/** Who wrote it: the page's data, then the lines that call themselves by-lines. */
export function authorsOfPage(page: Page, data: LinkedData, heading: number, firstKept: number): string[] {
  const stated = clean(data.authors.flatMap((name) => (/,|;| and /.test(name) ? authorsOf(name) : [tidy(name)])));
  const organisation = metaOf(page, "og:site_name") ?? data.publisher ?? "";
  const people = stated.filter((name) => name.toLowerCase() !== organisation.toLowerCase());
  if (people.some(looksLikePerson)) return people;
  const shown = visibleAuthors(page.blocks, heading, firstKept);
  if (shown.length > 0) return shown;
  const metas = page.metas.filter(
    (meta) =>
      /^(?:author|article:author|dc\.creator|sailthru\.author|parsely-author|byl|twitter:data1|citation_author|dcterms\.creator)$/.test(
        meta.name,
      ) && !/^https?:/.test(meta.content),
  );
  const named = clean(
    metas
      .filter((meta) => meta.name !== "twitter:data1" || labelsAuthor(page))
      .flatMap((meta) => authorsOf(meta.content)),
  );
  return named.some(looksLikePerson)
    ? named.filter(looksLikePerson)
    : people.length > 0
      ? people
      : stated.length > 0
        ? stated
        : named;
}

const labelsAuthor = (page: Page): boolean => /written by|author|verfasst/i.test(metaOf(page, "twitter:label1") ?? "");
const clean = (names: readonly string[]): string[] =>
  unique(names.filter((name) => name.length > 1 && name.length < 100 && !notAuthors.test(name)));

const bylineStart =
  /^(?:(?:written|posted|published|reported|story|words|article|reviewed)\s+)?(?:by|von|par|por|di)\b\s*:?\s+(?=\p{Lu})/iu;

function visibleAuthors(blocks: readonly Block[], heading: number, firstKept: number): string[] {
  const from = Math.max(0, (heading >= 0 ? heading : firstKept) - 8);
  const to = Math.min(blocks.length, Math.max(firstKept, heading) + 8);
  const near = blocks.slice(from, to).filter((block) => block.text.length < 160);
  for (const block of near) {
    const rel =
      /author/i.test(block.itemprop) || ((block.element.hints & hintBit.byline) !== 0 && block.text.length < 60);
    if (!bylineStart.test(block.text) && !rel) continue;
    const names = authorsOf(withoutDates(block.text)).filter(looksLikePerson);
    if (names.length > 0) return names;
  }
  const label = near.findIndex((block) =>
    /^(?:(?:written|posted|published|story|words)\s+)?(?:by|author|von|par|por)\s*:?$/i.test(block.text),
  );
  const next = label < 0 ? undefined : near[label + 1];
  return next === undefined ? [] : authorsOf(withoutDates(next.text)).filter(looksLikePerson);
}

/** A line without its dates and what hangs on them. */
export function withoutDates(text: string): string {
  let rest = text;
  for (const date of findDates(text).reverse()) rest = `${rest.slice(0, date.start)} | ${rest.slice(date.end)}`;
  return rest
    .replace(/\b(?:updated|published|posted|on|at|last)\b\s*:?\s*(?=\||$)/gi, " ")
    .replace(/\s*\|\s*(?:\|\s*)*/g, " | ")
    .replace(/^[\s|,·–—-]+|[\s|,·–—-]+$/g, "");
}

/** The publisher: the page's data, the title's tail, the address. */
export function outletOf(page: Page, data: LinkedData, title: string, url: string | null): string | null {
  const stated =
    metaOf(
      page,
      "og:site_name",
      "application-name",
      "apple-mobile-web-app-title",
      "publisher",
      "dc.publisher",
      "twitter:app:name:iphone",
    ) ??
    data.publisher ??
    data.site;
  if (stated !== null && stated.length <= 80) return stated;
  const around = siteInTitle(page.title, title);
  if (around !== null) return around;
  return hostOf(url ?? page.canonical ?? metaOf(page, "og:url"));
}

function siteInTitle(whole: string, title: string): string | null {
  const at = title.length > 5 ? whole.toLowerCase().indexOf(title.toLowerCase()) : -1;
  if (at < 0) return null;
  const rest = (at === 0 ? whole.slice(title.length) : whole.slice(0, at)).replace(
    /^[\s|–—·•»›:~-]+|[\s|–—·•»›:~-]+$/g,
    "",
  );
  return rest.length >= 2 && rest.length <= 60 ? (rest.split(/\s[|–—·•»›-]\s/).pop() ?? null) : null;
}

function hostOf(url: string | null): string | null {
  const host = /^https?:\/\/(?:www\.|m\.|amp\.)?([\w.-]{3,80})/i.exec(url ?? "")?.[1];
  return host ?? null;
}
