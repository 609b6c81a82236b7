import { digits, numberValue, numberWordsPattern, ordinal } from "../numerals.js";

/** Alternatives of a pattern, longest first so that none hides another. */
const anyOf = (words: Iterable<string>): string => `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;

const monthNames: readonly (readonly [string, number])[] = [
  ["January", 1],
  ["February", 2],
  ["March", 3],
  ["April", 4],
  ["May", 5],
  ["June", 6],
  ["July", 7],
  ["August", 8],
  ["September", 9],
  ["October", 10],
  ["November", 11],
  ["December", 12],
];
const monthAbbreviations = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"];
export const MONTH = `(?:${anyOf(monthNames.map(([name]) => name))}\\b|${anyOf(monthAbbreviations)}\\b\\.?)`;
export const monthNumber = (text: string): number =>
  monthNames.find(([name]) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase())?.[1] ?? 0;

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const WEEKDAY = anyOf(weekdayNames);
/** Short forms are words of their own ("sat", "sun"): only dates that go on ("Wed., 18 June") use them. */
export const WEEKDAY_SHORT = `(?:${WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\\b\\.?)`;
export const weekdayNumber = (text: string): number =>
  weekdayNames.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase()) + 1;

export const YEAR = "(?:1[5-9]\\d\\d|20\\d\\d)";
/** A day of the month: "3", "03", "3rd". */
export const DAY = "(?:(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d%]))";

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
interface UnitEntry {
  readonly unit: Unit;
  readonly times: number;
  readonly code: string;
}
/** Every unit as a multiple of one that TIMEX3 writes, with its duration code. */
const units: Readonly<Record<string, UnitEntry>> = {
  second: { unit: "second", times: 1, code: "S" },
  minute: { unit: "minute", times: 1, code: "M" },
  hour: { unit: "hour", times: 1, code: "H" },
  day: { unit: "day", times: 1, code: "D" },
  night: { unit: "day", times: 1, code: "D" },
  week: { unit: "week", times: 1, code: "W" },
  fortnight: { unit: "week", times: 2, code: "W" },
  month: { unit: "month", times: 1, code: "M" },
  quarter: { unit: "quarter", times: 1, code: "Q" },
  year: { unit: "year", times: 1, code: "Y" },
  decade: { unit: "year", times: 10, code: "Y" },
  century: { unit: "year", times: 100, code: "Y" },
};
export const UNIT = "(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century)";
export const UNITS = "(?:seconds|minutes|hours|days|nights|weeks|fortnights|months|quarters|years|decades|centuries)";
export function unitOf(text: string): UnitEntry {
  const word = text.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
  return units[word] ?? { unit: "day", times: 1, code: "D" };
}

const VAGUE = "several|a few|few|some|many|a number of|dozens of|hundreds of|thousands of";
export const COUNT = `(?:\\d{1,4}(?:\\.\\d{1,2}|[- ]\\d/\\d)?|${numberWordsPattern}|an?|a couple(?: of)?|a dozen|half an?|a half|${VAGUE})`;

/** How many: a number, or "X" when the words leave it open. */
export function countOf(text: string): number | "X" {
  const word = text.toLowerCase().trim();
  if (/^an?$/.test(word)) return 1;
  if (word.startsWith("a couple")) return 2;
  if (word === "a dozen") return 12;
  if (/^(?:half an?|a half)$/.test(word)) return 0.5;
  return digits(word) ?? numberValue(word) ?? "X";
}

/** The TIMEX3 duration of a count of units: (3, "days") → P3D, ("X", "years") → PXY, (0.5, "hour") → PT30M. */
export function duration(count: number | "X", unitText: string): string {
  const { unit, times, code } = unitOf(unitText);
  const clock = unit === "second" || unit === "minute" || unit === "hour" ? "T" : "";
  if (count === "X") return `P${clock}X${times === 100 ? "E" : code}`;
  const amount = count * times;
  if (Number.isInteger(amount)) return `P${clock}${amount}${code}`;
  if (unit === "hour")
    return Math.floor(amount) > 0 ? `PT${Math.floor(amount)}H${minutesOf(amount)}M` : `PT${minutesOf(amount)}M`;
  if (unit === "year" && Number.isInteger(amount * 12)) return `P${amount * 12}M`;
  return `P${clock}${amount}${code}`;
}
const minutesOf = (hours: number): number => Math.round((hours % 1) * 60);

export const seasonCodes: Readonly<Record<string, string>> = {
  spring: "SP",
  summer: "SU",
  autumn: "FA",
  fall: "FA",
  winter: "WI",
};
export const SEASON = anyOf(Object.keys(seasonCodes));

export const partCodes: Readonly<Record<string, string>> = {
  morning: "MO",
  "lunch hour": "MI",
  lunchtime: "MI",
  midday: "MI",
  afternoon: "AF",
  evening: "EV",
  night: "NI",
};
export const PART = "(?:morning|afternoon|evening|night|lunchtime)";

export const ORDINAL_QUARTER = "(?:first|second|third|fourth|1st|2nd|3rd|4th)";
export const quarterNumber = (text: string): number => ordinal(text) ?? Number(text.replace(/\D/g, ""));

/** The word that places a period in part of itself, as a TIMEX3 mod. */
export function modOf(text: string | undefined): "START" | "MID" | "END" | null {
  if (text === undefined) return null;
  if (/early|earlier|start|beginning|opening|dawn|turn|first days/i.test(text)) return "START";
  if (/mid/i.test(text)) return "MID";
  return /late|later|end|close/i.test(text) ? "END" : null;
}
export const PHASE =
  "(?:(?:very )?(?:early|late|mid|later|earlier)(?: in| on)?[- ]|(?:the )?(?:very )?(?:start|beginning|middle|end|close|turn) of |mid-?)";

/** The year a season, quarter or half is of: "of fiscal 2023", "last year". */
export const OF_YEAR = `(?:,? (?:of )?(?:fiscal )?(?<year>${YEAR})|,? (?:of )?(?<rel>last|this|next) year)?`;

/** The step in time that "last", "next" and their like say. */
export const offsetOf = (word: string | undefined): number =>
  /last|past|previous|prior/i.test(word ?? "") ? -1 : /next|coming|following/i.test(word ?? "") ? 1 : 0;
