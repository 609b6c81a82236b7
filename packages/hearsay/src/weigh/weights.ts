import type { Assertion } from "./assertions.js";

/**
 * How telling each feature is in this story: log(1 + articles / articles that have it), so that a word that every
 * report of a dam dispute uses ("dam") joins nothing and a rare one ("tranche") does. Names and event types are
 * damped: two reports that share only their actors are not about the same act.
 */
export class Weights {
  private readonly documentFrequency = new Map<string, number>();
  private readonly articles: number;

  constructor(assertions: readonly Assertion[]) {
    const seen = new Map<string, Set<string>>();
    for (const a of assertions)
      for (const feature of a.features) {
        const set = seen.get(feature);
        if (set) set.add(a.article);
        else seen.set(feature, new Set([a.article]));
      }
    for (const [feature, set] of seen) this.documentFrequency.set(feature, set.size);
    this.articles = new Set(assertions.map((a) => a.article)).size;
  }

  of(feature: string): number {
    const rarity = Math.log(1 + this.articles / (this.documentFrequency.get(feature) ?? 1));
    return rarity * (feature.startsWith("@") ? 0.6 : feature.startsWith("!") ? 0.5 : 1);
  }

  /** The number of articles with this feature. */
  frequency(feature: string): number {
    return this.documentFrequency.get(feature) ?? 0;
  }

  total(features: ReadonlySet<string>): number {
    let sum = 0;
    for (const feature of features) sum += this.of(feature);
    return sum;
  }

  shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const feature of small) if (large.has(feature)) sum += this.of(feature);
    return sum;
  }
}
