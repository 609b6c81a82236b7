import { findDates, machineDate } from "./dates.js";
import { monthOf, monthWord } from "./months.js";

/** The line over an entry of a live blog, or its beginning: "14:32", "Posted at 8.01am BST", "21:22, 6 Oct 2031". */
export interface Head {
  /** Minutes since midnight; null for "12 minutes ago". */
  readonly minutes: number | null;
  /** The clock time as in ISO 8601, with its zone where one is given: "T14:32", "T08:01+01:00". */
  readonly clock: string | null;
  /** The day it names, if any. */
  readonly day: string | null;
  /** What else the line says: a name, a headline, the entry itself. */
  readonly rest: string;
  /** The words of the time. */
  readonly words: string;
}

const longest = 60;
const lead = "(?:[\\p{L}]{1,12}[.,:]?\\s){0,3}";
const clockWords =
  "(?:[01]?\\d|2[0-4])(?:(?:[:h]|\\s?:\\s?)[0-5]\\d(?::[0-5]\\d)?(?:\\s?[ap]\\.?m\\b\\.?)?|\\.[0-5]\\d\\s?(?:[ap]\\.?m\\b\\.?|uhr\\b)|\\s?(?:[ap]\\.?m\\b\\.?|uhr\\b))";
const clockAhead = new RegExp(`^${lead}(?<clock>${clockWords})(?![\\d%:/]|\\s?[-–]\\s?\\d)`, "iu");
const beforeClock = `[,.]?\\s(?:(?:at|um|à|o)\\s)?(?=${clockWords})`;
const daysAhead = [
  new RegExp(`^${lead}(?<day>[0-3]?\\d)(?:st|nd|rd|th|\\.)?\\s(?<month>${monthWord})${beforeClock}`, "iu"),
  new RegExp(`^${lead}(?<month>${monthWord})\\.?\\s(?<day>[0-3]?\\d)${beforeClock}`, "iu"),
];
const ago =
  /^(?:(?:posted|updated|published)\s)?(?:about\s)?\d{1,2}\s?(?:m|mins?|minutes?|h|hrs?|hours?)(?:\s\d{1,2}\s?(?:m|mins?|minutes?))?\sago(?![\p{L}])/iu;
/** As news pages print a time for the eye and again for machines: "8:018:01". */
const twice = /(?<!\d)(\d{1,2}[:.]\d\d(?:\s?[ap]m)?)\1/i;

/**
 * The time that a line begins with; null for any other. `year` completes a day that is named without one.
 * @example headOf("21:22 Ana Novak", null) // { clock: "T21:22", rest: "Ana Novak", … }
 */
export function headOf(line: string, year: string | null): Head | null {
  const before = line.slice(0, longest);
  if (!/^\D{0,40}\d/.test(before)) return null;
  const text = before.replace(twice, "$1");
  const rest = (words: string): string =>
    `${text.slice(words.length)}${line.slice(longest)}`.replace(/^[\s|•·:,;.–—-]+/, "").trim();
  const relative = ago.exec(text)?.[0];
  if (relative !== undefined)
    return { minutes: null, clock: null, day: null, rest: rest(relative), words: relative.trim() };
  return fullHead(text, rest) ?? clockHead(text, year, rest);
}

/** A full date with its time, either first. */
function fullHead(text: string, rest: (words: string) => string): Head | null {
  const [date] = findDates(text);
  if (date === undefined || date.otherwise !== null || !date.value.includes("T") || date.start > 30) return null;
  if (!/^(?:\P{L}*\p{L}{1,12}){0,3}\P{L}*$/u.test(text.slice(0, date.start))) return null;
  const words = text.slice(0, date.end);
  return { ...timed(date.value), day: date.value.slice(0, 10), rest: rest(words), words: words.trim() };
}

function clockHead(text: string, year: string | null, rest: (words: string) => string): Head | null {
  const named = dayBefore(text);
  const from = named?.length ?? 0;
  const match = clockAhead.exec(text.slice(from));
  if (match === null) return null;
  const at = from + match[0].length - match.groups!.clock!.length;
  const [date] = findDates(`2000-01-01 ${text.slice(at)}`);
  if (date === undefined || !date.value.includes("T")) return null;
  const words = text.slice(0, Math.max(at + date.end - 11, at + match.groups!.clock!.length));
  return {
    ...timed(date.value),
    day: named === null || year === null ? null : machineDate(`${year}-${named.day}`),
    rest: rest(words),
    words: words.trim(),
  };
}

/** "9 March" and "Mar 9" ahead of a clock time, and how long that is. */
function dayBefore(text: string): { readonly day: string; readonly length: number } | null {
  const two = (n: number): string => String(n).padStart(2, "0");
  for (const pattern of daysAhead) {
    const match = pattern.exec(text);
    const month = monthOf(match?.groups?.month ?? "");
    if (match !== null && month !== undefined)
      return { day: `${two(month)}-${two(Number(match.groups!.day))}`, length: match[0].length };
  }
  return null;
}

function timed(value: string): Pick<Head, "minutes" | "clock"> {
  const clock = value.slice(10);
  return { clock, minutes: Number(clock.slice(1, 3)) * 60 + Number(clock.slice(4, 6)) };
}
