import type { Interval } from "../model/index.js";
import { monthOf, monthWord } from "./months.js";

/** A full calendar date found in a text. */
export interface FoundDate {
  /** ISO 8601: a day, or a local date-time when a time stands with it, with its zone if one is given. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The other reading of an all-digit date that may be day first or month first; null when there is none. */
  readonly otherwise: string | null;
}

/** How all-digit dates are read where they could be read both ways. */
export type DayOrder = "day-first" | "month-first" | "unknown";

const year = "(19[89]\\d|20\\d\\d)";
const day = "([0-3]?\\d)";
const ordinal = "(?:st|nd|rd|th|er|-?[ºªa]|\\.)?";
const edge = "(?<![\\p{L}\\p{N}])";
const tail = "(?![\\p{L}\\p{N}])";
const month = `(${monthWord})`;
/** What stands between a year and what follows it in languages that begin with it: "2031. gada", "2031 ж.", "2031(e)ko". */
const yearWord = "(?:\\(e\\)ko|[.,]?\\s?(?:gada|ж\\.|թ\\.|m\\.|он\\p{L}))?[.,]?";

type Order = readonly ("y" | "m" | "d")[];
interface Shape {
  readonly pattern: RegExp;
  readonly order: Order;
}
const shape = (source: string, order: string): Shape => ({
  pattern: new RegExp(source, "giu"),
  order: [...order] as Order[number][],
});

/** Shapes whose parts are told apart by their form; numeric ones that are not come last. */
const shapes: readonly Shape[] = [
  shape(`${edge}${year}-([01]?\\d)-${day}(?!\\d)`, "ymd"),
  shape(`${year}\\s?[年년]\\s?([01]?\\d)\\s?[月월]\\s?${day}\\s?[日일]`, "ymd"),
  shape(`${edge}${day}\\s+(?:tháng|thg)\\s+([01]?\\d),?(?:\\s+năm)?\\s+${year}`, "dmy"),
  shape(
    `${edge}${day}${ordinal}[\\s-]+(?:de |of |d['’]|ta['’] )?${month}[.,،]?[\\s-]*(?:de |del |of |ค\\.ศ\\. )?,?\\s*${year}(?!\\p{N})`,
    "dmy",
  ),
  shape(`${edge}${month}\\.?\\s+${day}${ordinal}(?:\\s*,\\s*|\\s+)${year}(?!\\p{N})`, "mdy"),
  shape(`${edge}${year}${yearWord}\\s+${month}\\.?\\s+${day}${tail}`, "ymd"),
  shape(`${edge}${year}${yearWord}\\s+${day}\\.?[\\s-]+${month}${tail}`, "ydm"),
  shape(`${edge}${year}[./]\\s?([01]?\\d)[./]\\s?${day}(?!\\d)`, "ymd"),
];
const mark = "[\\u200e\\u200f]?";
const numeric = new RegExp(
  `${edge}${day}${mark}([./-])${mark} ?${day}${mark}\\2${mark} ?((?:19|20)?\\d\\d)(?![\\d/.-]\\d|\\d)`,
  "gu",
);
/** Thailand counts the years from 543 before ours. */
const thai = new RegExp(
  `${edge}${day}\\s+([\\u0e00-\\u0e7f.]{3,12}?)\\.?\\s*(?:พ\\.ศ\\.\\s*)?(25[3-9]\\d)${tail}`,
  "gu",
);

const zoneOffsets: Readonly<Record<string, string>> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  bst: "+01:00",
  cet: "+01:00",
  cest: "+02:00",
  mez: "+01:00",
  mesz: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  ist: "+05:30",
  jst: "+09:00",
  kst: "+09:00",
  aest: "+10:00",
  aedt: "+11:00",
};
const zone = `(?:\\s?(Z|[+-]\\d\\d:?\\d\\d)|\\s\\(?(${Object.keys(zoneOffsets).join("|")})\\b\\)?)?`;
const clock = `([0-2]?\\d)(?:[:.h]([0-5]\\d)(?::([0-5]\\d)(?:\\.\\d{1,6})?)?(?:\\s?([ap]\\.?m\\b\\.?))?|\\s?([ap]\\.?m\\b\\.?))`;
const timeAfter = new RegExp(
  `^(?:T|[\\s,;·|•–—-]{0,4}(?:(?:at|um|kl\\.?|à|às|alle|ore|a las|в|o|om|klo)\\s)?)${clock}(?:\\s?(?:uhr|hrs?|h))?${zone}`,
  "iu",
);
const timeBefore = new RegExp(
  `${clock}(?:\\s?(?:uhr|hrs?|h))?${zone}[\\s,;·|•–—-]{1,4}(?:(?:on|am|le|el|il|em|\\p{L}{3,10})[.,]?\\s){0,2}$`,
  "iu",
);

/** The zeros of scripts that have digits of their own: Arabic, Persian, Indian ones, Thai, Lao, Burmese, Khmer, wide ones. */
const zeros = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x1040,
  0x17e0, 0xff10,
];
const otherDigit = new RegExp(
  `[${zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join("")}]`,
  "g",
);

/** Digits of other scripts made ASCII, position by position. */
function asciiDigits(text: string): string {
  return text.replace(otherDigit, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - zeros.find((zero) => code >= zero && code <= zero + 9)!);
  });
}

/** A year, or digits set off twice: without one there is no full date, and the long patterns need not be tried. */
const mayHoldDate = /(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d|25[3-9]\d/;

/** All matches of a shared global pattern. `matchAll` would copy and compile the pattern anew for every line. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const out: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null && out.length < 200; match = pattern.exec(text)) out.push(match);
  return out;
}

/** All full dates in a text, in text order. Only the first 20,000 characters are searched. */
export function findDates(text: string, order: DayOrder = "unknown"): FoundDate[] {
  const plain = asciiDigits(text.slice(0, 20_000));
  if (!mayHoldDate.test(plain)) return [];
  const found: FoundDate[] = [];
  const taken = (start: number, end: number): boolean => found.some((one) => start < one.end && one.start < end);
  for (const { pattern, order: parts } of shapes)
    for (const match of matchesOf(pattern, plain)) {
      const value = isoDay(match, parts);
      if (value !== null && !taken(match.index, match.index + match[0].length))
        found.push(withTime(plain, match.index, match[0].length, value, null));
    }
  for (const match of /[\u0e00-\u0e7f]/.test(plain) ? matchesOf(thai, plain) : []) {
    const value = dayOf(Number(match[3]) - 543, monthOf(match[2]!) ?? 0, Number(match[1]));
    if (value !== null && !taken(match.index, match.index + match[0].length))
      found.push(withTime(plain, match.index, match[0].length, value, null));
  }
  for (const match of matchesOf(numeric, plain)) {
    const read = numericDay(match, order);
    if (read !== null && !taken(match.index, match.index + match[0].length))
      found.push(withTime(plain, match.index, match[0].length, read.value, read.otherwise));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The value of a date that can be read in one way only. */
export const usable = (date: FoundDate | undefined): string | null =>
  date === undefined || date.otherwise !== null ? null : date.value;

/** The first full date in a text, or null. */
export const firstDate = (text: string, order: DayOrder = "unknown"): FoundDate | null =>
  findDates(text, order)[0] ?? null;

function isoDay(match: RegExpMatchArray, parts: Order): string | null {
  const [y, m, d] = (["y", "m", "d"] as const).map((part) => match[parts.indexOf(part) + 1]!);
  const month = /^\d/.test(m!) ? Number(m) : monthOf(m!, /\d\.\s/.test(match[0]));
  return dayOf(Number(y), month ?? 0, Number(d));
}

const pad = (n: number): string => String(n).padStart(2, "0");

function dayOf(y: number, m: number, d: number): string | null {
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return null;
  return `${y}-${pad(m)}-${pad(d)}`;
}

function numericDay(match: RegExpMatchArray, order: DayOrder): { value: string; otherwise: string | null } | null {
  const [a, b] = [Number(match[1]), Number(match[3])];
  const y = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
  // "18.6.25" may be a version or a section; two-digit years only with slashes or full two-digit parts.
  if (match[4]!.length === 2 && (match[1]!.length < 2 || match[3]!.length < 2) && match[2] !== "/") return null;
  const [dayFirst, monthFirst] = [dayOf(y, b, a), dayOf(y, a, b)];
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const value = dayFirst ?? monthFirst;
    return value === null ? null : { value, otherwise: null };
  }
  if (match[2] === "." || order === "day-first")
    return { value: dayFirst, otherwise: match[2] === "." ? null : monthFirst };
  return order === "month-first"
    ? { value: monthFirst, otherwise: dayFirst }
    : { value: dayFirst, otherwise: monthFirst };
}

function withTime(text: string, start: number, length: number, value: string, otherwise: string | null): FoundDate {
  const after = timeAfter.exec(text.slice(start + length, start + length + 40));
  const ahead = text.slice(Math.max(0, start - 40), start);
  const before = after === null ? timeBefore.exec(ahead) : null;
  const time = timeOf(after ?? before);
  if (time === null) return { value, start, end: start + length, otherwise };
  return {
    value: value + time,
    start: before === null ? start : start - (ahead.length - before.index),
    end: after === null ? start + length : start + length + after[0].length,
    otherwise: otherwise === null ? null : otherwise + time,
  };
}

function timeOf(match: RegExpExecArray | null): string | null {
  if (match === null) return null;
  const [, hours, minutes = "00", seconds, half1, half2, offset, name] = match;
  const half = (half1 ?? half2)?.[0]?.toLowerCase();
  let hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  if (hour > 23) return null;
  const place =
    offset !== undefined
      ? offset.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2").toUpperCase()
      : name === undefined
        ? ""
        : zoneOffsets[name.toLowerCase()]!;
  return `T${pad(hour)}:${minutes}${seconds === undefined || seconds === "00" ? "" : `:${seconds}`}${place}`;
}

/** An ISO-like value of the page's own data ("2027-05-03T09:41:00+02:00", "20270503", a Unix time), put in one form. */
export function machineDate(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = value.trim().slice(0, 80);
  const compact = /^(20\d\d|19[89]\d)(\d\d)(\d\d)(?:\D|$|T?\d{6})/.exec(text);
  if (compact !== null) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (/^1\d{9}(?:\d{3})?$/.test(text))
    return new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString().slice(0, 16);
  const found = findDates(text, "month-first")[0];
  return found?.value ?? null;
}

/** The days between which it must have been published, both readings of an ambiguous date included. */
export function within(dates: readonly string[]): Interval | null {
  const days = dates.map((date) => date.slice(0, 10)).sort();
  return days.length === 0 ? null : { earliest: days[0]!, latest: days[days.length - 1]! };
}
