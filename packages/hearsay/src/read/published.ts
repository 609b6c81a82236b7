import type { Evidence, Interval } from "../model/index.js";
import { modifiedNames, publishedNames, vagueNames } from "./date-names.js";
import { machineDate, within } from "./dates.js";
import type { Found } from "./evidence.js";
import type { LinkedData } from "./jsonld.js";
import type { Page } from "./markup.js";
import { scriptDate } from "./script-date.js";
import {
  isAside,
  labelledDate,
  loneDate,
  originalDate,
  type Place,
  type ShownDate,
  shownDates,
  shownVaguely,
} from "./shown-dates.js";
import { metaOf } from "./title.js";

/** When an article was published and last changed, as far as its page says. */
export interface PageDates {
  readonly published: Found | null;
  readonly publishedWithin: Interval | null;
  readonly modified: Found | null;
  /** What the page says of its publication in all, the chosen statement included. */
  readonly statements: readonly Found[];
  /** What the days between which it came out were read from, where no day is named. */
  readonly vaguely: Evidence | null;
}

const inPath =
  /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])|[/_-]((?:20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

/**
 * After so many days a page whose reader sees only the later date has been written anew, not corrected: on the
 * development pages the later one is the article's from 87 days on and not at 29.
 */
const renewal = 60;

/** What one page says, each kind at its best. */
interface Clues {
  readonly stated: Found | null;
  /** The same from the page's head, where structured data state it too. */
  readonly named: Found | null;
  /** Whether the page's head states it too, or structured data alone. */
  readonly openly: boolean;
  readonly modified: Found | null;
  readonly shown: Found | null;
  /** Whether the page calls the shown date that of publication. */
  readonly labelled: boolean;
  readonly updated: Found | null;
  /** Both readings of a shown date that nothing settles. */
  readonly unsure: readonly string[];
  /** The same of a date of an update. */
  readonly lastUnsure: readonly string[];
}

/**
 * The dates of a page. What its data state is compared with what it shows:
 * a shown date that is earlier counts before the data, since systems restamp pages; one day apart, the shown one is the
 * paper's own day and the stated one UTC; a page that shows only a much later date than its structured data state was
 * renewed, and that is its date. "Updated" alone dates nothing but the end of `publishedWithin`, unless the
 * page still has its scripts and gives no other date in them.
 */
export function datesOf(page: Page, data: LinkedData, html: string, url: string | null, about: Place): PageDates {
  const head = statedIn(page, data);
  const place = {
    ...about,
    stated: Object.values(head).flatMap((one) => one?.value ?? []),
    months: monthsOfImage(metaOf(page, "og:image")),
    english: page.language?.toLowerCase() === "en",
  };
  const clues = gather(head, place);
  const address = pathDate(url ?? page.canonical);
  const chosen = choose(page, clues, html, place, address);
  const original = chosen?.from === "line" ? line(originalDate(place)) : null;
  const published = original !== null && days(original, chosen!) < -1 ? original : chosen;
  const { stated, named, shown, updated, unsure } = clues;
  const modified = clues.modified ?? updated;
  const statements = [stated, named, shown, address].filter((one) => one !== null);
  if (published !== null) {
    const renewed = stated !== null && stated !== published && days(published, stated) > renewal;
    return {
      published,
      publishedWithin: within([published.value, ...(renewed ? [stated.value] : [])]),
      modified,
      statements,
      vaguely: null,
    };
  }
  const vague = unsure.length > 0 ? null : shownVaguely(place, modified?.value ?? null);
  if (vague !== null) {
    const vaguely = { from: "line", text: vague.text, against: [], confidence: null };
    return { published, publishedWithin: vague.within, modified, statements, vaguely };
  }
  const last = [updated?.value ?? [], clues.lastUnsure].flat().sort().at(-1);
  const until = last === undefined ? null : { earliest: "0001-01-01", latest: last.slice(0, 10) };
  return { published, publishedWithin: within(unsure) ?? until, modified, statements, vaguely: null };
}

const dayNumber = (value: string): number => Date.parse(`${value.slice(0, 10)}T00:00:00Z`) / 86_400_000;
/** Whole days from the second to the first. */
export const days = (one: Found, other: Found): number => dayNumber(one.value) - dayNumber(other.value);

/** What the page's data state. */
const statedIn = (page: Page, data: LinkedData): Pick<Clues, "stated" | "named" | "modified"> => {
  const named = metaDate(page, publishedNames);
  return {
    stated: foundIn("json-ld", data.published) ?? named ?? itempropDate(page, /datepublished/i),
    named,
    modified: foundIn("json-ld", data.modified) ?? metaDate(page, modifiedNames) ?? itempropDate(page, /datemodified/i),
  };
};

function gather(head: Pick<Clues, "stated" | "named" | "modified">, place: Place): Clues {
  const { named } = head;
  const lines = shownDates(place);
  const sure = lines.filter((line) => line.otherwise === null);
  const labelled = sure.find((line) => line.role === "published") ?? null;
  const plain =
    sure.find((line) => line.role === "plain" && line.value.slice(0, 10) === head.stated?.value.slice(0, 10)) ??
    sure.find((line) => line.role === "plain" && line.at > place.heading) ??
    sure.find((line) => line.role === "plain") ??
    null;
  const changed = sure.find((line) => line.role === "updated") ?? null;
  const open = lines.filter((line) => line.otherwise !== null);
  const readings = (one: ShownDate | undefined): string[] => (one === undefined ? [] : [one.value, one.otherwise!]);
  return {
    ...head,
    openly: named !== null && named.from !== "meta datepublished",
    shown: line(labelled ?? (plain === null ? null : earliestBeside(plain, sure))),
    labelled: labelled !== null,
    updated: line(changed),
    unsure: readings(open.find(({ role }) => role !== "updated")),
    lastUnsure: readings(open.find(({ role }) => role === "updated")),
  };
}

/** Of two dates that one line shows without a word the earlier is that of publication, the other that of a change. */
const earliestBeside = (date: ShownDate, dates: readonly ShownDate[]): ShownDate =>
  dates
    .filter(({ at, role }) => at === date.at && role === "plain")
    .reduce((best, one) => (one.value.slice(0, 10) < best.value.slice(0, 10) ? one : best), date);

/** "2031-03" of ".../uploads/2031/03/pier.jpg": when the image of the article was put up. */
function monthsOfImage(address: string | null): string[] {
  const match = /\/(20\d\d)[/-](0[1-9]|1[0-2])\//.exec((address ?? "").slice(0, 500));
  return match === null ? [] : [`${match[1]}-${match[2]}`];
}

const line = (date: ShownDate | null): Found | null =>
  date === null ? null : { value: date.value, from: "line", text: date.text };

function choose(page: Page, clues: Clues, html: string, place: Place, address: Found | null): Found | null {
  const { stated, openly, shown, labelled, updated, modified } = clues;
  const visible = shown ?? updated;
  if (stated === null) return shown ?? unstated(page, clues, html, place, address);
  if (shown !== null && (days(shown, stated) < -1 || (labelled && days(shown, stated) > 1))) return shown;
  if (visible !== null && !openly && days(visible, stated) > renewal) return visible;
  if (shown !== null && modified !== null && days(shown, stated) > renewal && days(modified, shown) > renewal)
    return shown;
  if (shown === null && modified !== null && days(stated, modified) === 0) {
    const elsewhere = line(labelledDate(place));
    if (elsewhere !== null && days(elsewhere, stated) < -1) return elsewhere;
  }
  return inLocalTime(stated, [shown, updated, nearTime(page, place), address]);
}

/** A date in UTC is one day ahead of the paper's own where the page shows the local one: the earlier is taken. */
function inLocalTime(stated: Found, others: readonly (Found | null)[]): Found {
  const known = others.filter((one) => one !== null);
  if (known.some((one) => days(one, stated) === 0)) return stated;
  return known.find((one) => days(one, stated) === -1) ?? stated;
}

/** Failing what the page states of itself and shows by its headline. */
function unstated(
  page: Page,
  { updated, modified, unsure }: Clues,
  html: string,
  place: Place,
  address: Found | null,
): Found | null {
  const found =
    line(labelledDate(place)) ??
    (unsure.length > 0 ? null : nearTime(page, place)) ??
    metaDate(page, vagueNames) ??
    scriptDate(html, place.blocks[place.heading]?.text ?? "") ??
    address;
  const renewed = found?.from === "script" && updated !== null && days(updated, found) > renewal;
  if (found !== null && !renewed && !(updated !== null && days(found, updated) === 0)) return found;
  if (updated !== null) return /<script/i.test(html) ? updated : null;
  const lone = unsure.length === 0 ? line(loneDate(place)) : null;
  return lone !== null && modified !== null && days(lone, modified) > 0 ? null : lone;
}

const foundIn = (from: string, text: string | null | undefined): Found | null => {
  const value = machineDate(text);
  return value === null ? null : { value, from, text: text!.trim().slice(0, 80) };
};

const metaDate = (page: Page, names: readonly string[]): Found | null =>
  names.map((name) => foundIn(`meta ${name}`, metaOf(page, name))).find((one) => one !== null) ?? null;

const itempropDate = (page: Page, name: RegExp): Found | null =>
  foundIn("itemprop", page.times.find((time) => name.test(time.names))?.value);

/** A `<time>` that stands by the headline or calls itself the date of publication. */
function nearTime(page: Page, { heading, blocks }: Place): Found | null {
  const own = page.times.filter(
    ({ names, block }) =>
      !/updated(?!.*publish)|modified(?!.*publish)|changed|related|card|comment/i.test(names) &&
      !(blocks[block] !== undefined && isAside(blocks[block].element)),
  );
  const near = own.find(({ block }) => heading >= 0 && block >= heading - 8 && block <= heading + 12);
  const named = own.find(({ names }) => /publish|posted|entry-date|post-date|byline|article/i.test(names));
  return foundIn("time", (near ?? named)?.value);
}

function pathDate(url: string | null): Found | null {
  const match = inPath.exec((url ?? "").slice(0, 500));
  if (match === null) return null;
  const [y, m, d] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]];
  const value = machineDate(`${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}`);
  return value === null ? null : { value, from: "address", text: match[0] };
}
