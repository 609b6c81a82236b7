import type { Derivation, Passage } from "../model/index.js";
import { blocksOf, groupsBy, hullOf, type Place, type Range } from "./blocks.js";

/** Where a stretch of the derived text stands in its source; half-open, UTF-16 units. */
export interface TakenPassage {
  readonly derived: Range;
  readonly source: Range | null;
}

/** Characters that may lie between two shared sentences of one passage: some four sentences. */
const gap = 500;
/** Shorter than this on either side, a passage is chance unless it is all there is. */
const least = 150;

/**
 * The passages of a derivation as a reader would mark them: shared sentences that lie close together on both sides are one
 * passage with what was changed beyond recognition between them. Those of a citation are left as they are.
 */
export function takenPassages({ kind, passages }: Derivation): TakenPassage[] {
  if (kind === "cites") return passages.map(taken);
  const blocks = joined(blocksOf(passages.flatMap(placeOf), gap)).map(({ a, b }) => ({ derived: a, source: b }));
  const long = blocks.filter(({ derived, source }) => lengthOf(derived) >= least && lengthOf(source) >= least);
  return (long.length > 0 ? long : blocks).sort((x, y) => x.derived.start - y.derived.start);
}

/** A text was summed up when so many blocks or more are strewn over a stretch so much longer than the one they make. */
const summed = { blocks: 3, longer: 3 };

/** A summary is one passage: blocks that lie together on one side and far apart on the other. */
function joined(blocks: readonly Place[]): readonly Place[] {
  if (blocks.length < summed.blocks) return blocks;
  const whole = { a: hullOf(blocks, "a"), b: hullOf(blocks, "b") };
  const sums = (short: "a" | "b", long: "a" | "b"): boolean =>
    lengthOf(whole[long]) >= summed.longer * lengthOf(whole[short]) && groupsBy(blocks, gap, short).length === 1;
  return sums("a", "b") || sums("b", "a") ? [whole] : blocks;
}

const lengthOf = ({ start, end }: Range): number => end - start;
const taken = ({ derived, source }: Passage): TakenPassage => ({
  derived: rangeOf(derived),
  source: source && rangeOf(source),
});
const rangeOf = ({ start, end }: Range): Range => ({ start, end });
const placeOf = ({ derived, source }: Passage) =>
  source === null ? [] : [{ a: rangeOf(derived), b: rangeOf(source) }];
