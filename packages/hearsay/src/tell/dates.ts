import type { Interval } from "../model/index.js";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** "14:22", or "" when only the day is known. */
  readonly time: string;
}

/** An interval in words: "3 June 2025", "3 June 2025, 14:22", "June 2025", "28 May – 3 June 2025", "until 3 June 2025". */
export function readableInterval(when: Interval): string {
  const from = parse(when.earliest);
  const to = parse(when.latest, true);
  if (from === null || to === null)
    return when.earliest === when.latest ? when.earliest : `${when.earliest} – ${when.latest}`;
  if (from.year < 1000 || to.year > 9000) return readableOpen(from, to);
  if (when.earliest === when.latest && when.earliest.length >= 10) return readableDay(from);
  if (sameDay(from, to)) return readableWithin(from, to);
  if (from.day === 1 && to.day === lastDay(to) && wholeDays(from, to)) return readableMonths(from, to);
  return readableRange(from, to);
}

/** A stated date or date-time in words. */
export const readableDate = (iso: string): string => readableInterval({ earliest: iso, latest: iso });

function readableOpen(from: Moment, to: Moment): string {
  if (from.year < 1000 && to.year > 9000) return "at any time";
  return from.year < 1000 ? `until ${readableDay(to)}` : `from ${readableDay(from)}`;
}

function readableWithin(from: Moment, to: Moment): string {
  return wholeDays(from, to) ? dayOf(from) : `${dayOf(from)}, ${from.time || "00:00"}–${to.time || "24:00"}`;
}

function readableMonths(from: Moment, to: Moment): string {
  if (from.month === 1 && to.month === 12) return from.year === to.year ? `${from.year}` : `${from.year}–${to.year}`;
  if (from.year !== to.year) return `${monthOf(from)} – ${monthOf(to)}`;
  return from.month === to.month ? monthOf(from) : `${nameOf(from)} – ${monthOf(to)}`;
}

function readableRange(from: Moment, to: Moment): string {
  if (!wholeDays(from, to)) return `${readableDay(from)} – ${readableDay(to)}`;
  if (from.year !== to.year) return `${dayOf(from)} – ${dayOf(to)}`;
  if (from.month !== to.month) return `${from.day} ${nameOf(from)} – ${dayOf(to)}`;
  return `${from.day}–${dayOf(to)}`;
}

/** "2025", "2025-06" and "2025-06-03" stand for their first or, with `end`, their last day. */
function parse(iso: string, end = false): Moment | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?)?/.exec(iso);
  if (found === null) return null;
  const year = Number(found[1]);
  const month = Number(found[2] ?? (end ? 12 : 1));
  if (month < 1 || month > 12) return null;
  const day = Number(found[3] ?? (end ? lastDay({ year, month }) : 1));
  return { year, month, day, time: found[4] ?? "" };
}

const lastDay = (of: { year: number; month: number }): number => new Date(Date.UTC(of.year, of.month, 0)).getUTCDate();
const nameOf = (of: Moment): string => months[of.month - 1] ?? "";
const monthOf = (of: Moment): string => `${nameOf(of)} ${of.year}`;
const dayOf = (of: Moment): string => `${of.day} ${monthOf(of)}`;
const readableDay = (of: Moment): string => (of.time === "" ? dayOf(of) : `${dayOf(of)}, ${of.time}`);
const sameDay = (a: Moment, b: Moment): boolean => a.year === b.year && a.month === b.month && a.day === b.day;
const wholeDays = (from: Moment, to: Moment): boolean =>
  (from.time === "" || from.time === "00:00") && (to.time === "" || to.time >= "23:59");
