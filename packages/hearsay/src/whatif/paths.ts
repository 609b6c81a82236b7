import type { Network } from "./network.js";

/** A way on which a change reached a concept. */
export interface Path {
  /** Arrows by their place in `Network.arrows`, in order. */
  readonly arrows: readonly number[];
  /** How much of the target's change came this way. */
  readonly carried: number;
}

/** How much of each arrow's target's change came through it, by the arrow's place. */
export function carriedBy(network: Network, change: ArrayLike<number>): Float64Array {
  const carried = new Float64Array(network.arrows.length);
  for (let i = 0; i < network.size; i++) {
    const gain = gainOf(network, change, i);
    for (let a = network.first[i]!; a < network.first[i + 1]!; a++)
      carried[network.place[a]!] = gain * network.weight[a]! * change[network.from[a]!]!;
  }
  return carried;
}

/**
 * What a concept made of what it was given: its change over the sum of weight × change that led to it. With it the
 * shares of its arrows add up to its change exactly, whatever the rule and the transfer function; 0 where pushes cancel out.
 */
function gainOf({ first, from, weight }: Network, change: ArrayLike<number>, i: number): number {
  let pushes = 0;
  for (let a = first[i]!; a < first[i + 1]!; a++) pushes += weight[a]! * change[from[a]!]!;
  return Math.abs(pushes) < 1e-12 ? 0 : change[i]! / pushes;
}

const [longest, most, least] = [8, 20_000, 0.01];

/** How many arrows may still be looked at, over all that is asked. */
export interface Patience {
  left: number;
}

/**
 * The ways on which a change came from what was set to a concept, those that carried most first: no concept twice on one
 * way, at most eight arrows, none that carried less than a hundredth. In a map without rings they add up to the change.
 * Takes from `patience`; when that is spent, the ways found so far are told.
 */
export function pathsTo(
  network: Network,
  change: ArrayLike<number>,
  set: ReadonlySet<number>,
  target: number,
  patience: Patience = { left: most },
): readonly Path[] {
  const found: Path[] = [];
  const floor = Math.abs(change[target]!) * least;
  let steps = Math.min(most, patience.left);
  patience.left -= steps;
  const visit = (at: number, factor: number, arrows: readonly number[], seen: ReadonlySet<number>): void => {
    const gain = gainOf(network, change, at);
    for (let a = network.first[at]!; a < network.first[at + 1]! && steps > 0; a++) {
      steps--;
      const source = network.from[a]!;
      const next = factor * gain * network.weight[a]!;
      const carried = next * change[source]!;
      if (seen.has(source) || Math.abs(carried) < floor || carried === 0) continue;
      const way = [network.place[a]!, ...arrows];
      if (set.has(source)) found.push({ arrows: way, carried });
      else if (way.length < longest) visit(source, next, way, new Set([...seen, source]));
    }
  };
  if (!set.has(target)) visit(target, 1, [], new Set([target]));
  patience.left += steps;
  return found.sort((a, b) => Math.abs(b.carried) - Math.abs(a.carried) || a.arrows.length - b.arrows.length);
}
