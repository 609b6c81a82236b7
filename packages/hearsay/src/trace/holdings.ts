import { type SearchLimits, seedWeight } from "./seed-index.js";

/** Which articles have a seed: how many, and the numbers of the oldest, oldest first. */
export interface Holding {
  count: number;
  readonly oldest: number[];
}

/** Those kept of a seed: all that find one another by it, and the first that no longer does. */
export const mostKept = (limits: SearchLimits): number => limits.commonSeed + 1;

/** What a change to a holding means to the articles that have its seed. */
export interface Effects {
  /** Finds other articles now, or gives them another weight: to be searched for again. */
  changed(article: number): void;
  /** Finds the one that came by this seed, too, for so much. */
  finds(article: number, weight: number): void;
}

/** All else being equal: which of two articles comes first, below nought for the one named first. */
export type Order = (x: number, y: number) => number;

/**
 * Adds an article to a seed's holding.
 * @returns false where articles that are not kept would find others than before
 */
export function join(holding: Holding, article: number, order: Order, limits: SearchLimits, effects: Effects): boolean {
  const { oldest, count } = holding;
  const isWhole = count <= mostKept(limits);
  const at = placeIn(oldest, article, order);
  if (!isWhole && at < limits.heads) return false;
  holding.count++;
  if (at === mostKept(limits)) return true;
  oldest.splice(at, 0, article);
  for (let i = at + 1; i < oldest.length; i++) {
    if (tells(i, limits) !== tells(i - 1, limits)) effects.changed(oldest[i]!);
    else effects.finds(oldest[i]!, tells(i, limits));
  }
  oldest.length = Math.min(oldest.length, mostKept(limits));
  return true;
}

/**
 * Takes an article out of a seed's holding.
 * @returns false where what is kept does not tell who finds what without it
 */
export function leave(holding: Holding, article: number, limits: SearchLimits, effects: Effects): boolean {
  const { oldest, count } = holding;
  const at = oldest.indexOf(article);
  if (at !== -1 && count > mostKept(limits)) return false;
  holding.count--;
  if (at === -1) return true;
  for (let i = at + 1; i < oldest.length; i++)
    if (tells(i, limits) !== tells(i - 1, limits)) effects.changed(oldest[i]!);
  oldest.splice(at, 1);
  return true;
}

/** Adds what each earlier article shares with this one by the seed, as `SeedIndex.search` does. */
export function score(holding: Holding, article: number, limits: SearchLimits, scores: Map<number, number>): void {
  const at = holding.oldest.indexOf(article);
  const earlier = at === -1 ? limits.heads : at;
  const weight = tells(at === -1 ? mostKept(limits) : at, limits);
  for (let i = 0; i < earlier; i++) {
    const other = holding.oldest[i]!;
    scores.set(other, (scores.get(other) ?? 0) + weight);
  }
}

/** What a seed tells an article that so many have before it; another number where it finds only the heads. */
const tells = (earlier: number, limits: SearchLimits): number => seedWeight(earlier, limits);

function placeIn(oldest: readonly number[], article: number, order: Order): number {
  let [low, high] = [0, oldest.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(oldest[middle]!, article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Holdings by seed as a row of whole numbers: seeds ascending, each as the step from the one before. */
export function written(holdings: ReadonlyMap<number, Holding>, limits: SearchLimits): number[] {
  const row: number[] = [];
  let last = 0;
  for (const [seed, { count, oldest }] of [...holdings].sort(([x], [y]) => x - y)) {
    if (count === 0) continue;
    row.push(seed - last, oldest.length, ...oldest);
    if (oldest.length === mostKept(limits)) row.push(count);
    last = seed;
  }
  return row;
}

/** What `written` wrote. */
export function readBack(row: readonly number[], limits: SearchLimits): Map<number, Holding> {
  const holdings = new Map<number, Holding>();
  let seed = 0;
  for (let at = 0; at < row.length; ) {
    seed += row[at]!;
    const length = row[at + 1]!;
    const oldest = row.slice(at + 2, at + 2 + length);
    at += 2 + length;
    holdings.set(seed, { count: length === mostKept(limits) ? row[at++]! : length, oldest });
  }
  return holdings;
}
