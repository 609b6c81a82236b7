import type { Interval } from "hearsay";

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
];

/** An ISO date or local date-time in words: "7 February 2029", "7 February 2029, 14:05", "February 2029", "2029". */
export function sayDate(iso: string | null): string {
  if (iso === null) return "undated";
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const name = month === undefined ? "" : `${months[Number(month) - 1] ?? month} `;
  const clock = time === undefined || time === "00:00" ? "" : `, ${time}`;
  return `${day === undefined ? "" : `${Number(day)} `}${name}${year}${clock}`;
}

/** The same, short, for rows: "7 Feb 2029". */
export const sayShort = (iso: string | null): string =>
  sayDate(iso === null ? null : iso.slice(0, 10)).replace(/([A-Z][a-z]{2})[a-z]+/, "$1");

/** A stretch of time: "4–12 February 2029", "2024", "7 February 2029 – 3 March 2029". */
export function saySpan(when: Interval | null): string {
  if (when === null) return "no date";
  const [a, b] = [when.earliest.slice(0, 10), when.latest.slice(0, 10)];
  if (b.startsWith("9999")) return `since ${sayDate(a)}`;
  if (a.startsWith("0000")) return `until ${sayDate(b)}`;
  if (a === b) return sayDate(when.earliest);
  if (a.endsWith("-01-01") && b === `${a.slice(0, 4)}-12-31`) return a.slice(0, 4);
  if (a.slice(0, 7) !== b.slice(0, 7)) return `${sayDate(a)} – ${sayDate(b)}`;
  return a.endsWith("-01") && Number(b.slice(8)) >= 28 ? sayDate(a.slice(0, 7)) : `${Number(a.slice(8))}–${sayDate(b)}`;
}

/** An ISO date as milliseconds, for scales; a date without time is its first moment, UTC. */
export const millis = (iso: string): number => {
  const full = iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso;
  return Date.parse(full.length > 10 && !/[Z+]|-\d\d:\d\d$/.test(full.slice(10)) ? `${full}Z` : full);
};

const day = 86_400_000;

/** Both ends of an interval as milliseconds; a last day counts whole. Open ends are null. */
export function extentOf(when: Interval): { readonly from: number | null; readonly to: number | null } {
  const from = when.earliest.startsWith("0000") ? null : millis(when.earliest);
  const to = when.latest.startsWith("9999") ? null : millis(when.latest) + (when.latest.length <= 10 ? day - 1 : 0);
  return { from: Number.isNaN(from) ? null : from, to: Number.isNaN(to) ? null : to };
}
