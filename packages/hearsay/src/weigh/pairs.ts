import type { Assertion } from "./assertions.js";
import { type Comparison, compare } from "./compare.js";
import type { Weights } from "./weights.js";

export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
}

/** A feature in more clauses than this says little and would cost much: names of the main actors, the story's own words. */
const COMMON = 60;

/**
 * Pairs of assertions from different articles that share enough to be worth comparing: found through the rarer
 * features, so the work grows with what clauses have in common, not with the square of the story.
 */
export function candidatePairs(assertions: readonly Assertion[], weights: Weights, leastTopic: number): Pair[] {
  const index = new Map<string, number[]>();
  const pairs: Pair[] = [];
  assertions.forEach((assertion, b) => {
    for (const a of sharing(assertion, assertions, index)) {
      const comparison = compare(assertions[a]!, assertion, weights);
      if (comparison.topic >= leastTopic) pairs.push({ a, b, comparison });
    }
    for (const feature of assertion.features) {
      const list = index.get(feature);
      if (list) list.push(b);
      else index.set(feature, [b]);
    }
  });
  return pairs;
}

/** Earlier clauses of other articles that share two features, one of them rare enough. */
function sharing(
  assertion: Assertion,
  assertions: readonly Assertion[],
  index: ReadonlyMap<string, readonly number[]>,
): number[] {
  const count = new Map<number, number>();
  for (const feature of assertion.features) {
    const list = index.get(feature) ?? [];
    if (list.length > COMMON) continue;
    for (const i of list) if (assertions[i]!.article !== assertion.article) count.set(i, (count.get(i) ?? 0) + 1);
  }
  return [...count]
    .filter(([, n]) => n >= 2)
    .map(([i]) => i)
    .sort((x, y) => x - y);
}
