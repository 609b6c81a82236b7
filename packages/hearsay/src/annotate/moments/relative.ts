import {
  calendarDate,
  dayOf,
  fromMonthIndex,
  isoClock,
  isoDay,
  monthIndex,
  monthLength,
  parseDay,
  weekdayOf,
} from "./calendar.js";
import { anchorDay, directionOf, isNamePart, type Place } from "./context.js";
import { shifted, weekdayValue } from "./relate.js";
import { type Draft, date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import type { Trigger } from "./triggers.js";
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

function readNamedDay({ day = "", part, phase }: Groups, place: Place): Reading | null {
  if (/^T/.test(day) && isNamePart(place)) return null;
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

function readWeekday({ which, weekday = "", part, phase }: Groups, place: Place, text: string): Reading {
  const strict = /last|next/i.test(which ?? "");
  const direction = which === undefined && isOwner(text, place) ? "past" : directionOf(which, place);
  const value = weekdayValue(place.published, weekdayNumber(weekday), direction, strict);
  return { ...withPart(value, part), mod: modOf(phase) };
}

/** "a way around Tuesday's ruling": what a day owns has mostly happened, unless one looks ahead to it. */
const isOwner = (text: string, { before }: Place): boolean =>
  /['’]s$/.test(text) &&
  !/\b(?:ahead of|before|for|prior to|until|by|in|at|during|on|of|attend|win)\s(?:the\s)?$/i.test(before);

/** British: "Tuesday week" is the one after the coming Tuesday, "Monday next" that of next week. */
function readWeekdayAhead({ weekday = "", way = "" }: Groups, place: Place): Reading {
  if (/next/i.test(way)) return readWeekdayOfWeek({ which: "next", weekday }, place);
  const value = weekdayValue(place.published, weekdayNumber(weekday), "future", true);
  const day = parseDay(value);
  return date(day === null ? value : isoDay(day + 7));
}

/** "Tuesday of last week", "last week on Tuesday". */
function readWeekdayOfWeek({ which = "", weekday = "" }: Groups, { published }: Place): Reading {
  const number = weekdayNumber(weekday);
  if (published === null) return date(`XXXX-WXX-${number}`);
  const week = /last/i.test(which) ? -7 : /next/i.test(which) ? 7 : 0;
  return date(isoDay(published - weekdayOf(published) + number + week));
}

function readAgo({ count = "", unit = "", today, half }: Groups, place: Place): Reading {
  const whole = countOf(count);
  const number = whole === "X" || half === undefined ? whole : whole + 0.5;
  if (number === "X") return date("PAST_REF");
  if (today !== undefined && place.published !== null) return date(isoDay(sameDayAgo(place.published, unit, number)));
  const hour = hoursAgo(unit, number, place);
  if (hour !== null) return hour;
  const quarter = number === 1 ? quarterBefore(unit, place) : null;
  return date(quarter ?? shifted(place.published, unit, -number));
}

/** "an hour ago" in a live blog: half a unit to either side of the time it names. */
function hoursAgo(unitText: string, count: number, { published, minutes }: Place): Reading | null {
  const { unit, times } = unitOf(unitText);
  const length = unit === "hour" ? 60 * times : unit === "minute" ? times : null;
  if (published === null || minutes === null || length === null) return null;
  const at = (back: number): string => {
    const moment = published * 1_440 + minutes - Math.round(back * length);
    const day = Math.floor(moment / 1_440);
    const rest = moment - day * 1_440;
    return isoDay(day) + isoClock(Math.floor(rest / 60), rest % 60);
  };
  return { type: "TIME", value: at(count), interval: { earliest: at(count + 0.5), latest: at(count - 0.5) } };
}

/** "a year ago today": the day itself, not the year it is in. */
function sameDayAgo(published: number, unitText: string, count: number): number {
  const { unit, times } = unitOf(unitText);
  const { year, month, day } = calendarDate(published);
  const n = Math.round(count * times);
  if (unit === "year" || unit === "month") {
    const to = fromMonthIndex(monthIndex(year, month) - n * (unit === "year" ? 12 : 1));
    return dayOf(to.year, to.month, Math.min(day, monthLength(to.year, to.month)));
  }
  return published - n * (unit === "week" ? 7 : 1);
}

/** In earnings news "a year ago" is the same quarter a year before, unless the sentence compares another period. */
function quarterBefore(unit: string, { seen, before }: Place): string | null {
  if (seen.quarter === null || !/^year/i.test(unit) || /\b(?:months?|weeks?|half)\b/i.test(before)) return null;
  return `${Number(seen.quarter.slice(0, 4)) - 1}${seen.quarter.slice(4)}`;
}

/** "three days later", "a year earlier": from the last date told. */
function readLater({ count = "", unit = "", way = "" }: Groups, place: Place): Reading | null {
  const number = countOf(count);
  const back = /earlier|before|previously/i.test(way);
  if (number === "X") return date(back ? "PAST_REF" : "FUTURE_REF");
  const quarter = back && number === 1 ? quarterBefore(unit, place) : null;
  if (quarter !== null) return date(quarter);
  if (!/^(?:day|week|month|year|decade)/i.test(unit)) return null;
  const anchor = anchorDay(place);
  const year = /^(\d{4})(?:-(\d{2}))?$/.exec(place.seen.anchor ?? "");
  if (year !== null && unitOf(unit).unit === "year")
    return date(String(Math.floor(Number(year[1]) + number * unitOf(unit).times * (back ? -1 : 1))));
  return date(shifted(anchor, unit, back ? -number : number));
}

function readFromNow({ count = "", unit = "" }: Groups, place: Place): Reading {
  const number = countOf(count);
  return number === "X" ? date("FUTURE_REF") : date(shifted(place.published, unit, number));
}

const reference = (value: string, on: Trigger, source: string): Draft => ({
  on: [on],
  pattern: words(source),
  read: () => date(value),
});

/** The rest of a paper's or programme's name: "the Sunday Times". */
const PROGRAMME = "(?:Times|Telegraph|Mail|Express|Mirror|Herald|Post|Star|Tribune|Independent|Live|Football)\\b";
const phase = `(?<phase>${PHASE})`;
const ABOUT = "(?:(?:about|around|nearly|almost|some|over|more than|less than|at least|just|barely|only|roughly) )?";

export const relativeRules: readonly Rule[] = rulesOn(
  ["unit"],
  [
    {
      on: ["day"],
      pattern: words(
        `${phase}?(?<day>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight)(?:['’]s)?(?: (?:early |late )?(?<part>${PART}))?`,
      ),
      read: readNamedDay,
    },
    {
      on: ["part"],
      pattern: words(
        `${phase}?(?<which>this|last|that|the next|the following|the same) (?<phase2>early |late |mid-)?(?<part>morning|afternoon|evening|night)`,
      ),
      read: readPartOfDay,
    },
    {
      pattern: words(`the (?:very )?(?<phase>early|small) (?:hours(?: of the morning)?|morning hours)(?! of)`),
      read: (g, p) => readPartOfDay({ ...g, part: "morning" }, p),
    },
    { on: ["part"], pattern: words("overnight"), read: (_, p) => readPartOfDay({ part: "night" }, p) },
    {
      on: ["weekday"],
      pattern: words(
        `${phase}?(?:(?<which>last|this past|past|this|next|this coming|coming) )?(?<phase2>late |early )?(?<weekday>${WEEKDAY})(?:['’]s)?(?:,? (?:early |late )?(?<part>${PART}))?(?! ${PROGRAMME})`,
      ),
      read: (g, p, text) => readWeekday({ ...g, phase: g.phase ?? g.phase2 }, p, text),
    },
    {
      on: ["weekday"],
      pattern: words(`(?<weekday>${WEEKDAY}),? (?:of )?(?<which>last|this|next) week`),
      read: readWeekdayOfWeek,
    },
    { on: ["weekday"], pattern: words(`(?<weekday>${WEEKDAY}) (?<way>week|next)(?! \\w)`), read: readWeekdayAhead },
    {
      pattern: words(
        `${ABOUT}(?<count>${COUNT})[- ](?<half>and a half )?(?:or so )?(?<unit>${UNITS}|${UNIT}) ago(?<today> today)?`,
      ),
      read: readAgo,
    },
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
    reference(
      "PRESENT_REF",
      "now",
      "right now|just now|now|nowadays|these days|currently|current|at present|at the moment|at this (?:crucial |critical |very )?(?:moment|point)|presently|at the present time|this moment|the present",
    ),
    reference(
      "PAST_REF",
      "past",
      "(?:more |very |most |just )?recently|recent|in the recent past|the (?:recent |distant )?past|in past years|past years|formerly|long ago|years ago|months ago|weeks ago|days ago|decades ago|centuries ago|hours ago|minutes ago|a while ago|some time ago|not so long ago|lately|in the old days",
    ),
    reference(
      "FUTURE_REF",
      "future",
      "the (?:near |foreseeable |distant )?future|near-future|future|a later date|in due course|sooner or later|one day soon|in the coming period|some day|someday",
    ),
  ],
);
