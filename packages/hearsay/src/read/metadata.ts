import type { Interval } from "../model/index.js";
import { type DayOrder, findDates } from "./dates.js";
import type { LinkedData } from "./jsonld.js";
import type { Block, MetaTag, Page } from "./markup.js";
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

/** How all-digit dates are to be read on this page. */
export function dayOrderOf(language: string | null): DayOrder {
  const tag = (language ?? "").toLowerCase();
  if (/^en[-_](?:us|ph)/.test(tag)) return "month-first";
  if (tag !== "" && tag !== "en") return "day-first";
  return "unknown";
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
