import type { Interval } from "../model/index.js";
import { within } from "./dates.js";

/** The time over an entry, as far as it says. */
export interface Clocked {
  /** Minutes since midnight, and the same as ISO 8601 writes it; null where only "12 minutes ago" is said. */
  readonly minutes: number | null;
  readonly clock: string | null;
  readonly day: string | null;
}

export interface Timed {
  readonly time: string | null;
  readonly within: Interval | null;
}

const dayMs = 86_400_000;
const later = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);

/**
 * The times of a live blog's entries, given in the order of the page. A clock time belongs to the day that its
 * neighbours name, one later wherever the clock goes back; where none does, the first entry is of the day of
 * publication. Where that ends beyond the day of the last change, or any time lies beyond it in every zone, the days that
 * no entry names itself stay open between the two.
 */
export function timesOf(heads: readonly Clocked[], published: string | null, modified: string | null): Timed[] {
  const back = isNewestFirst(heads);
  const ordered = back ? [...heads].reverse() : heads;
  const days = daysOf(ordered, published?.slice(0, 10) ?? null, modified?.slice(0, 10) ?? null);
  const last = days.findLast((day) => day !== null) ?? null;
  const until = modified === null ? null : modified.slice(0, 10);
  const beyond = until !== null && last !== null && last > until && heads.every(({ day }) => day === null);
  const late = ordered.some(({ clock, day: own }, i) => own === null && isLater(days[i]!, clock, modified));
  const times = ordered.map(({ clock, day: own }, i): Timed => {
    const day = days[i]!;
    if (day === null || clock === null || beyond || (own === null && (late || isTurned(ordered, published))))
      return { time: null, within: openDays(published, modified) };
    return { time: day + clock, within: within([day]) };
  });
  return back ? times.reverse() : times;
}

/** No clock on Earth is further ahead of UTC. */
const farthest = 14 * 3_600_000;

/** Whether a clock on a day is later than a moment, whatever zone it is of; what names none is read as UTC. */
function isLater(day: string | null, clock: string | null, moment: string | null): boolean {
  if (day === null || clock === null || !/T\d\d:\d\d/.test(moment ?? "")) return false;
  const timeOf = (value: string): number => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
  return timeOf(day + clock) - timeOf(moment!) > farthest;
}

const openDays = (published: string | null, modified: string | null): Interval | null =>
  published === null || modified === null ? null : within([published, modified]);

/** Whether most entries are older than the one before. */
export function isNewestFirst(heads: readonly Clocked[]): boolean {
  let balance = 0;
  for (let i = 1; i < heads.length; i++) balance += Math.sign(step(heads[i - 1]!, heads[i]!));
  return balance < 0;
}

/** The share of neighbours that follow one another in one direction; of entries at one time nobody can tell. */
export function inOrder(heads: readonly Clocked[]): number {
  const steps = heads.slice(1).flatMap((head, i) => {
    const by = step(heads[i]!, head);
    return by === 0 ? [] : [by > 0];
  });
  if (steps.length === 0) return 0;
  const forward = steps.filter(Boolean).length;
  return Math.max(forward, steps.length - forward) / steps.length;
}

/** Minutes from one to the next, over midnight where that is nearer. */
function step(one: Clocked, next: Clocked): number {
  if (one.minutes === null || next.minutes === null) return 0;
  if (one.day !== null && next.day !== null && one.day !== next.day) return next.day > one.day ? 1 : -1;
  const by = next.minutes - one.minutes;
  return Math.abs(by) > 720 ? by - Math.sign(by) * 1_440 : by;
}

/** The days of entries in the order of time: what one names holds for its neighbours. */
function daysOf(heads: readonly Clocked[], published: string | null, modified: string | null): (string | null)[] {
  const days = heads.map(({ day }): string | null => day);
  if (heads.every(({ day }) => day === null)) {
    if (published !== null) days[0] = published;
    else if (modified !== null) days[days.length - 1] = modified;
  }
  for (let i = 1; i < days.length; i++) {
    const before = days[i - 1] ?? null;
    if (before !== null) days[i] ??= next(before, heads[i - 1]!, heads[i]!, 1);
  }
  for (let i = days.length - 2; i >= 0; i--) {
    const after = days[i + 1] ?? null;
    if (after !== null) days[i] ??= next(after, heads[i]!, heads[i + 1]!, -1);
  }
  return days;
}

/** Less than this back is an entry out of its order, not midnight between two. */
const night = 360;

/** The day beside a known one: another where the clock goes back from the earlier to the later entry. */
const next = (day: string, earlier: Clocked, after: Clocked, by: number): string =>
  earlier.minutes !== null && after.minutes !== null && earlier.minutes - after.minutes > night ? later(day, by) : day;

/** A publication stated in UTC whose first entry is half a day and more before it: one may be of the next day. */
function isTurned(ordered: readonly Clocked[], published: string | null): boolean {
  const clock = /T(\d\d):(\d\d)(?::\d\d)?(?:\.\d+)?(?:Z|\+00:00)$/.exec(published ?? "");
  const first = ordered[0]?.minutes ?? null;
  return clock !== null && first !== null && Number(clock[1]) * 60 + Number(clock[2]) - first > 720;
}
