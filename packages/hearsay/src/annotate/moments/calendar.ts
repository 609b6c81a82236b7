/** Days are counted from 1970-01-01 in the proleptic Gregorian calendar; weeks are those of ISO 8601. */

const dayMs = 86_400_000;

export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / dayMs);
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function calendarDate(day: number): CalendarDate {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const monthLength = (year: number, month: number): number =>
  calendarDate(dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1).day;

/** Whether such a day exists: 30 February does not. */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

/** The ISO week a day is in; the year is that of the week's Thursday. */
export function weekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = calendarDate(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function weekStart(year: number, week: number): number {
  const fourth = dayOf(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** The n-th given weekday of a month; n = −1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  if (n < 0) {
    const last = dayOf(year, month, monthLength(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}

/** Western Easter Sunday (the anonymous Gregorian algorithm). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

export const isoYear = (year: number): string => pad(year, 4);
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${pad(month)}`;
export const isoWeek = (day: number): string => {
  const { year, week } = weekOf(day);
  return `${isoYear(year)}-W${pad(week)}`;
};
export function isoDay(day: number): string {
  const date = calendarDate(day);
  return `${isoMonth(date.year, date.month)}-${pad(date.day)}`;
}
export const isoClock = (hour: number, minute: number | null): string =>
  minute === null ? `T${pad(hour)}` : `T${pad(hour)}:${pad(minute)}`;

/** Months counted from year 0, so that they can be added to. */
export const monthIndex = (year: number, month: number): number => year * 12 + month - 1;
export const fromMonthIndex = (index: number): { readonly year: number; readonly month: number } => ({
  year: Math.floor(index / 12),
  month: (((index % 12) + 12) % 12) + 1,
});

/** The day a full or partial ISO date names, or null: the date part only. */
export function parseDay(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, day) ? dayOf(year, month, day) : null;
}
