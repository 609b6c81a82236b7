import type { Interval } from "../model/index.js";
import { type DayOrder, type FoundDate, findDates, machineDate } from "./dates.js";
import { hintBit } from "./hints.js";
import type { LinkedData } from "./jsonld.js";
import type { Block, Element, MetaTag, Page } from "./markup.js";
import { authorsOf, looksLikePerson, tidy, unique } from "./names.js";
import { metaOf, plain } from "./title.js";

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
  const stated =
    machineDate(data.published) ??
    firstMachineDate(publishedNames.map((name) => metaOf(page, name))) ??
    itempropDate(page);
  if (stated !== null) return inLocalTime(stated, [...page.times.map((time) => machineDate(time.value)), visible]);
  return (
    visible ??
    timeElement(page) ??
    machineDate(embedded.exec(html.length > 3_000_000 ? html.slice(0, 3_000_000) : html)?.[1]) ??
    pathDate(url ?? page.canonical)
  );
}

const dayNumber = (value: string): number => Date.parse(`${value.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** A date in UTC is one day off the paper's own where the page shows the local one: that one is taken. */
function inLocalTime(stated: string, others: readonly (string | null)[]): string {
  const local = others.find((one) => one !== null && Math.abs(dayNumber(one) - dayNumber(stated)) === 1);
  const same = others.some((one) => one !== null && one.slice(0, 10) === stated.slice(0, 10));
  return local === null || local === undefined || same ? stated : local;
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
export function dayOrderOf(language: string | null): DayOrder {
  const tag = (language ?? "").toLowerCase();
  if (/^en[-_](?:us|ph)/.test(tag)) return "month-first";
  if (tag !== "" && tag !== "en") return "day-first";
  return "unknown";
}

const dateWords =
  /\b(?:published|posted|updated|date|on|am|le|veröffentlicht|stand|publi[ée]|publicado|pubblicato|gepubliceerd|опубликовано)\b/i;

/**
 * The publication date as it stands on the page: a short line with a date near the headline, before the prose begins.
 * Lines of comments, lists of other articles and footers lie elsewhere. `otherwise` is set where nothing says whether
 * the day or the month comes first.
 */
export function visibleDate(
  blocks: readonly Block[],
  heading: number,
  firstKept: number,
  order: DayOrder,
): FoundDate | null {
  const from = Math.max(0, (heading >= 0 ? heading : firstKept) - 6);
  const to = Math.min(blocks.length, Math.max(firstKept + 4, heading + 10));
  let unsure: FoundDate | null = null;
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
    if (order === "unknown" && date.otherwise !== null) {
      unsure ??= date;
      continue;
    }
    return { ...date, otherwise: null };
  }
  return labelledDate(blocks, order) ?? unsure;
}

const labelled =
  /^(?:(?:first |originally )?(?:posted|published)|publish(?:ed|ing)? date|publication date|date published|veröffentlicht|publié|publicado|pubblicato|опубликовано)\b/i;

/** A date that the page calls the date of publication, wherever it stands but among comments and other articles. */
function labelledDate(blocks: readonly Block[], order: DayOrder): FoundDate | null {
  for (let i = 0; i < blocks.length; i++) {
    const { text, element } = blocks[i]!;
    if (text.length > 160 || !labelled.test(text) || isAside(element)) continue;
    const dates = findDates(`${text} ${text.length < 30 ? (blocks[i + 1]?.text.slice(0, 60) ?? "") : ""}`, order);
    const sure = dates.find((date) => date.otherwise === null || order !== "unknown");
    if (sure !== undefined) return { ...sure, otherwise: null };
  }
  return null;
}

const aside = hintBit.comments | hintBit.related;

function isAside(element: Element): boolean {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 6; steps++, at = at.parent) if ((at.hints & aside) !== 0) return true;
  return false;
}

const notAuthors =
  /^(?:https?:|www\.|@)|^(?:admin|administrator|editor|webmaster|user|guest|unknown|null|undefined|none|n\/a|\d+)$|@\w|\w\.\w+\.\w/i;

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Who wrote it: persons in the page's data, then the by-line, then whoever the data name. */
export function authorsOfPage(page: Page, data: LinkedData, heading: number, firstKept: number): string[] {
  const site = siteNames(page, data);
  const personal = (names: readonly string[]): string[] => names.filter((name) => looksLikePerson(name) && !site(name));
  const stated = clean(
    data.authors.flatMap((name) => (/,|;|&| and /.test(name) ? authorsOf(name) : [tidy(plain(name))])),
  );
  if (personal(stated).length > 0) return personal(stated);
  const shown = visibleAuthors(page.blocks, heading, firstKept);
  if (personal(shown).length > 0) return personal(shown);
  const named = clean(
    page.metas.filter((meta) => namesAuthor(page, meta)).flatMap((meta) => authorsOf(plain(meta.content))),
  );
  if (personal(named).length > 0) return personal(named);
  return [stated, shown, named].find((names) => names.length > 0) ?? [];
}

function namesAuthor(page: Page, meta: MetaTag): boolean {
  if (meta.name === "twitter:data1")
    return /written by|author|verfasst|écrit|escrito/i.test(metaOf(page, "twitter:label1") ?? "");
  return /^(?:author|authors|article:author|article_author|dc\.creator|sailthru\.author|parsely-author|byl|citation_author|dcterms\.creator)$/.test(
    meta.name,
  );
}

/** Whether a name is the publisher's: its own name, or one its address spells. */
function siteNames(page: Page, data: LinkedData): (name: string) => boolean {
  const names = [metaOf(page, "og:site_name"), data.publisher, data.site].filter((name) => name !== null).map(bare);
  const host = bare(/^https?:\/\/([\w.-]+)/.exec(page.canonical ?? metaOf(page, "og:url") ?? "")?.[1] ?? "");
  return (name) =>
    names.includes(bare(name)) || (bare(name).length > 5 && host.includes(bare(name)) && !/\s/.test(name));
}

const clean = (names: readonly string[]): string[] =>
  unique(names.filter((name) => name.length > 1 && name.length < 100 && !notAuthors.test(name)));

const bylineStart =
  /^(?:(?:written|posted|published|reported|story|words|article|recipe|text)\s+)?(?:by|von|par|por|di)\b\s*:?\s*(?=\p{Lu}|\p{Ll}{3,15}$)/iu;
const bylineInside = /(?:^|[|·•,\s])(?:[Bb]y|BY)\s+(\p{Lu}[^|·•]{2,60})/u;

/** The by-line that stands near the headline: a line that begins "By", or one whose element calls itself author. */
function visibleAuthors(blocks: readonly Block[], heading: number, firstKept: number): string[] {
  const from = Math.max(0, (heading >= 0 ? heading : firstKept) - 6);
  const to = Math.min(blocks.length, Math.max(Math.min(firstKept, heading + 20), heading) + 8);
  const near = blocks.slice(from, to).filter((block) => block.text.length < 200);
  const readings: readonly ((block: Block, at: number) => string[])[] = [
    (block) => (bylineStart.test(block.text) ? authorsOf(withoutDates(block.text)) : []),
    (block, at) => (labelOnly.test(near[at - 1]?.text ?? "") ? authorsOf(withoutDates(block.text)) : []),
    (block) => (namesItselfAuthor(block) ? authorsOf(withoutDates(block.text)) : []),
    (block) => (block.text.length < 120 ? authorsOf(bylineInside.exec(withoutDates(block.text))?.[1] ?? "") : []),
  ];
  const dated = near.findIndex((block) => block.text.length < 80 && findDates(block.text).length > 0);
  const beside = (at: number): boolean => dated >= 0 && Math.abs(at - dated) <= 2;
  const bare: typeof readings = [
    (block, at) =>
      at === dated
        ? withoutDates(block.text)
            .split(/\s[|·•–—/]\s/)
            .flatMap(authorsOf)
            .filter(looksLikePerson)
        : [],
    (block, at) =>
      beside(at) && block.text.split(" ").length <= 4 && !/^h\d$/.test(block.kind) && looksLikePerson(block.text)
        ? [block.text]
        : [],
  ];
  const opening = near.findIndex((block) => block.kind === "h1");
  const signed = (block: Block, at: number): string[] => {
    const [first, ...rest] = block.text.split(/,\s|\s[—–|·]\s/);
    const placed = opening >= 0 && at > opening && at <= opening + 3 && rest.length > 0 && rest.length <= 3;
    return placed && block.text.split(" ").length <= 12 && looksLikePerson(first!) ? [first!] : [];
  };
  const found = [...readings, ...bare, signed]
    .map((reading) => near.map(reading).find((names) => clean(names).length > 0) ?? [])
    .map(clean);
  return (
    found.find((names) => names.some(looksLikePerson)) ??
    found.slice(0, 3).find((names) => names.length > 0 && names[0]!.split(" ").length <= 4) ??
    []
  );
}

const labelOnly = /^(?:(?:written|posted|published|story|words)\s+)?(?:by|authors?|von|par|por)\s*:?$/i;

function namesItselfAuthor(block: Block): boolean {
  if (block.text.length > 80 || /^h1$/.test(block.kind)) return false;
  const parent = block.element.parent?.names ?? "";
  return (
    /author|creator/i.test(block.itemprop) ||
    /author(?!i[sz])|byline|writer|creator/i.test(`${block.element.names} ${parent}`)
  );
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

/** The host of an address, without "www." and the like. */
export function hostOf(url: string | null): string | null {
  const host = /^https?:\/\/(?:www\.|m\.|amp\.)?([\w.-]{3,80})/i.exec(url ?? "")?.[1];
  return host ?? null;
}
