import type { Network } from "./network.js";

/**
 * How a concept's next value comes about from those that lead to it: `kosko` from them alone, `modified` from them and
 * its own value, `rescaled` the same with values of 0–1 taken as −1–1 first (Papageorgiou 2011), so that "unknown" (½) pushes nothing.
 */
export const rules = ["kosko", "modified", "rescaled"] as const;
export type Rule = (typeof rules)[number];

/** What keeps values in bounds: `sigmoid` 0–1, `tanh` −1–1, `bivalent` 0 or 1, `trivalent` −1, 0 or 1. */
export const transfers = ["sigmoid", "tanh", "bivalent", "trivalent"] as const;
export type Transfer = (typeof transfers)[number];

export interface Dynamics {
  readonly rule: Rule;
  readonly transfer: Transfer;
  /** How steep sigmoid and tanh are. */
  readonly lambda: number;
}

/** The value of a concept of which nothing is known: the one that stands for "neither more nor less". */
export const neutral = (transfer: Transfer): number => (transfer === "sigmoid" || transfer === "bivalent" ? 0.5 : 0);

/** The function that keeps a value in bounds. */
export function squash({ transfer, lambda }: Dynamics): (x: number) => number {
  if (transfer === "sigmoid") return (x) => 1 / (1 + Math.exp(-lambda * x));
  if (transfer === "tanh") return (x) => Math.tanh(lambda * x);
  if (transfer === "bivalent") return (x) => (x > 0 ? 1 : 0);
  return Math.sign;
}

/** All concepts' next values into `next`; `levels` is room to work in. Concepts that `held` names keep theirs. */
export function step(
  network: Network,
  dynamics: Dynamics,
  now: Float64Array,
  next: Float64Array,
  held: Uint8Array,
  levels: Float64Array,
): void {
  const bound = squash(dynamics);
  const rescaled = dynamics.rule === "rescaled";
  for (let i = 0; i < network.size; i++) levels[i] = rescaled ? 2 * now[i]! - 1 : now[i]!;
  pushes(network, levels, next);
  const own = dynamics.rule === "kosko" ? 0 : 1;
  for (let i = 0; i < network.size; i++) next[i] = held[i] === 1 ? now[i]! : bound(next[i]! + own * levels[i]!);
}

/** What leads to each concept, summed up. This is where the time goes: nothing but numbers here. */
function pushes({ size, first, from, weight }: Network, levels: Float64Array, sums: Float64Array): void {
  let a = 0;
  for (let i = 0; i < size; i++) {
    const end = first[i + 1]!;
    let sum = 0;
    for (; a < end; a++) sum += levels[from[a]!]! * weight[a]!;
    sums[i] = sum;
  }
}
