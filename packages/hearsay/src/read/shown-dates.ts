import { clearDays, namesRole, orderIn, originalIn, type Role, readingOf, roledDates } from "./date-roles.js";
import { type DayOrder, type FoundDate, findDates, machineDate } from "./dates.js";
import { hintBit } from "./hints.js";
import type { Block, Element } from "./markup.js";
import { type VagueDate, vagueDate } from "./vague-dates.js";

/** A date in a line that a reader of the page sees. */
export interface ShownDate {
  readonly role: Role;
  readonly value: string;
  /** The other reading of digits that could be day or month first; null when something settled it. */
  readonly otherwise: string | null;
  /** The line it stands in. */
  readonly text: string;
  readonly at: number;
}

/** Where on a page the article's own date is looked for: by its headline and before its prose. */
export interface Place {
  readonly blocks: readonly Block[];
  /** The headline's block; −1 when it is none. */
  readonly heading: number;
  readonly firstKept: number;
  readonly order: DayOrder;
  /** Days that the page's own data state: they settle which reading of an ambiguous date is meant. */
  readonly stated: readonly string[];
  /** Months such as "2031-03" that the address of the page's own image names: where nothing else does, they settle it. */
  readonly months?: readonly string[];
  /** Whether the page calls itself English, of no particular country. */
  readonly english?: boolean;
  /** When the page was fetched, where that is known. */
  readonly retrieved?: string | null;
}

const updatedName = /updat|modif|chang|revis/i;
const publishedName = /publi|post-?ed|creat/i;

/** The longest line that is read as a date line, and the most that may stand in it beside the date. */
const longest = { line: 160, rest: 90 };
const ahead = 8;

/** The dates shown by the headline, in text order. Lines of comments and of other articles do not count. */
export function shownDates(place: Place): ShownDate[] {
  const { blocks, heading, firstKept } = place;
  const from = Math.max(0, (heading >= 0 ? heading : firstKept) - ahead);
  const to = Math.min(blocks.length, Math.max(firstKept + 4, heading + 12));
  const found: ShownDate[] = [];
  const around = surroundings(place);
  for (let at = from; at < to; at++) if (isDateLine(blocks[at]!, around)) found.push(...datesIn(place, at));
  return found;
}

/** What the first line by the headline says that begins with a time without naming a day in full: "3 days ago", "Friday". */
export function shownVaguely(place: Place, latest: string | null): VagueDate | null {
  const { blocks, heading, firstKept, retrieved = null } = place;
  if (heading < 0 || (retrieved === null && latest === null)) return null;
  for (let at = Math.max(0, heading - 2); at < Math.min(blocks.length, heading + 6, firstKept + 2); at++) {
    const found = at === heading ? null : vagueDate(blocks[at]!.text, retrieved, latest);
    if (found !== null && !isAside(blocks[at]!.element, surroundings(place))) return found;
  }
  return null;
}

/** What the headline and the first prose stand in is the article's, whatever it is called. */
export function surroundings({
  blocks,
  heading,
  firstKept,
}: Pick<Place, "blocks" | "heading" | "firstKept">): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const index of [heading, firstKept])
    for (let at = blocks[index]?.element ?? null; at !== null; at = at.parent) found.add(at);
  return found;
}

const isDateLine = ({ text, element }: Block, around: ReadonlySet<Element>): boolean =>
  text.length <= longest.line && /\d/.test(text) && !isAside(element, around);

/** The dates of one line, each with what the line, its element or the line before calls it. */
function datesIn(place: Place, at: number): ShownDate[] {
  const block = place.blocks[at]!;
  const { text } = block;
  const dates = roledDates(text, place.blocks[at - 1]?.text ?? "", place.order);
  const rest = text.length - dates.reduce((sum, date) => sum + date.end - date.start, 0);
  if (rest > longest.rest && !namesRole(text)) return [];
  return dates.map((date) => ({
    role: date.role ?? roleOfNames(block) ?? "plain",
    ...settled(date, place, block),
    text,
    at,
  }));
}

function roleOfNames({ element, itemprop }: Block): Role | null {
  if (/datepublished/i.test(itemprop)) return "published";
  const names = `${element.names} ${itemprop}`;
  return updatedName.test(names) && !publishedName.test(names) ? "updated" : null;
}

/** An ambiguous date as the element's own `datetime`, the page's data or its other dates settle it. */
function settled(date: FoundDate, place: Place, block: Block): Pick<ShownDate, "value" | "otherwise"> {
  if (date.otherwise === null) return { value: date.value, otherwise: null };
  const day = /^\d{4}-\d\d-\d\d/.test(block.datetime ?? "") ? machineDate(block.datetime) : null;
  const known = day === null ? place.stated : [day, ...place.stated];
  for (const reading of [date.value, date.otherwise])
    if (known.some((one) => one.slice(0, 10) === reading.slice(0, 10))) return { value: reading, otherwise: null };
  if (place.order !== "unknown") return { value: date.value, otherwise: null };
  const order = orderOfOthers(place.blocks);
  if (order === "unknown")
    return settledElsewhere(date.value, date.otherwise, place, block.text.slice(date.start, date.end));
  const own = findDates(block.text, order).find((one) => one.start === date.start);
  return { value: own?.value ?? date.value, otherwise: null };
}

/** "3/4/2031" without zeros: so Americans write in English, where others write "03/04/2031" (as Unicode's CLDR has it). */
const american = /(?<!\d)(?:\d\/\d{1,2}|\d\d\/\d)\/\d{4}/;

/**
 * One of two readings, where the page writes that day in a way that is clear, or its image was put up in that month.
 * `value` is the one with the day first.
 */
function settledElsewhere(
  value: string,
  otherwise: string,
  place: Place,
  words: string,
): Pick<ShownDate, "value" | "otherwise"> {
  const days = daysOfPage(place.blocks);
  const months = new Set(place.months);
  const known =
    readingOf([value, otherwise], (day) => days.has(day)) ??
    readingOf([value, otherwise], (day) => months.has(day.slice(0, 7)));
  if (known !== null) return { value: known, otherwise: null };
  return place.english === true && american.test(words) ? { value: otherwise, otherwise: null } : { value, otherwise };
}

const textsOf = (blocks: readonly Block[]): string[] => blocks.map(({ text }) => text);
const orderOfOthers = oncePerPage((blocks) => orderIn(textsOf(blocks)));
const daysOfPage = oncePerPage((blocks) => clearDays(textsOf(blocks)));

/** Finds something about a page's blocks once, however many dates ask for it. */
function oncePerPage<T>(find: (blocks: readonly Block[]) => T): (blocks: readonly Block[]) => T {
  const found = new WeakMap<readonly Block[], { readonly value: T }>();
  return (blocks) => {
    const known = found.get(blocks) ?? { value: find(blocks) };
    found.set(blocks, known);
    return known.value;
  };
}

const aside = hintBit.comments | hintBit.related;

/** Whether an element belongs to comments or to a list of other articles; `around` belongs to the article. */
export function isAside(element: Element, around?: ReadonlySet<Element>): boolean {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 6 && !around?.has(at); steps++, at = at.parent)
    if ((at.hints & aside) !== 0) return true;
  return false;
}

const labelled =
  /^(?:(?:this (?:article|post|story) was )?(?:first |originally )?(?:posted|published)|publish(?:ed|ing)? date|publication date|date published|post (?:time|date)|veröffentlicht|publié|publicado|pubblicato|opublikowano|publikováno|objavljeno|julkaistu|yayınlanma|опубликовано|опубліковано|публикувано|објављено|δημοσιεύτηκε|نشر|פורסם|发布|發布|公開日|掲載日|입력)/i;

/** A date that the page calls the date of publication, wherever it stands but among comments and other articles. */
export function labelledDate(place: Place): ShownDate | null {
  const { blocks } = place;
  const around = surroundings(place);
  for (let at = 0; at < blocks.length; at++) {
    const { text, element } = blocks[at]!;
    if (text.length > longest.line || !labelled.test(text) || isAside(element, around)) continue;
    const own = datesIn(place, at)[0];
    const next =
      text.length < 30 && own === undefined && at + 1 < blocks.length ? datesIn(place, at + 1)[0] : undefined;
    const date = own ?? next;
    if (date !== undefined && date.otherwise === null && date.role !== "updated") return { ...date, role: "published" };
  }
  return null;
}

/** "This article was originally published on 4 March 2029 and has been updated since." */
export function originalDate(place: Place): ShownDate | null {
  for (let at = 0; at < place.blocks.length; at++) {
    const { text, element } = place.blocks[at]!;
    const date = text.length <= 400 ? originalIn(text, place.order) : null;
    if (date !== null && !isAside(element)) return { role: "published", value: date.value, otherwise: null, text, at };
  }
  return null;
}

/**
 * The one date that stands alone in a short line of a page that shows none by its headline: below the text, in the
 * author's box. Null when short lines outside other articles' teasers show several days.
 */
export function loneDate(place: Place): ShownDate | null {
  const found: ShownDate[] = [];
  const around = surroundings(place);
  for (let at = 0; at < place.blocks.length; at++) {
    const { text, element } = place.blocks[at]!;
    if (text.length > 60 || !/\d/.test(text) || isAside(element, around) || /©|\(c\)|copyright/i.test(text)) continue;
    found.push(...datesIn(place, at));
    if (found.length > 3) return null;
  }
  const [first] = found;
  if (first === undefined || first.otherwise !== null) return null;
  const days = new Set(found.filter((one) => one.role !== "updated").map((one) => one.value.slice(0, 10)));
  return days.size <= 1 ? first : null;
}
