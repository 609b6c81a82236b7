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

/** Clauses of two articles, or of one article that lets two speakers have their say. */
function comparable(a: Proposition, b: Proposition): boolean {
  if (a.assertion.article !== b.assertion.article) return true;
  const [x, y] = [a.statement?.speaker, b.statement?.speaker];
  return !!x && !!y && x.description !== y.description && (x.entity === null || x.entity !== y.entity);
}

/** Earlier clauses that may be compared and that share two features, one of them rare enough. */
function sharing(
  proposition: Proposition,
  propositions: readonly Proposition[],
  index: ReadonlyMap<string, readonly number[]>,
): number[] {
  const count = new Map<number, number>();
  const common = [...proposition.features].filter((feature) => (index.get(feature)?.length ?? 0) > COMMON);
  for (const feature of proposition.features) {
    const list = index.get(feature) ?? [];
    if (list.length > COMMON) continue;
    for (const i of list) if (comparable(propositions[i]!, proposition)) count.set(i, (count.get(i) ?? 0) + 1);
  }
  const two = (i: number, rare: number) =>
    rare >= 2 || common.some((feature) => propositions[i]!.features.has(feature));
  return [...count]
    .filter(([i, rare]) => two(i, rare))
    .map(([i]) => i)
    .sort((x, y) => x - y);
}
