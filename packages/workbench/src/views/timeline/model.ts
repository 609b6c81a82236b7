import { beginning } from "hearsay/client";
import type { Happening } from "../../data/story.js";
import { extentOf } from "../../parts/dates.js";

/** A happening as it is drawn: its stretch of time, on a row of its lane. */
export interface Bar {
  readonly id: string;
  readonly of: Happening;
  readonly from: number;
  readonly to: number;
  /** An end that nobody gives. */
  readonly open: boolean;
}

export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** Happenings with a time as bars, oldest first; those without are told apart. */
export function barsOf(happenings: readonly Happening[]): {
  readonly bars: readonly Bar[];
  readonly undated: readonly Happening[];
} {
  const bars: Bar[] = [];
  const undated: Happening[] = [];
  for (const of of happenings) {
    const { from, to } = of.when === null ? { from: null, to: null } : extentOf(of.when);
    const at = from ?? to;
    if (at === null) undated.push(of);
    else bars.push({ id: of.id, of, from: from ?? at, to: to ?? at, open: from === null || to === null });
  }
  return { bars: bars.sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1)), undated };
}

const nobody = "nobody named";
const unnamed = ({ name }: Lane): number => (name === nobody ? 1 : 0);

/** A lane an actor, those with most happenings first; what is beyond `most` lanes shares the last. */
export function lanesOf(bars: readonly Bar[], most = 14): readonly Lane[] {
  const by = new Map<string, Bar[]>();
  for (const bar of bars) {
    const name = bar.of.who?.trim() || nobody;
    const mine = by.get(name);
    if (mine === undefined) by.set(name, [bar]);
    else mine.push(bar);
  }
  const sorted = [...by]
    .map(([name, mine]): Lane => ({ name, bars: mine }))
    .sort((a, b) => unnamed(a) - unnamed(b) || b.bars.length - a.bars.length || (a.name < b.name ? -1 : 1));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1).flatMap((l) => l.bars);
  return [
    ...sorted.slice(0, most - 1),
    { name: `${sorted.length - most + 1} others`, bars: rest.sort((a, b) => a.from - b.from) },
  ];
}

/** A bar at least so wide holds its words, in pixels. */
export const wordsInside = 26;

export interface Placed {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly row: number;
  /** Its words end at it, or within it: to its right there is no room for them. */
  readonly leftward: boolean;
}

/** So many rows a lane has at most: what does not fit is counted, and comes into sight from nearer. */
const mostRows = 16;

/**
 * Bars of a lane in as many rows as they need, each with room for its words; only what is seen.
 * @param x from milliseconds to pixels
 * @param room how wide a bar's words are, in pixels
 */
export function placeBars(
  bars: readonly Bar[],
  x: (at: number) => number,
  width: number,
  room: (bar: Bar) => number,
): { readonly placed: readonly Placed[]; readonly rows: number; readonly hidden: number } {
  const ends: number[] = [];
  const placed: Placed[] = [];
  let hidden = 0;
  for (const bar of bars) {
    const from = x(bar.from);
    const to = x(bar.to);
    if (to < 0 || from > width) continue;
    const [left, right] = [Math.max(-4, from), Math.min(width + 4, Math.max(to, from + 5))];
    // Words stand in a bar that is wide enough, else after it; at the right edge they run the other way.
    const inside = right - left > wordsInside;
    const [wordsTo, wordsFrom] = inside ? [left + room(bar), right - room(bar)] : [right + room(bar), left - room(bar)];
    const leftward = wordsTo > width && wordsFrom >= 0;
    const begins = leftward ? Math.min(left, wordsFrom) : left;
    const taken = leftward ? right : Math.max(right, wordsTo);
    const free = ends.findIndex((end) => end < begins);
    const row = free < 0 ? ends.length : free;
    if (row >= mostRows) hidden += 1;
    else {
      ends[row] = taken + 6;
      placed.push({ bar, x: left, width: right - left, row, leftward });
    }
  }
  return { placed, rows: Math.max(1, ends.length), hidden };
}

/** The few words that stand at a bar. */
export const barWords = ({ of: { trigger, whom } }: Bar): string =>
  beginning(`${trigger}${whom === null ? "" : ` ${whom}`}`, 40);
