import { type Comparison, compare } from "./compare.js";
import type { Proposition } from "./propositions.js";
import type { Weights } from "./weights.js";

export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
}

/** A feature in more clauses than this says little and would cost much: names of the main actors, the story's own words. */
const COMMON = 60;

/**
 * Pairs of propositions from different articles that share enough to be worth comparing: found through the rarer
 * features, so the work grows with what clauses have in common, not with the square of the story.
 */
export function candidatePairs(propositions: readonly Proposition[], weights: Weights, leastTopic: number): Pair[] {
  const index = new Map<string, number[]>();
  const pairs: Pair[] = [];
  propositions.forEach((proposition, b) => {
    for (const a of sharing(proposition, propositions, index)) {
      const comparison = compare(propositions[a]!, proposition, weights);
      if (comparison.topic >= leastTopic) pairs.push({ a, b, comparison });
    }
    for (const feature of proposition.features) {
      const list = index.get(feature);
      if (list) list.push(b);
      else index.set(feature, [b]);
    }
  });
  return pairs;
}

/** Earlier clauses of other articles that share two features, one of them rare enough. */
function sharing(
  proposition: Proposition,
  propositions: readonly Proposition[],
  index: ReadonlyMap<string, readonly number[]>,
): number[] {
  const count = new Map<number, number>();
  for (const feature of proposition.features) {
    const list = index.get(feature) ?? [];
    if (list.length > COMMON) continue;
    for (const i of list)
      if (propositions[i]!.assertion.article !== proposition.assertion.article) count.set(i, (count.get(i) ?? 0) + 1);
  }
  return [...count]
    .filter(([, n]) => n >= 2)
    .map(([i]) => i)
    .sort((x, y) => x - y);
}
