import type { Proposition } from "./propositions.js";

/** In a story of fewer origins rarity cannot show; it counts as one of this many. */
const FEW = 6;

/** An event type says little; two reports that share a figure are likely about one thing. */
const damped: Readonly<Record<string, number>> = { "!": 0.5, "#": 1.5 };

/**
 * How telling each feature is in this story: log(1 + origins / origins that have it), so that a word that every
 * report of a dam dispute uses ("dam") joins nothing and a rare one ("tranche") does; see also `damped`.
 */
export class Weights {
  private readonly spreads = new Map<string, number>();
  private readonly weights = new Map<string, number>();
  private readonly totals = new WeakMap<ReadonlySet<string>, number>();
  private readonly crowds: ReadonlySet<string>;
  private readonly origins: number;

  constructor(propositions: readonly Proposition[], originOf: (article: string) => string) {
    const seen = new Map<string, Set<string>>();
    const origins = new Set<string>();
    for (const { assertion, features } of propositions) {
      const origin = originOf(assertion.article);
      origins.add(origin);
      for (const feature of features) {
        const set = seen.get(feature);
        if (set) set.add(origin);
        else seen.set(feature, new Set([origin]));
      }
    }
    this.crowds = crowdsIn(propositions);
    this.origins = Math.max(FEW, origins.size);
    for (const [feature, { size }] of seen) {
      this.spreads.set(feature, size / this.origins);
      this.weights.set(feature, Math.log(1 + this.origins / size) * (damped[feature[0]!] ?? 1));
    }
    for (const { features } of propositions) this.totals.set(features, this.sum(features));
  }

  /** The weight of a word that two origins have: what one telling word is worth in a story of this size. */
  get unit(): number {
    return Math.log(1 + this.origins / 2);
  }

  /** Share of the story's origins that have it, 0–1. */
  spread(feature: string): number {
    return this.spreads.get(feature) ?? 0;
  }

  /** Whether one article alone gives many small counts of it: the points of every player are no series of values. */
  crowded(measure: string | null, least: number): boolean {
    return measure !== null && least < SMALL && this.crowds.has(measure);
  }

  of(feature: string): number {
    return this.weights.get(feature) ?? 0;
  }

  /** What all features of one of the story's propositions weigh together. */
  total(features: ReadonlySet<string>): number {
    return this.totals.get(features) ?? this.sum(features);
  }

  shared(a: ReadonlySet<string>, b: ReadonlySet<string>, counts: (feature: string) => boolean = () => true): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const feature of small) if (large.has(feature) && counts(feature)) sum += this.of(feature);
    return sum;
  }

  private sum(features: ReadonlySet<string>): number {
    let sum = 0;
    for (const feature of features) sum += this.of(feature);
    return sum;
  }
}

/** So many values of one measure in one article count different things. */
const CROWD = 3;
/** Larger counts are seldom given for one after another. */
const SMALL = 100;

function crowdsIn(propositions: readonly Proposition[]): Set<string> {
  const values = new Map<string, Set<number>>();
  for (const { assertion } of propositions)
    for (const { measure, amount } of assertion.amounts) {
      if (measure === null || !measure.startsWith("count:") || !amount.exact || amount.min >= SMALL) continue;
      const key = `${assertion.article}\u0000${measure}`;
      values.set(key, (values.get(key) ?? new Set()).add(amount.min));
    }
  return new Set([...values].flatMap(([key, { size }]) => (size >= CROWD ? [key.split("\u0000")[1]!] : [])));
}
