import { findDates } from "./dates.js";
import type { Block, Element } from "./markup.js";
import { authorsOf, isDesk, looksLikePerson, unique } from "./names.js";
import { isAside, surroundings } from "./shown-dates.js";

/** Names, and the words they were read from. */
export interface Named {
  readonly names: readonly string[];
  /** As in `Evidence.from`. */
  readonly from: string;
  readonly text: string;
}

const nobody: Named = { names: [], from: "line", text: "" };

const notAuthors =
  /^(?:https?:|www\.|@)|^(?:admin|administrator|author|editor|webmaster|user|guest|unknown|microsoft office user|python-docx|null|undefined|none|n\/a|\d+)$|@\w|\w\.\w+\.\w|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w* \d|^(?:written|posted|published)(?: by)?$|^(?:mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?$/i;

/** Names that can be an author's: no addresses, dates, or names of accounts. */
export const clean = (names: readonly string[]): string[] =>
  unique(names.filter((name) => name.length > 1 && name.length < 100 && !notAuthors.test(name)));

/** A line without its dates and what hangs on them. */
export function withoutDates(text: string): string {
  let rest = text;
  for (const date of findDates(text).reverse()) rest = `${rest.slice(0, date.start)} | ${rest.slice(date.end)}`;
  return rest
    .replace(/\b(?:updated|published|posted|on|at|last)\b\s*:?\s*(?=\||$)/gi, " ")
    .replace(/\s*\|\s*(?:\|\s*)*/g, " | ")
    .replace(/^[\s|,·•●–—-]+|[\s|,·•●–—-]+$/g, "");
}

const bylineStart =
  /^(?:(?:written|posted|published|reported|created|authored|guide|interview|column|essay|opinion|story|words|article|recipe|text)\s+)?(?:by|von|par|por|di|door|av|af)(?:\s*:\s*|\s+)|^(?:authors?|autor(?:en|in)?|auteurs?|contributors?)\s?:\s?/iu;
/** "by email", "by the end of this guide": a signature begins with a capital or is one word alone. */
const signatureAhead = /^(?:\p{Lu}|\p{Ll}[\p{Ll}\d]{2,14}(?:$|\s*[|·•●]|\son\s\p{Lu}))/u;
const bylineInside =
  /(?:^|[|·•●,\s])(?:(?:[Ww]ritten|[Pp]osted|WRITTEN|POSTED)\s)?(?:[Bb]y|BY)\s+(\p{Lu}[^|·•●]{2,60}|\p{Ll}{3,15}(?=$|\s*[|·•●]))/u;
const labelOnly =
  /^(?:(?:written|posted|published|story|words)\s+)?(?:by|authors?|von|par|por|autor(?:en|in)?|auteurs?)\s*:?$/i;

/** The lines that stand about the headline, where a by-line is. */
export interface Near {
  readonly blocks: readonly Block[];
  readonly heading: number;
  readonly firstKept: number;
}

function nearBlocks({ blocks, heading, firstKept }: Near, after: number): readonly Block[] {
  const from = Math.max(0, (heading >= 0 ? heading : firstKept) - 6);
  const to = Math.min(blocks.length, Math.max(Math.min(firstKept, heading + 20), heading) + after);
  return blocks.slice(from, to).filter((block) => block.text.length < 200);
}

type Reading = (block: Block, at: number, near: readonly Block[]) => readonly string[];

/** The first block that a reading finds names in; where it can, one that names a person. */
function firstBy(near: readonly Block[], from: string, readings: readonly Reading[]): Named {
  let found = nobody;
  for (const reading of readings)
    for (let at = 0; at < near.length; at++) {
      const names = clean(reading(near[at]!, at, near));
      if (names.length === 0) continue;
      const named = { names, from, text: near[at]!.text };
      if (names.some(looksLikePerson)) return named;
      if (found === nobody && names[0]!.split(" ").length <= 5) found = named;
    }
  return found;
}

/** The by-line near the headline that says it is one: "By Ana Novak", "Author: …". */
export const byline = (place: Near): Named =>
  firstBy(nearBlocks(place, 12), "byline", [
    ({ text }) => (opensAsByline(text) ? authorsOf(withoutDates(text)) : []),
    ({ text }, at, near) => (labelOnly.test(near[at - 1]?.text ?? "") ? authorsOf(withoutDates(text)) : []),
  ]);

function opensAsByline(text: string): boolean {
  const start = bylineStart.exec(text)?.[0];
  return start !== undefined && signatureAhead.test(withoutDates(text.slice(start.length)));
}

/** What else people do who are named behind "by". */
const otherDeeds =
  /(?:photo(?:graph)?s?|images?|illustrations?|illustrated|pictures?|credits?|graphics?|art|reviewed|checked|edited|translated|powered|presented|sponsored|recommended|shot|posed)[:\s]*$/i;

/** "4 March 2031 by Ana Novak", near the headline. */
export const bylineWithin = (place: Near): Named =>
  firstBy(nearBlocks(place, 8), "byline", [
    ({ text }) => {
      if (text.length >= 120) return [];
      const line = withoutDates(text);
      const found = bylineInside.exec(line);
      if (found === null || otherDeeds.test(line.slice(0, found.index))) return [];
      // "Share by email": a word in small letters is an account's name beside a date only.
      return line === text && /^\p{Ll}/u.test(found[1]!) ? [] : authorsOf(found[1]!);
    },
  ]);

/** A line near the headline whose element calls itself the author's. */
export const namedLine = (place: Near): Named =>
  firstBy(nearBlocks(place, 8), "line", [
    (block) => (namesItselfAuthor(block) ? authorsOf(withoutDates(block.text)) : []),
  ]);

const closing =
  /^(?:(?:(?:[Tt]his|[Tt]he) (?:post|article|story|guide|blog) (?:was|is) )?(?:[Ww]ritten|[Aa]uthored)\s+[Bb]y|Authors?\s?:|Contributors?\s?:|Words\s+by)\s*:?\s*(?=\p{Lu})/u;

/** A by-line elsewhere on the page, below the text as a rule; and the one person that author boxes name. */
export function closingByline(place: Near): Named {
  const boxes = new Map<string, Named>();
  const around = surroundings(place);
  const isTeaser = (element: Element): boolean => isAside(element, around) && !/author/i.test(element.names);
  for (const block of place.blocks) {
    const { text, element } = block;
    if (text.length > 160) continue;
    if (closing.test(text) && !isTeaser(element)) {
      const names = clean(authorsOf(withoutDates(text.replace(closing, "")).split(/\.\s/)[0]!));
      if (names.some(looksLikePerson)) return { names, from: "byline", text };
    }
    if (text.length > 80 || !isAuthorBox(block, isTeaser(element))) continue;
    const names = clean(authorsOf(bylineInside.exec(withoutDates(text))?.[1] ?? withoutDates(text)));
    if (names.length === 1 && (looksLikePerson(names[0]!) || /author|creator/i.test(block.itemprop)))
      boxes.set(names[0]!.toLowerCase(), { names, from: "line", text });
  }
  return boxes.size === 1 ? [...boxes.values()][0]! : nobody;
}

const isAuthorBox = ({ itemprop, element }: Block, teaser: boolean): boolean =>
  /author|creator/i.test(itemprop) ||
  (/author[-_]{0,2}(?:full-?)?name|byline-?name/i.test(`${element.names} ${element.parent?.names ?? ""}`) && !teaser);

/** A name near the headline that nothing says is the author's but its place: beside a date, or right below. */
export function bareName(place: Near, common: (name: string) => boolean): Named {
  const near = nearBlocks(place, 8);
  const dated = near.findIndex((block) => block.text.length < 80 && findDates(block.text).length > 0);
  const opening = near.findIndex((block) => block.kind === "h1");
  const person = (text: string): boolean => looksLikePerson(text) && !common(text);
  const onDate: Reading = (block, at) =>
    at === dated
      ? withoutDates(block.text)
          .split(/\s[|·•●–—/]\s/)
          .flatMap(authorsOf)
          .filter(person)
      : [];
  const beside: Reading = ({ text, kind }, at) =>
    ((dated >= 0 && Math.abs(at - dated) <= 2 && (kind !== "li" || near[dated]!.kind === "li")) ||
      (opening >= 0 && (at === opening + 1 || at === opening + 2) && kind !== "li")) &&
    text.split(" ").length <= 4 &&
    !/^h\d|^button/.test(kind) &&
    person(text)
      ? [text]
      : [];
  const signed: Reading = ({ text }, at) => {
    const [first, ...rest] = text.split(/,\s|\s[—–|·]\s/);
    const placed = opening >= 0 && at > opening && at <= opening + 3 && rest.length > 0 && rest.length <= 3;
    return placed && text.split(" ").length <= 12 && person(first!) ? authorsOf(text) : [];
  };
  const desk: Reading = ({ text }, at) => (at > opening && isDesk(text) ? [text] : []);
  return firstBy(near, "line", [onDate, beside, signed, desk]);
}

/** Whether the page writes a name's words, or its last, in small letters too: then it is none. */
export function commonWords(blocks: readonly Block[]): (name: string) => boolean {
  let small: Set<string> | null = null;
  return (name) => {
    small ??= new Set(
      blocks
        .slice(0, 2_000)
        .filter(({ text }) => text.length > 80)
        .flatMap(({ text }) => text.slice(0, 5_000).match(/(?<![\p{L}’'-])\p{Ll}{3,}(?![\p{L}’'-])/gu) ?? []),
    );
    const words = name
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word.length > 2);
    const known = (word: string): boolean => small!.has(word) || small!.has(word.replace(/s$/, ""));
    return words.length > 0 && (known(words[words.length - 1]!) || words.every(known));
  };
}

function namesItselfAuthor(block: Block): boolean {
  if (block.text.length > 80 || /^h1$/.test(block.kind)) return false;
  const parent = block.element.parent?.names ?? "";
  return (
    /author|creator/i.test(block.itemprop) ||
    /author(?!i[sz])|byline|writer|creator/i.test(`${block.element.names} ${parent}`)
  );
}
