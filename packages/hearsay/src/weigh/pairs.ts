import type { Comparison } from "./compare.js";
import { type Distinct, stanceOf } from "./distinct.js";
import type { Proposition } from "./propositions.js";
import { compare } from "./slots.js";
import type { Weights } from "./weights.js";
import { isPlaced } from "./where.js";

/** Two distinct clauses, by their places in the list of them. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
  /** Whoever has the one has the other beside it: two speakers may have their say there. */
  readonly within: boolean;
}

/** A feature in more clauses than this says little and would cost much: names of the main actors, the story's own words. */
const COMMON = 60;

/**
 * Pairs of clauses from different articles that share enough to be worth comparing: found through the rarer
 * features, so the work grows with what clauses have in common, not with the square of the story.
 */
export function* candidatePairs(clauses: readonly Distinct[], weights: Weights, leastTopic: number): Generator<Pair> {
  const propositions = clauses.map(({ first }) => first);
  const index = new FeatureIndex(propositions, weights);
  const stances = stancesOf(clauses);
  for (const [b, clause] of clauses.entries()) {
    for (const a of index.sharing(b, leastTopic)) {
      if (clauses[a]!.passage === clause.passage && stances[a] === stances[b]) continue;
      const within = isWithin(clauses[a]!, clause);
      if (within && !areTwoSpeakers(propositions[a]!, propositions[b]!)) continue;
      const comparison = compare(propositions[a]!, propositions[b]!, weights);
      if (comparison.topic >= leastTopic) yield { a, b, comparison, within };
    }
    index.add(b);
  }
}

/** What clauses of a passage that is told in several ways can be opposed by; null for all others. */
function stancesOf(clauses: readonly Distinct[]): readonly (string | null)[] {
  const told = new Map<number, number>();
  for (const { passage } of clauses) told.set(passage, (told.get(passage) ?? 0) + 1);
  return clauses.map((clause) => (told.get(clause.passage)! > 1 ? stanceOf(clause) : null));
}

/** Every article that has the one, or every article that has the other, has both. */
function isWithin({ articles: a }: Distinct, { articles: b }: Distinct): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const article of few) if (!many.has(article)) return false;
  return true;
}

function areTwoSpeakers(a: Proposition, b: Proposition): boolean {
  const [x, y] = [a.statement?.speaker, b.statement?.speaker];
  return !!x && !!y && x.description !== y.description && (x.entity === null || x.entity !== y.entity);
}

/** Sums of the same numbers in another order differ by less. */
const rounding = 1 - 1e-9;

/** Clauses by their features, as numbers. */
class FeatureIndex {
  /** The features of each clause. */
  private readonly features: readonly Int32Array[];
  /** What all of its features weigh together. */
  private readonly totals: Float64Array;
  private readonly weights: number[] = [];
  /** The clauses that have a feature, as far as they are few. */
  private readonly having: number[][] = [];
  /** The clause whose features were looked for last, by feature. */
  private readonly asked: Int32Array;
  /** 1 for the clauses that tell where somebody or something is: of one who is told to be elsewhere that is enough. */
  private readonly placed: Uint8Array;
  /** Rare features shared with the clause asked for. */
  private readonly rare: Int32Array;

  constructor(propositions: readonly Proposition[], weights: Weights) {
    const numbers = new Map<string, number>();
    const numberOf = (feature: string): number => {
      const known = numbers.get(feature);
      if (known !== undefined) return known;
      this.having.push([]);
      numbers.set(feature, this.weights.push(weights.of(feature)) - 1);
      return this.weights.length - 1;
    };
    this.features = propositions.map(({ features }) => Int32Array.from(features, numberOf));
    this.totals = Float64Array.from(propositions, ({ features }) => weights.total(features));
    this.asked = new Int32Array(this.weights.length).fill(-1);
    this.rare = new Int32Array(propositions.length);
    this.placed = Uint8Array.from(propositions, (p) => Number(isPlaced(p)));
  }

  add(clause: number): void {
    for (const feature of this.features[clause]!) if (!this.isCommon(feature)) this.having[feature]!.push(clause);
  }

  /** Earlier clauses that share two features, one of them rare enough, and so much of their meaning; in order. */
  sharing(clause: number, leastTopic: number): number[] {
    const found: number[] = [];
    for (const feature of this.features[clause]!) {
      this.asked[feature] = clause;
      if (this.isCommon(feature)) continue;
      for (const other of this.having[feature]!) if (this.rare[other]!++ === 0) found.push(other);
    }
    const near = found.filter((other) => this.isNear(clause, other, leastTopic));
    for (const other of found) this.rare[other] = 0;
    return near.sort((x, y) => x - y);
  }

  private isCommon(feature: number): boolean {
    return this.having[feature]!.length > COMMON;
  }

  private isNear(clause: number, other: number, leastTopic: number): boolean {
    let two = this.rare[other]! >= 2;
    let shared = 0;
    if (this.placed[clause] === 1 && this.placed[other] === 1) two = true;
    for (const feature of this.features[other]!) {
      if (this.asked[feature] !== clause) continue;
      shared += this.weights[feature]!;
      two ||= this.isCommon(feature);
    }
    return two && shared >= rounding * leastTopic * Math.sqrt(this.totals[clause]! * this.totals[other]!);
  }
}
