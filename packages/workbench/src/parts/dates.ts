import type { Interval } from "hearsay";
import { readableDate, readableInterval } from "hearsay/client";

/** An ISO date or local date-time in words, as the report says it: "7 February 2029, 14:05"; midnight is no time of day. */
export const sayDate = (iso: string | null): string =>
  iso === null ? "undated" : readableDate(iso.replace(/T00:00.*$/, ""));

/** The same, short, for rows: "7 Feb 2029". */
export const sayShort = (iso: string | null): string =>
  sayDate(iso === null ? null : iso.slice(0, 10)).replace(/([A-Z][a-z]{2})[a-z]+/, "$1");

/** A stretch of time: "4–12 February 2029", "2024", "7 February – 3 March 2029". */
export const saySpan = (when: Interval | null): string => (when === null ? "no date" : readableInterval(when));

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
