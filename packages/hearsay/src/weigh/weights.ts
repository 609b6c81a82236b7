import type { Proposition } from "./propositions.js";

/** In a story of fewer origins rarity cannot show; it counts as one of this many. */
const FEW = 6;

/**
 * How telling each feature is in this story: log(1 + origins / origins that have it), so that a word that every
 * report of a dam dispute uses ("dam") joins nothing and a rare one ("tranche") does. Event types are damped
 * and amounts raised: two reports that share a figure are likely about one thing.
 */
export class Weights {
  private readonly documentFrequency = new Map<string, number>();
  private readonly origins: number;

  constructor(propositions: readonly Proposition[], originOf: (article: string) => string) {
    const seen = new Map<string, Set<string>>();
    for (const { assertion, features } of propositions)
      for (const feature of features) {
        const set = seen.get(feature);
        if (set) set.add(originOf(assertion.article));
        else seen.set(feature, new Set([originOf(assertion.article)]));
      }
    for (const [feature, set] of seen) this.documentFrequency.set(feature, set.size);
    this.origins = Math.max(FEW, new Set(propositions.map((p) => originOf(p.assertion.article))).size);
  }

  /** The weight of a word that two origins have: what one telling word is worth in a story of this size. */
  get unit(): number {
    return Math.log(1 + this.origins / 2);
  }

  /** Share of the story's origins that have it, 0–1. */
  spread(feature: string): number {
    return (this.documentFrequency.get(feature) ?? 0) / this.origins;
  }

  of(feature: string): number {
    const rarity = Math.log(1 + this.origins / (this.documentFrequency.get(feature) ?? 1));
    return rarity * (feature.startsWith("!") ? 0.5 : feature.startsWith("#") ? 1.5 : 1);
  }

  total(features: ReadonlySet<string>): number {
    let sum = 0;
    for (const feature of features) sum += this.of(feature);
    return sum;
  }

  shared(a: ReadonlySet<string>, b: ReadonlySet<string>, counts: (feature: string) => boolean = () => true): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const feature of small) if (large.has(feature) && counts(feature)) sum += this.of(feature);
    return sum;
  }
}
