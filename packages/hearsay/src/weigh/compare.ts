import { type Amount, agree, compatible, type Interval } from "../model/index.js";
import type { Assertion, Measured } from "./assertions.js";
import { sameMeasure } from "./measure.js";
import type { Weights } from "./weights.js";

/** How two assertions of different articles stand to one another, slot by slot. */
export interface Comparison {
  /** 0–1: weighted share of meaning in common: cosine over rarity. */
  readonly topic: number;
  /** Shared weight in absolute terms: two short clauses with one rare word in common are not yet alike. */
  readonly shared: number;
  /** The same predicate or event type, or the one's predicate somewhere in the other. */
  readonly predicate: boolean;
  /** One and the same predicate. */
  readonly head: boolean;
  readonly numbers: "agree" | "differ" | "none";
  /** The amounts that measure one thing and differ. */
  readonly differing: Differing | null;
  readonly times: "agree" | "differ" | "none";
  readonly polarity: "same" | "opposite";
  /** Who acts: the same, the two sides exchanged, someone else, or not known. */
  readonly agents: "same" | "swapped" | "other" | "unknown";
}

export interface Differing {
  readonly a: Amount;
  readonly b: Amount;
  /** Both count a whole that is taken as known: then they cannot both be right, whatever else is said. */
  readonly wholes: boolean;
  /** One counted thing, or one rate, named alike: values of one series unless something sets them apart. */
  readonly series: boolean;
  /** One of them is a bound that holds throughout, so a value of another day cannot break it either. */
  readonly always: boolean;
}

/** Compares two assertions; symmetric. */
export function compare(a: Assertion, b: Assertion, weights: Weights): Comparison {
  const shared = weights.shared(a.features, b.features);
  return {
    topic: shared / Math.sqrt(Math.max(1e-9, weights.total(a.features) * weights.total(b.features))),
    shared,
    predicate: samePredicate(a, b),
    head: a.predicate === b.predicate,
    ...compareAmounts(a, b),
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

/** One pair of amounts that fits and agrees outweighs one that differs. */
function compareAmounts(a: Assertion, b: Assertion): Pick<Comparison, "numbers" | "differing"> {
  let differing: Differing | null = null;
  let agreeing = false;
  for (const x of a.amounts)
    for (const y of b.amounts) {
      if (sameValue(x.amount, y.amount)) agreeing = true;
      else if (x.measure === y.measure && x.measure !== null && !agree(x.amount, y.amount) && !apart(x, y))
        differing ??= {
          a: x.amount,
          b: y.amount,
          wholes: x.whole && y.whole,
          series: isSeries(x) && isSeries(y),
          always: x.always || y.always,
        };
    }
  return { numbers: agreeing ? "agree" : differing ? "differ" : "none", differing: agreeing ? null : differing };
}

/** Whose they are is said of both, and differs: Sulmanian soldiers are not Karvenian servicemen. */
function apart(x: Measured, y: Measured): boolean {
  return x.owners.size > 0 && y.owners.size > 0 && ![...x.owners].some((e) => y.owners.has(e));
}

/** A toll, a count of ten or more of one kind, or a rate ("cubic metres a second", "cents a pound"). */
function isSeries({ measure, amount }: Measured): boolean {
  if (measure === null) return false;
  return measure.startsWith("toll:") || (amount.unit === null ? amount.min >= 10 : amount.unit.includes("/"));
}

/** The values can both be true and nothing says that they measure different things. */
function sameValue(a: Amount, b: Amount): boolean {
  if (!agree(a, b)) return false;
  return (a.min === b.min && a.max === b.max) || sameMeasure(a, b);
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
