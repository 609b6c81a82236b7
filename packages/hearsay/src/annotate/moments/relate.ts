import {
  calendarDate,
  dayOf,
  fromMonthIndex,
  isDate,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  monthIndex,
  weekdayOf,
} from "./calendar.js";
import type { Direction } from "./context.js";
import { type Unit, unitOf } from "./vocabulary.js";

/** Values for what the day of publication would settle, when it is not known. */
const unknown: Readonly<Record<Unit, string>> = {
  second: "XXXX-XX-XX",
  minute: "XXXX-XX-XX",
  hour: "XXXX-XX-XX",
  day: "XXXX-XX-XX",
  week: "XXXX-WXX",
  month: "XXXX-XX",
  quarter: "XXXX-QX",
  year: "XXXX",
};

/** The period of the given unit that lies `count` units from `from` (negative: before it). */
export function shifted(from: number | null, unitText: string, count: number): string {
  const { unit, times } = unitOf(unitText);
  if (from === null) return unknown[unit];
  if (unit === "year" && !Number.isInteger(count * times)) return shifted(from, "month", 12 * count * times);
  const n = Math.round(count * times);
  const { year, month } = calendarDate(from);
  if (unit === "year") return periodOfYear(year + n, unitText);
  if (unit === "quarter") return quarterOf(monthIndex(year, month) + 3 * n);
  if (unit === "month") {
    const to = fromMonthIndex(monthIndex(year, month) + n);
    return isoMonth(to.year, to.month);
  }
  if (unit === "week") return isoWeek(from + 7 * n);
  if (unit === "day") return isoDay(from + n);
  return isoDay(from);
}

const periodOfYear = (year: number, unitText: string): string =>
  /^centur/i.test(unitText) ? `${isoYear(year).slice(0, 2)}XX` : isoYear(year);

export function quarterOf(index: number): string {
  const { year, month } = fromMonthIndex(index);
  return `${isoYear(year)}-Q${Math.ceil(month / 3)}`;
}

/** The weekday nearest in the given direction. The day of publication itself counts unless `strict`. */
export function weekdayValue(published: number | null, weekday: number, direction: Direction, strict = false): string {
  if (published === null) return `XXXX-WXX-${weekday}`;
  const today = weekdayOf(published);
  const back = (today - weekday + 7) % 7;
  if (direction === "future") return isoDay(published + (strict && back === 0 ? 7 : (weekday - today + 7) % 7));
  return isoDay(published - (strict && back === 0 ? 7 : back));
}

/** The year that makes a month (and day) fit the direction; without one, the year that puts it nearest. */
export function yearFor(published: number, month: number, day: number | null, direction: Direction): number {
  const { year, month: now } = calendarDate(published);
  if (day !== null && !isDate(year, month, day)) return year;
  if (day === null && month === now) return year;
  const distance = (y: number): number => dayOf(y, month, day ?? 15) - published;
  const years = [year - 1, year, year + 1];
  const fits = years.filter((y) => (direction === "future" ? distance(y) >= 0 : distance(y) <= 0));
  const closest = (list: readonly number[]): number =>
    list.reduce((best, y) => (Math.abs(distance(y)) < Math.abs(distance(best)) ? y : best));
  return direction === null || fits.length === 0 ? closest(years) : closest(fits);
}
