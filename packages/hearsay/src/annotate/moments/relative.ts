import { calendarDate, easter, isoDay, nthWeekday, weekdayOf } from "./calendar.js";
import { anchorDay, type Direction, type Place } from "./context.js";
import { shifted, weekdayValue, yearFor } from "./relate.js";
import { date, type Groups, type Reading, type Rule, words } from "./rule.js";
import {
  COUNT,
  countOf,
  modOf,
  PART,
  PHASE,
  partCodes,
  UNIT,
  UNITS,
  unitOf,
  WEEKDAY,
  weekdayNumber,
} from "./vocabulary.js";

/** Dates counted from the day of publication: "yesterday", "on Friday", "two weeks ago", "recently"; and holidays. */

const dayOffsets: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  yesterday: -1,
  tomorrow: 1,
  "the day before yesterday": -2,
  "the day after tomorrow": 2,
};

function withPart(day: string, part: string | undefined): Reading {
  const code = partCodes[(part ?? "").toLowerCase()];
  return code === undefined ? date(day) : { type: "TIME", value: `${day}T${code}` };
}

function readNamedDay({ day = "", part, phase }: Groups, place: Place): Reading {
  const name = day.toLowerCase().replace(/\s/g, " ");
  const value = shifted(place.published, "day", dayOffsets[name] ?? 0);
  return { ...withPart(value, name === "tonight" ? "night" : part), mod: modOf(phase) };
}

/** "this morning", "last night", "that evening", "the next morning". */
function readPartOfDay({ which = "", part, phase }: Groups, place: Place): Reading | null {
  const anchored = /that|next|following|same/i.test(which);
  const from = anchored ? anchorDay(place) : place.published;
  const step = /last/i.test(which) ? -1 : /next|following/i.test(which) ? 1 : 0;
  return { ...withPart(shifted(from, "day", step), part), mod: modOf(phase) };
}

function directionOf(which: string | undefined, place: Place): Direction {
  if (which === undefined) return place.direction() ?? "past";
  if (/last|past|previous/i.test(which)) return "past";
  return "future";
}

function readWeekday({ which, weekday = "", part, phase }: Groups, place: Place): Reading {
  const strict = /last|next/i.test(which ?? "");
  const value = weekdayValue(place.published, weekdayNumber(weekday), directionOf(which, place), strict);
  return { ...withPart(value, part), mod: modOf(phase) };
}

/** "Tuesday of last week", "last week on Tuesday". */
function readWeekdayOfWeek({ which = "", weekday = "" }: Groups, { published }: Place): Reading {
  const number = weekdayNumber(weekday);
  if (published === null) return date(`XXXX-WXX-${number}`);
  const week = /last/i.test(which) ? -7 : /next/i.test(which) ? 7 : 0;
  return date(isoDay(published - weekdayOf(published) + number + week));
}

function readAgo({ count = "", unit = "" }: Groups, place: Place): Reading {
  const number = countOf(count);
  if (number === "X") return date("PAST_REF");
  if (number === 1 && /^year/i.test(unit) && place.seen.quarter !== null) return date(yearBefore(place.seen.quarter));
  return date(shifted(place.published, unit, -number));
}
const yearBefore = (quarter: string): string => `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`;

/** "three days later", "a year earlier": from the last date told. */
function readLater({ count = "", unit = "", way = "" }: Groups, place: Place): Reading | null {
  const number = countOf(count);
  const back = /earlier|before|previously/i.test(way);
  if (number === "X") return date(back ? "PAST_REF" : "FUTURE_REF");
  if (back && number === 1 && /^year/i.test(unit) && place.seen.quarter !== null)
    return date(yearBefore(place.seen.quarter));
  if (!/^(?:day|week|month|year|decade)/i.test(unit)) return null;
  const anchor = anchorDay(place);
  const year = /^(\d{4})(?:-(\d{2}))?$/.exec(place.seen.anchor ?? "");
  if (year !== null && unitOf(unit).unit === "year")
    return date(String(Number(year[1]) + number * unitOf(unit).times * (back ? -1 : 1)));
  return date(shifted(anchor, unit, back ? -number : number));
}

function readFromNow({ count = "", unit = "" }: Groups, place: Place): Reading {
  const number = countOf(count);
  return number === "X" ? date("FUTURE_REF") : date(shifted(place.published, unit, number));
}

/** [names, day in a year]. Fixed, counted by weekday, or by Easter. */
const holidays: readonly (readonly [string, (year: number) => number])[] = [
  ["New Year['’]s Day", (y) => Date.UTC(y, 0, 1) / 864e5],
  ["New Year['’]s Eve", (y) => Date.UTC(y, 11, 31) / 864e5],
  ["Martin Luther King(?:,? Jr\\.?)? Day", (y) => nthWeekday(y, 1, 1, 3)],
  ["Valentine['’]s Day", (y) => Date.UTC(y, 1, 14) / 864e5],
  ["Presidents['’]? Day", (y) => nthWeekday(y, 2, 1, 3)],
  ["(?:International )?Women['’]s Day", (y) => Date.UTC(y, 2, 8) / 864e5],
  ["(?:St\\.?|Saint) Patrick['’]s Day", (y) => Date.UTC(y, 2, 17) / 864e5],
  ["Good Friday", (y) => easter(y) - 2],
  ["Easter Monday", (y) => easter(y) + 1],
  ["Easter(?: Sunday)?", easter],
  ["Palm Sunday", (y) => easter(y) - 7],
  ["Ash Wednesday", (y) => easter(y) - 46],
  ["Ascension Day", (y) => easter(y) + 39],
  ["Pentecost", (y) => easter(y) + 49],
  ["April Fools?['’]?s?['’]? Day", (y) => Date.UTC(y, 3, 1) / 864e5],
  ["May Day", (y) => Date.UTC(y, 4, 1) / 864e5],
  ["Mother['’]s Day", (y) => nthWeekday(y, 5, 7, 2)],
  ["Memorial Day", (y) => nthWeekday(y, 5, 1, -1)],
  ["Father['’]s Day", (y) => nthWeekday(y, 6, 7, 3)],
  ["(?:the )?Fourth of July", (y) => Date.UTC(y, 6, 4) / 864e5],
  ["Bastille Day", (y) => Date.UTC(y, 6, 14) / 864e5],
  ["Labor Day", (y) => nthWeekday(y, 9, 1, 1)],
  ["(?:September 11|9/11)", () => Date.UTC(2001, 8, 11) / 864e5],
  ["Columbus Day", (y) => nthWeekday(y, 10, 1, 2)],
  ["Hallowe['’]?en", (y) => Date.UTC(y, 9, 31) / 864e5],
  ["All Saints['’]? Day", (y) => Date.UTC(y, 10, 1) / 864e5],
  ["Election Day", (y) => nthWeekday(y, 11, 1, 1) + 1],
  ["(?:Veterans['’]?|Armistice|Remembrance) Day", (y) => Date.UTC(y, 10, 11) / 864e5],
  ["Thanksgiving(?: Day)?", (y) => nthWeekday(y, 11, 4, 4)],
  ["Christmas Eve", (y) => Date.UTC(y, 11, 24) / 864e5],
  ["Christmas(?: Day)?", (y) => Date.UTC(y, 11, 25) / 864e5],
  ["Boxing Day", (y) => Date.UTC(y, 11, 26) / 864e5],
];
const HOLIDAY = holidays.map(([name]) => name).join("|");
const holidayMatchers = holidays.map(([name, day]) => ({ pattern: new RegExp(`^(?:${name})$`, "i"), day }));

function readHoliday({ name = "", which, year }: Groups, place: Place): Reading | null {
  const day = holidayMatchers.find(({ pattern }) => pattern.test(name.replace(/\s/g, " ")))?.day;
  if (day === undefined || !/^(?:[A-Z9]|the)/.test(name)) return null;
  if (year !== undefined) return date(isoDay(day(Number(year))));
  if (/9.11|September/i.test(name)) return date("2001-09-11");
  if (place.published === null) return date(isoDay(day(2001)).replace("2001", "XXXX"));
  const around = calendarDate(day(calendarDate(place.published).year));
  const direction = which === undefined ? place.direction() : directionOf(which, place);
  return date(isoDay(day(yearFor(place.published, around.month, Math.min(28, around.day), direction))));
}

const reference = (value: string, source: string): Rule => ({ pattern: words(source), read: () => date(value) });

const phase = `(?<phase>${PHASE})`;
const ABOUT = "(?:(?:about|around|nearly|almost|some|over|more than|less than|at least|just|barely|only|roughly) )?";

export const relativeRules: readonly Rule[] = [
  {
    pattern: words(
      `${phase}?(?<day>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight)(?:['’]s)?(?: (?:early |late )?(?<part>${PART}))?`,
    ),
    read: readNamedDay,
  },
  {
    pattern: words(
      `${phase}?(?<which>this|last|that|the next|the following|the same) (?<phase2>early |late |mid-)?(?<part>morning|afternoon|evening|night)`,
    ),
    read: readPartOfDay,
  },
  {
    pattern: words(`the (?:very )?(?<phase>early|small) (?:hours(?: of the morning)?|morning hours)(?! of)`),
    read: (g, p) => readPartOfDay({ ...g, part: "morning" }, p),
  },
  { pattern: words("overnight"), read: (_, p) => readPartOfDay({ part: "night" }, p) },
  {
    pattern: words(
      `${phase}?(?:(?<which>last|this past|past|this|next|this coming|coming) )?(?<phase2>late |early )?(?<weekday>${WEEKDAY})(?:['’]s)?(?:,? (?:early |late )?(?<part>${PART}))?`,
    ),
    read: (g, p) => readWeekday({ ...g, phase: g.phase ?? g.phase2 }, p),
  },
  { pattern: words(`(?<weekday>${WEEKDAY}),? (?:of )?(?<which>last|this|next) week`), read: readWeekdayOfWeek },
  { pattern: words(`${ABOUT}(?<count>${COUNT})[- ](?:or so )?(?<unit>${UNITS}|${UNIT}) ago`), read: readAgo },
  {
    pattern: words(`(?<count>year|month|week)-ago`),
    read: ({ count = "" }, p) => readAgo({ count: "a", unit: count }, p),
  },
  {
    pattern: words(
      `${ABOUT}(?<count>${COUNT}) (?<unit>${UNITS}|${UNIT}) (?<way>earlier|later|before|previously|afterwards?)`,
    ),
    read: readLater,
  },
  { pattern: words(`(?<unit>year|month|week)-(?<way>earlier)`), read: (g, p) => readLater({ ...g, count: "a" }, p) },
  {
    pattern: words(
      `(?:(?:in|within) )?${ABOUT}(?<count>${COUNT}) (?<unit>${UNITS}|${UNIT})(?:['’]s?)? (?:from now|time|hence)`,
    ),
    read: readFromNow,
  },
  { pattern: words(`(?:(?<which>last|this|next) )?(?<name>${HOLIDAY})(?:,? (?<year>\\d{4}))?`), read: readHoliday },
  reference(
    "PRESENT_REF",
    "right now|just now|now|nowadays|these days|currently|current|at present|at the moment|at this (?:crucial |critical |very )?(?:moment|point)|presently|at the present time|this moment|the present",
  ),
  reference(
    "PAST_REF",
    "(?:more |very |most |just )?recently|recent|in the recent past|the (?:recent |distant )?past|in past years|past years|formerly|long ago|years ago|months ago|weeks ago|days ago|decades ago|centuries ago|hours ago|minutes ago|a while ago|some time ago|not so long ago|lately|in the old days",
  ),
  reference(
    "FUTURE_REF",
    "the (?:near |foreseeable |distant )?future|near-future|future|a later date|in due course|sooner or later|one day soon|in the coming period|some day|someday",
  ),
];
