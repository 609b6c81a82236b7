import type { Interval, Moment } from "../../model/index.js";
import { dayOf, isoDay, monthLength, weekStart } from "./calendar.js";

type Days = readonly [number, number];

/** The first and last day that a TIMEX3 date value names, by its shape. */
const shapes: readonly { readonly pattern: RegExp; days(n: readonly number[]): Days }[] = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, days: ([y = 0, m = 0, d = 0]) => [dayOf(y, m, d), dayOf(y, m, d)] },
  { pattern: /^(\d{4})-(\d{2})$/, days: ([y = 0, m = 0]) => months(y, m, 1) },
  { pattern: /^(\d{4})$/, days: ([y = 0]) => months(y, 1, 12) },
  { pattern: /^(\d{4})-(\d{2})-XX$/, days: ([y = 0, m = 0]) => months(y, m, 1) },
  { pattern: /^(\d{4})-XX-XX$/, days: ([y = 0]) => months(y, 1, 12) },
  { pattern: /^(\d{4})-W(\d{2})$/, days: ([y = 0, w = 0]) => [weekStart(y, w), weekStart(y, w) + 6] },
  { pattern: /^(\d{4})-W(\d{2})-WE$/, days: ([y = 0, w = 0]) => [weekStart(y, w) + 5, weekStart(y, w) + 6] },
  { pattern: /^(\d{4})-Q([1-4])$/, days: ([y = 0, q = 0]) => months(y, 3 * q - 2, 3) },
  { pattern: /^(\d{4})-H([12])$/, days: ([y = 0, h = 0]) => months(y, 6 * h - 5, 6) },
  { pattern: /^(\d{4})-SP$/, days: ([y = 0]) => months(y, 3, 3) },
  { pattern: /^(\d{4})-SU$/, days: ([y = 0]) => months(y, 6, 3) },
  { pattern: /^(\d{4})-FA$/, days: ([y = 0]) => months(y, 9, 3) },
  { pattern: /^(\d{4})-WI$/, days: ([y = 0]) => months(y, 12, 3) },
  { pattern: /^(\d{3})X$/, days: ([y = 0]) => [dayOf(y * 10, 1, 1), dayOf(y * 10 + 9, 12, 31)] },
  { pattern: /^(\d{2})XX$/, days: ([y = 0]) => [dayOf(y * 100, 1, 1), dayOf(y * 100 + 99, 12, 31)] },
];

function months(year: number, month: number, count: number): Days {
  const last = month + count - 1;
  const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  return [dayOf(year, month, 1), dayOf(endYear, endMonth, monthLength(endYear, endMonth))];
}

function daysOf(value: string): Days | null {
  for (const { pattern, days } of shapes) {
    const match = pattern.exec(value);
    if (match !== null) return days(match.slice(1).map(Number));
  }
  return null;
}

/** Hours that parts of the day can mean; a night goes on into the next morning. */
const partsOfDay: Readonly<Record<string, readonly [string, string, number]>> = {
  MO: ["T05:00", "T11:59", 0],
  MI: ["T11:00", "T13:59", 0],
  AF: ["T12:00", "T17:59", 0],
  EV: ["T17:00", "T23:59", 0],
  NI: ["T18:00", "T05:59", 1],
  DT: ["T06:00", "T17:59", 0],
};

/** "the early hours", "early in the morning". */
const earlyMorning = ["T00:00", "T08:59", 0] as const;

/** The third of a stretch that "early", "mid" and "late" leave. */
function narrow([first, last]: Days, mod: Moment["mod"]): Days {
  const third = Math.floor((last - first + 1) / 3);
  if (mod === "START") return [first, Math.min(last, first + third)];
  if (mod === "MID") return [first + third, last - third];
  if (mod === "END") return [Math.max(first, last - third), last];
  return [first, last];
}

/**
 * The earliest–latest stretch a TIMEX3 value fixes, inclusive; null for durations, sets, references to past,
 * present and future, what only lies before or after a date, and values with unknown (X) parts other than decades and centuries.
 */
export function intervalOf(value: string, mod: Moment["mod"]): Interval | null {
  if (mod === "BEFORE" || mod === "AFTER") return null;
  const [date = "", time] = value.split("T", 2);
  const days = daysOf(date);
  if (days === null) return null;
  if (time === undefined) {
    const [first, last] = narrow(days, mod);
    return { earliest: isoDay(first), latest: isoDay(last) };
  }
  const part = time === "MO" && mod === "START" ? earlyMorning : partsOfDay[time];
  if (part !== undefined) return { earliest: isoDay(days[0]) + part[0], latest: isoDay(days[0] + part[2]) + part[1] };
  if (/^\d{2}$/.test(time)) return { earliest: `${date}T${time}:00`, latest: `${date}T${time}:59` };
  return { earliest: value, latest: value };
}
