import { type Amount, agree, compatible, type Interval } from "../model/index.js";
import type { Assertion } from "./assertions.js";
import { meaning } from "./synonyms.js";
import type { Weights } from "./weights.js";

/** How two assertions of different articles stand to one another, slot by slot. */
export interface Comparison {
  /** 0–1: weighted share of meaning in common, numbers and dates left out: cosine over rarity. */
  readonly topic: number;
  /** Shared weight in absolute terms: two short clauses with one rare word in common are not yet alike. */
  readonly shared: number;
  /** The same predicate or event type. */
  readonly predicate: boolean;
  readonly numbers: "agree" | "differ" | "none";
  /** The amounts that measure one thing and differ. */
  readonly differing: readonly [Amount, Amount] | null;
  readonly times: "agree" | "differ" | "none";
  readonly polarity: "same" | "opposite";
  /** Who acts: the same, the two sides exchanged, someone else, or not known. */
  readonly agents: "same" | "swapped" | "other" | "unknown";
}

/** Compares two assertions; symmetric. */
export function compare(a: Assertion, b: Assertion, weights: Weights): Comparison {
  const shared = weights.shared(a.features, b.features);
  const numbers = compareAmounts(a.amounts, b.amounts);
  return {
    topic: shared / Math.sqrt(Math.max(1e-9, weights.total(a.features) * weights.total(b.features))),
    shared,
    predicate: samePredicate(a, b),
    ...numbers,
    times: compareTimes(a.times, b.times),
    polarity: a.negated === b.negated ? "same" : "opposite",
    agents: compareAgents(a, b),
  };
}

function samePredicate(a: Assertion, b: Assertion): boolean {
  if (a.predicate === b.predicate) return true;
  if (a.features.has(b.predicate) || b.features.has(a.predicate)) return true;
  return a.events.some((x) => b.events.some((y) => x.type === y.type));
}

/** Amounts measure one thing when unit and counted noun fit. One pair that fits and agrees outweighs one that differs. */
function compareAmounts(as: readonly Amount[], bs: readonly Amount[]): Pick<Comparison, "numbers" | "differing"> {
  let differing: [Amount, Amount] | null = null;
  let agreeing = false;
  for (const a of as)
    for (const b of bs) {
      if (!sameMeasure(a, b)) continue;
      if (agree(a, b)) agreeing = true;
      else differing ??= [a, b];
    }
  return { numbers: agreeing ? "agree" : differing ? "differ" : "none", differing: agreeing ? null : differing };
}

/** Same unit; for plain counts also the same kind of thing counted. */
export function sameMeasure(a: Amount, b: Amount): boolean {
  if (a.unit !== b.unit) return false;
  if (a.noun === null || b.noun === null) return a.unit !== null;
  return meaning(a.noun) === meaning(b.noun) || (a.unit !== null && a.unit !== "percent");
}

function compareTimes(as: readonly Interval[], bs: readonly Interval[]): Comparison["times"] {
  if (as.length === 0 || bs.length === 0) return "none";
  return as.some((a) => bs.some((b) => compatible(a, b))) ? "agree" : "differ";
}

function compareAgents(a: Assertion, b: Assertion): Comparison["agents"] {
  if (a.subject.size === 0 || b.subject.size === 0) return "unknown";
  if ([...a.subject].some((e) => b.subject.has(e))) return "same";
  const crosses = [...a.subject].some((e) => b.entities.has(e)) && [...b.subject].some((e) => a.entities.has(e));
  return crosses ? "swapped" : "other";
}
