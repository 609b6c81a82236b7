/** Half-open, in whatever unit the caller counts in. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
/** A stretch of each side that belong together. */
export interface Place {
  readonly a: Range;
  readonly b: Range;
}
/** Places that lie close together on both sides, and the stretch of either side they lie in. */
export interface Block<P extends Place> extends Place {
  readonly places: readonly P[];
}

/**
 * Groups places into blocks: between neighbours of a block lies at most `gap` on either side. After Sanchez-Perez,
 * Sidorov and Gelbukh (PAN 2014), who group seeds by either side in turn until nothing changes.
 */
export function blocksOf<P extends Place>(places: readonly P[], gap: number): Block<P>[] {
  return split(places, gap, "a", 0).map((own) => ({ a: hullOf(own, "a"), b: hullOf(own, "b"), places: own }));
}

type Side = "a" | "b";

/** `settled` counts the sides in a row by which the group did not fall apart. */
function split<P extends Place>(places: readonly P[], gap: number, by: Side, settled: number): P[][] {
  const groups = groupsBy(places, gap, by);
  if (groups.length === 1 && settled === 1) return groups;
  const next = groups.length === 1 ? settled + 1 : 0;
  return groups.flatMap((group) => split(group, gap, by === "a" ? "b" : "a", next));
}

/** Places between whose neighbours on one side lies at most `gap`. */
export function groupsBy<P extends Place>(places: readonly P[], gap: number, by: Side): P[][] {
  const groups: P[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const place of [...places].sort((x, y) => x[by].start - y[by].start || x.a.start - y.a.start)) {
    if (place[by].start - end > gap) groups.push([]);
    groups.at(-1)!.push(place);
    end = Math.max(end, place[by].end);
  }
  return groups;
}

/** The stretch of one side that places lie in. */
export function hullOf(places: readonly Place[], by: Side): Range {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const place of places) {
    start = Math.min(start, place[by].start);
    end = Math.max(end, place[by].end);
  }
  return { start, end };
}
