import { HearsayError } from "../model/index.js";

/** One arrow of a cognitive map: from and to are concepts by number, the weight lies within −1 and 1. */
export interface WeightedArrow {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** A cognitive map made for running: the arrows into each concept lie side by side. */
export interface Network {
  readonly size: number;
  readonly arrows: readonly WeightedArrow[];
  /** The arrows into concept i are those from `first[i]` to before `first[i + 1]`. */
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly weight: Float64Array;
  /** Where each of them stands in `arrows`. */
  readonly place: Int32Array;
}

export const bounds = { concepts: 100_000, arrows: 2_000_000 } as const;

/**
 * @throws HearsayError `whatif.map` for more concepts or arrows than the bounds, an arrow from or to a concept that is
 * not there, or a weight that is no number within −1 and 1
 */
export function networkOf(size: number, arrows: readonly WeightedArrow[]): Network {
  if (!Number.isInteger(size) || size < 0 || size > bounds.concepts || arrows.length > bounds.arrows)
    throw wrong(`A map may have ${bounds.concepts} concepts and ${bounds.arrows} arrows.`);
  const first = new Int32Array(size + 1);
  for (const arrow of arrows) {
    check(arrow, size);
    first[arrow.to + 1]!++;
  }
  for (let i = 0; i < size; i++) first[i + 1]! += first[i]!;
  const from = new Int32Array(arrows.length);
  const weight = new Float64Array(arrows.length);
  const place = new Int32Array(arrows.length);
  const next = first.slice(0, size);
  for (const [at, arrow] of arrows.entries()) {
    const slot = next[arrow.to]!++;
    from[slot] = arrow.from;
    weight[slot] = arrow.weight;
    place[slot] = at;
  }
  return { size, arrows, first, from, weight, place };
}

function check({ from, to, weight }: WeightedArrow, size: number): void {
  const there = (i: number) => Number.isInteger(i) && i >= 0 && i < size;
  if (!there(from) || !there(to)) throw wrong(`There is no concept ${there(from) ? to : from} among ${size}.`);
  if (!(Math.abs(weight) <= 1)) throw wrong(`${weight} is no weight between -1 and 1.`);
}

const wrong = (message: string): HearsayError => new HearsayError("whatif.map", message);
