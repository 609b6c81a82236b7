import type { Arrow } from "./map.js";
import type { Saying } from "./sayings.js";

/** How the sides of a story stand to one arrow. */
export interface Seen {
  /** Those whose people say so, those whose people deny it, and those whose people say the opposite of the same two. */
  readonly by: readonly string[];
  readonly denied: readonly string[];
  readonly opposite: readonly string[];
  /** Those who draw arrows elsewhere and say nothing of these two. */
  readonly silent: readonly string[];
  /** `disputed` somebody denies it or says the opposite; else `shared` by two sides or more, or `alone`. */
  readonly kind: "disputed" | "shared" | "alone";
}

/** Whoever speaks for no state or body that is known. */
export const noSide = "no side known";

const sideOf = ({ side }: Saying): string => side ?? noSide;
const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** All who draw or deny arrows, those who speak for nobody known last. */
export function sidesOf(arrows: readonly Arrow[]): readonly string[] {
  const names = sorted(arrows.flatMap(({ sayings }) => sayings.map(sideOf)));
  return [...names.filter((name) => name !== noSide), ...names.filter((name) => name === noSide)];
}

/** For each arrow which sides see it and which do not. */
export function compareSides(arrows: readonly Arrow[]): readonly Seen[] {
  const all = sidesOf(arrows);
  return arrows.map(({ sayings, opposite }): Seen => {
    const [yes, no] = [sayings.filter((s) => !s.denied), sayings.filter((s) => s.denied)];
    const against = opposite === null ? [] : arrows[opposite]!.sayings.filter((s) => !s.denied);
    const [by, denied, other] = [yes, no, against].map((some) => sorted(some.map(sideOf))) as [
      readonly string[],
      readonly string[],
      readonly string[],
    ];
    const silent = all.filter((side) => ![...by, ...denied, ...other].includes(side));
    const isDisputed = by.length > 0 && denied.length + other.length > 0;
    const kind = isDisputed ? "disputed" : by.length > 1 || denied.length > 1 ? "shared" : "alone";
    return { by, denied, opposite: other, silent, kind };
  });
}
