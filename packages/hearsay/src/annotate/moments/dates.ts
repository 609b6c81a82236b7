import { calendarDate, dayOf, fromMonthIndex, isDate, isoDay, isoMonth, monthIndex } from "./calendar.js";
import { anchorMonth, type Direction, type Place } from "./context.js";
import { yearFor } from "./relate.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import { DAY, MONTH, modOf, monthNumber, PHASE, WEEKDAY_SHORT, YEAR } from "./vocabulary.js";

/** Dates that name their year, month or day: "20 June 2018", "Aug. 7", "late November". */

export const full = (year: number, month: number, day: number): Reading | null =>
  isDate(year, month, day) ? date(isoDay(dayOf(year, month, day))) : null;

/** "may", "march", "mar" in lower case are other words. */
const isMonthName = (text: string | undefined): boolean =>
  text !== undefined && (/^[A-Z]/.test(text) || (text.length > 4 && !/^(?:march|august)$/.test(text)));

export const dayNumber = (text: string | undefined): number => Number.parseInt(text ?? "", 10);

function readFull({ year, month, day }: Groups): Reading | null {
  return isMonthName(month) ? full(Number(year), monthNumber(month ?? ""), dayNumber(day)) : null;
}

/** "June 28 to July 3, 2022": the year after the second date is the first one's too, or the one before. */
const sharedYear = ({ year, month = "", until = month }: Groups): number =>
  Number(year) - (monthNumber(until) < monthNumber(month) ? 1 : 0);

export const readDay = (groups: Groups, place: Place): Reading | null =>
  groups.year === undefined ? readMonthDay(groups, place) : readFull({ ...groups, year: String(sharedYear(groups)) });

function readMonthDay({ month: name, day: dayText }: Groups, place: Place): Reading | null {
  if (!isMonthName(name)) return null;
  const [month, day] = [monthNumber(name ?? ""), dayNumber(dayText)];
  if (place.published === null)
    return isDate(2000, month, day) ? date(isoDay(dayOf(2000, month, day)).replace("2000", "XXXX")) : null;
  const day28 = Math.min(day, 28);
  return full(yearFor(place.published, month, day28, directionOfDay(place, month, day28)), month, day);
}

/** Within some weeks of publication the nearest year is right whatever the tense of the verb says. */
export function directionOfDay(place: Place, month: number, day: number, weeks = 11): Direction {
  const published = place.published ?? 0;
  const away = dayOf(yearFor(published, month, day, null), month, day) - published;
  return Math.abs(away) < 7 * weeks && !isOverdue(away, place) ? null : place.direction();
}

/** "will be held on 3 April", told in June: the next one, though this year's is nearer. */
const isOverdue = (away: number, { before }: Place): boolean =>
  away < -28 && /\b(?:will|shall)\s(?:not\s)?(?:be\s)?(?:\w+\s){0,4}$/i.test(before);

function readMonth(groups: Groups, place: Place): Reading | null {
  const { month: name, phase, year } = groups;
  if (!isMonthName(name)) return null;
  const month = monthNumber(name ?? "");
  if (isAmbiguous(name ?? "") && !fitsBareMonth(place, phase, name ?? "")) return null;
  const mod = modOf(phase);
  if (year !== undefined) return date(isoMonth(sharedYear(groups), month), mod);
  if (place.published === null) return date(isoMonth(2000, month).replace("2000", "XXXX"), mod);
  return date(isoMonth(yearFor(place.published, month, null, directionOfDay(place, month, 15, 11)), month), mod);
}

/** Names of people and modal verbs share these letters: they need a preposition or the like before. */
const isAmbiguous = (name: string): boolean => /^(?:may|march|august|(?!june|july)[a-z]{3,4}$)/i.test(name);

function fitsBareMonth({ before, after }: Place, phase: string | undefined, name: string): boolean {
  if (name.length < 4 && /^\s\p{Lu}/u.test(after)) return false;
  if (/\bthe\s$/i.test(before)) return /^\s[a-z]{3,}/.test(after);
  return (
    phase !== undefined ||
    /\b(?:in|since|until|till|by|from|to|of|during|for|through|and|or|last|next|this|early|late|before|after|between|mid)[\s-]$/i.test(
      before,
    )
  );
}

function readMonthOfYear({ which, month: name, phase, after }: Groups, place: Place): Reading | null {
  if (!isMonthName(name) || place.published === null)
    return isMonthName(name) ? readMonth({ month: name, phase }, place) : null;
  const month = monthNumber(name ?? "");
  const now = calendarDate(place.published);
  const mod = modOf(phase);
  if (after !== undefined) return date(isoMonth(now.year + yearOffset(after), month), mod);
  if (/^(?:last|past)$/i.test(which ?? ""))
    return date(isoMonth(month < now.month ? now.year : now.year - 1, month), mod);
  if (/^this/i.test(which ?? "")) return date(isoMonth(now.year, month), mod);
  return date(isoMonth(month > now.month ? now.year : now.year + 1, month), mod);
}
const yearOffset = (word: string): number => (/last/i.test(word) ? -1 : /next/i.test(word) ? 1 : 0);

function readNumeric({ a, b, year: yearText }: Groups, { published }: Place, text: string): Reading | null {
  const year = Number(yearText) + (yearText?.length === 2 ? 2000 : 0);
  const [x, y] = [Number(a), Number(b)];
  const dayFirst = full(year, y, x);
  const monthFirst = text.includes(".") ? null : full(year, x, y);
  if (dayFirst === null || monthFirst === null || published === null) return dayFirst ?? monthFirst;
  const off = (reading: Reading): number => Math.abs(Date.parse(reading.value) / 86_400_000 - published);
  return off(monthFirst) <= off(dayFirst) ? monthFirst : dayFirst;
}

function readNextMonth({ which }: Groups, place: Place): Reading | null {
  const from = anchorMonth(place);
  if (from?.month == null) return null;
  const step = /follow|next|later/i.test(which ?? "") ? 1 : /same|that/i.test(which ?? "") ? 0 : -1;
  const { year, month } = fromMonthIndex(monthIndex(from.year, from.month) + step);
  return date(isoMonth(year, month));
}

export const WD = `(?:${WEEKDAY_SHORT},? (?:the )?)?`;
/** Between the days or months of a list or range. */
export const LINK = "(?: and | or | to | through | until |, | ?[-–] ?)";
const phase = `(?<phase>${PHASE})`;

export const dateRules: readonly Rule[] = rulesOn(
  ["month"],
  [
    { pattern: words(`${WD}(?:the )?(?<month>${MONTH}) (?<day>${DAY}),? (?<year>${YEAR})`), read: readFull },
    {
      pattern: words(`${WD}(?<day>${DAY})(?: day)?[ -](?:of )?(?<month>${MONTH})(?:,? |-| of )(?<year>${YEAR})`),
      read: readFull,
    },
    {
      pattern: words(
        `${WD}(?:the |last |this |next )?(?<month>${MONTH}) (?:the )?(?<day>${DAY})(?:(?=(?:${LINK}(?:(?<until>${MONTH}) )?\\d{1,2})?,? (?<year>${YEAR})\\b)|)`,
      ),
      read: readDay,
    },
    {
      pattern: words(
        `${WD}(?:the )?(?<day>${DAY})(?: day)? (?:of )?(?<month>${MONTH})(?:(?=${LINK}${DAY} (?<until>${MONTH}),? (?<year>${YEAR})\\b)|)`,
      ),
      read: readDay,
    },
    {
      pattern: words(`${phase}?(?<month>${MONTH}),? (?:of )?(?:the year )?(?<year>${YEAR})`),
      read: ({ month, year, phase: p }) =>
        isMonthName(month) ? date(isoMonth(Number(year), monthNumber(month ?? "")), modOf(p)) : null,
    },
    { pattern: words(`(?<which>last|past|this|next|coming) (?<month>${MONTH})`), read: readMonthOfYear },
    { pattern: words(`${phase}?(?<month>${MONTH}),? (?:of )?(?<after>last|this|next) year`), read: readMonthOfYear },
    {
      pattern: words(
        `${phase}?(?<month>${MONTH})(?:(?=(?: (?:to|until|till|through|and|or) |[-–])(?<until>${MONTH}),? (?:of )?(?<year>${YEAR})\\b)|)`,
      ),
      read: readMonth,
    },
    {
      on: ["unit"],
      pattern: words(`the (?<which>following|next|previous|preceding|same) month|that month`),
      read: readNextMonth,
    },
    {
      on: ["digit"],
      pattern: words(`(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])`),
      read: ({ year, month, day }) => full(Number(year), Number(month), Number(day)),
    },
    { on: ["digit"], pattern: words(`(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4}|\\d{2})`), read: readNumeric },
    { on: ["digit"], pattern: words(`(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.(?<year>\\d{4})`), read: readNumeric },
  ],
);
