import { ordinal } from "../numerals.js";
import { calendarDate, dayOf, fromMonthIndex, isDate, isoDay, isoMonth, isoYear, monthIndex } from "./calendar.js";
import { anchorMonth, type Place } from "./context.js";
import { yearFor } from "./relate.js";
import { date, type Groups, type Reading, type Rule, words } from "./rule.js";
import { DAY, MONTH, modOf, monthNumber, PHASE, WEEKDAY_SHORT, YEAR } from "./vocabulary.js";

/** Dates that name their year, month or day: "20 June 2018", "Aug. 7", "late November", "the 1990s". */

const full = (year: number, month: number, day: number): Reading | null =>
  isDate(year, month, day) ? date(isoDay(dayOf(year, month, day))) : null;

/** "may", "march", "mar" in lower case are other words. */
const isMonthName = (text: string | undefined): boolean =>
  text !== undefined && (/^[A-Z]/.test(text) || (text.length > 4 && !/^(?:march|august)$/.test(text)));

const dayNumber = (text: string | undefined): number => Number.parseInt(text ?? "", 10);

function readFull({ year, month, day }: Groups): Reading | null {
  return isMonthName(month) ? full(Number(year), monthNumber(month ?? ""), dayNumber(day)) : null;
}

function readMonthDay({ month: name, day: dayText }: Groups, place: Place): Reading | null {
  if (!isMonthName(name)) return null;
  const [month, day] = [monthNumber(name ?? ""), dayNumber(dayText)];
  if (place.published === null)
    return isDate(2000, month, day) ? date(isoDay(dayOf(2000, month, day)).replace("2000", "XXXX")) : null;
  const day28 = Math.min(day, 28);
  return full(yearFor(place.published, month, day28, directionOfDay(place, month, day28)), month, day);
}

/** Within some weeks of publication the nearest year is right whatever the tense of the verb says. */
function directionOfDay(place: Place, month: number, day: number): "past" | "future" | null {
  const published = place.published ?? 0;
  const near = yearFor(published, month, day, null);
  return Math.abs(dayOf(near, month, day) - published) < 75 ? null : place.direction();
}

function readMonth({ month: name, phase }: Groups, place: Place): Reading | null {
  if (!isMonthName(name)) return null;
  const month = monthNumber(name ?? "");
  if (
    /^(?:may|march|august|[a-z]{3,4}$)/i.test(name ?? "") &&
    !/^(?:june|july)$/i.test(name ?? "") &&
    !fitsBareMonth(place, phase)
  )
    return null;
  const mod = modOf(phase);
  if (place.published === null) return date(isoMonth(2000, month).replace("2000", "XXXX"), mod);
  return date(isoMonth(yearFor(place.published, month, null, place.direction()), month), mod);
}

/** Names of people and modal verbs share these letters: they need a preposition or the like before. */
const fitsBareMonth = ({ before }: Place, phase: string | undefined): boolean =>
  phase !== undefined ||
  /\b(?:in|since|until|till|by|from|to|of|during|for|through|and|or|last|next|this|early|late|before|after|between|between|mid)[\s-]$/i.test(
    before,
  );

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

/** What makes four digits a count rather than a year. */
const countAfter =
  /^(?:[,.]\d|\s?%|[-\s](?:percent|per cent|people|men|women|children|troops|points?|dollars|euros|pounds|miles?|feet|foot|metres|meters|km|kilomet|tons?|tonnes|acres|barrels|shares|jobs|workers|soldiers|homes|square|cubic|million|billion|thousand|hundred|GMT|hours|mg|kg|ml)\b)/i;
const countBefore =
  /(?:\b(?:than|about|around|nearly|almost|some|least|most|roughly|approximately|total of|number|No\.|article|page|room|flight|route|highway|model|section|resolution|over|only|up to|worth|at|sold|killed|employs|bought|paid)\s|[$£€#,.:/\d-])$/i;
const yearBefore =
  /\b(?:in|since|until|till|by|from|to|of|during|for|through|and|or|between|before|after|early|late|mid|fiscal|year|the|that|its|into|back to|circa|as of|summer|spring|fall|autumn|winter|Games|Olympics|Cup)\s$/i;

function readYear({ year, phase, fiscal }: Groups, place: Place): Reading | null {
  const { before, after } = place;
  if (countAfter.test(after) || (fiscal === undefined && phase === undefined && countBefore.test(before))) return null;
  const clear = fiscal ?? phase ?? (yearBefore.test(before) || /[(–]$/.test(before) ? "" : undefined);
  const plausible = /^(?:1[89]|20[0-4])/.test(year ?? "");
  if (clear === undefined && (!plausible || /^\s[a-z]{3,}s\b/.test(after))) return null;
  if (/\b(?:the|its)\s$/.test(before) && /^\s(?:[a-z]+ed\s)?[a-z]+s\b/.test(after))
    return plausible ? date(year ?? "", modOf(phase)) : null;
  return date(year ?? "", modOf(phase));
}

const decadeWords = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

function readDecade({ digits, short, word, phase }: Groups): Reading | null {
  const mod = modOf(phase);
  if (digits !== undefined) return date(`${digits.slice(0, 3)}X`, mod);
  if (short !== undefined) return date(`${Number(short) < 30 ? "20" : "19"}${short.slice(0, 1)}X`, mod);
  return date(`19${decadeWords.indexOf((word ?? "").toLowerCase()) + 2}X`, mod);
}

function readCentury({ nth, phase }: Groups): Reading | null {
  const number = ordinal(nth ?? "");
  return number === null ? null : date(`${isoYear((number - 1) * 100).slice(0, 2)}XX`, modOf(phase));
}

function readNextMonth({ which }: Groups, place: Place): Reading | null {
  const from = anchorMonth(place);
  if (from?.month == null) return null;
  const step = /follow|next|later/i.test(which ?? "") ? 1 : /same|that/i.test(which ?? "") ? 0 : -1;
  const { year, month } = fromMonthIndex(monthIndex(from.year, from.month) + step);
  return date(isoMonth(year, month));
}

const spelledTens =
  "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)";
const spelled: Readonly<Record<string, number>> = Object.fromEntries(
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((w, i) => [w, 10 + i]),
);
const spelledUnits = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const spelledDecades = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** "nineteen ninety-six": century and years in words. */
function spelledYear({ century, rest, month }: Groups): Reading | null {
  const [ten = "", unit = ""] = (rest ?? "").toLowerCase().split(/[-\s]/, 2);
  const years = spelled[ten] ?? spelledDecades.indexOf(ten) * 10 + Math.max(0, spelledUnits.indexOf(unit));
  const base = { eighteen: 1800, nineteen: 1900, twenty: 2000 }[(century ?? "").toLowerCase()] ?? 1900;
  return month === undefined ? date(String(base + years)) : date(isoMonth(base + years, monthNumber(month)));
}

const WD = `(?:${WEEKDAY_SHORT},? (?:the )?)?`;
const phase = `(?<phase>${PHASE})`;

export const dateRules: readonly Rule[] = [
  { pattern: words(`${WD}(?:the )?(?<month>${MONTH}) (?<day>${DAY}),? (?<year>${YEAR})`), read: readFull },
  {
    pattern: words(`${WD}(?<day>${DAY})(?: day)?[ -](?:of )?(?<month>${MONTH})(?:,? |-| of )(?<year>${YEAR})`),
    read: readFull,
  },
  { pattern: words(`${WD}(?:the |last |this |next )?(?<month>${MONTH}) (?:the )?(?<day>${DAY})`), read: readMonthDay },
  { pattern: words(`${WD}(?:the )?(?<day>${DAY})(?: day)? (?:of )?(?<month>${MONTH})`), read: readMonthDay },
  {
    pattern: words(`${phase}?(?<month>${MONTH}),? (?:of )?(?:the year )?(?<year>${YEAR})`),
    read: ({ month, year, phase: p }) =>
      isMonthName(month) ? date(isoMonth(Number(year), monthNumber(month ?? "")), modOf(p)) : null,
  },
  { pattern: words(`(?<which>last|past|this|next|coming) (?<month>${MONTH})`), read: readMonthOfYear },
  { pattern: words(`${phase}?(?<month>${MONTH}),? (?:of )?(?<after>last|this|next) year`), read: readMonthOfYear },
  { pattern: words(`${phase}?(?<month>${MONTH})`), read: readMonth },
  { pattern: words(`the (?<which>following|next|previous|preceding|same) month|that month`), read: readNextMonth },
  {
    pattern: words(`(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])`),
    read: ({ year, month, day }) => full(Number(year), Number(month), Number(day)),
  },
  { pattern: words(`(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4}|\\d{2})`), read: readNumeric },
  { pattern: words(`(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.(?<year>\\d{4})`), read: readNumeric },
  {
    pattern: words(
      `${phase}?(?:the )?(?<fiscal>fiscal(?: year)?|financial year|FY ?)? ?(?<year>${YEAR})(?: (?:fiscal year|period))?`,
    ),
    read: readYear,
  },
  { pattern: words(`(?:the )?${phase}?(?:the )?(?<digits>(?:1[5-9]|20)\\d0)['’]?s`), read: readDecade },
  { pattern: /(?<![\w])(?:the\s)?(?<phase>(?:early|late|mid)[-\s])?['’](?<short>\d0)s(?!\w)/gi, read: readDecade },
  { pattern: words(`the ${phase}?(?<word>${decadeWords.join("|")})`), read: readDecade },
  {
    pattern: words(`(?:the )?${phase}?(?:the )?(?<nth>\\d{1,2}(?:st|nd|rd|th)|[a-z]{4,11}(?:-first)?)[- ]century`),
    read: readCentury,
  },
  {
    pattern: words(`(?:(?<month>${MONTH}) )?(?<century>eighteen|nineteen|twenty)[- ](?<rest>${spelledTens})`),
    read: spelledYear,
  },
  { pattern: words("the year two thousand"), read: () => date("2000") },
];
