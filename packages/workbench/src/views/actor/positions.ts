import type { ReportPosition } from "hearsay";
import { extentOf } from "../../parts/dates.js";

export type OneTake = ReportPosition["takes"][number];

/** A take at its time. */
export interface Mark {
  readonly take: OneTake;
  /** Milliseconds: the middle of the time it can have been. */
  readonly at: number;
}

/** The takes of a position whose time is known. */
export const marksOf = ({ takes }: Pick<ReportPosition, "takes">): readonly Mark[] =>
  takes.flatMap((take) => {
    if (take.when === null) return [];
    const { from, to } = extentOf(take.when);
    const [a, b] = [from ?? to, to ?? from];
    return a === null || b === null ? [] : [{ take, at: (a + b) / 2 }];
  });

/** Those whose time is not known. */
export const undatedOf = ({ takes }: Pick<ReportPosition, "takes">): readonly OneTake[] =>
  takes.filter(({ when }) => when === null);

/** From the first to the last take, a little wider; null where none has a time. */
export function stretchOf(positions: readonly Pick<ReportPosition, "takes">[]): readonly [number, number] | null {
  const times = positions.flatMap((position) => marksOf(position).map(({ at }) => at));
  if (times.length === 0) return null;
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const pad = Math.max((last - first) * 0.06, 86_400_000);
  return [first - pad, last + pad];
}
