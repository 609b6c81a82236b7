import type { Amount, ClaimRelation } from "../model/index.js";
import type { Assertion } from "./assertions.js";
import type { Comparison } from "./compare.js";

/** When an assertion holds, for telling growth from disagreement: ISO day, or null when the article has no date. */
export type AsOf = string | null;

export type Relation =
  | { readonly kind: "same" }
  | { readonly kind: "conflict"; readonly why: Exclude<ClaimRelation["kind"], "grown" | "corrected"> }
  | { readonly kind: "revision"; readonly why: "grown" | "corrected"; readonly later: "a" | "b" }
  | { readonly kind: "none" };

/**
 * Shares of meaning (cosine, see Comparison.topic) from which two clauses count as the same proposition, or as the
 * same but for one slot. Set on the gold of two invented stories; precision first: a wrong join is worse than none.
 */
const SAME = 0.55;
const SAME_WITH_NUMBER = 0.4;
const CONTRARY = 0.5;
const MOVED = 0.38;
/** Weight that must be shared in absolute terms: about two telling words. */
const ENOUGH = 3;

/** Decides what two assertions are to one another. `a` and `b` in the order of the comparison. */
export function relate(a: Assertion, b: Assertion, c: Comparison, asOf: readonly [AsOf, AsOf]): Relation {
  if (c.shared < ENOUGH || !c.predicate || a.conditional !== b.conditional) return { kind: "none" };
  if (c.differing !== null) return differingAmounts(a, b, c, asOf);
  if (c.polarity === "opposite") return opposite(c);
  if (c.times === "differ") return otherDate(a, b, c);
  if (c.agents === "swapped" || c.agents === "other") return otherAgent(a, b, c);
  const enough = c.numbers === "agree" ? SAME_WITH_NUMBER : SAME;
  return c.topic >= enough ? { kind: "same" } : { kind: "none" };
}

function opposite(c: Comparison): Relation {
  const fits = c.topic >= CONTRARY && c.times !== "differ" && c.agents !== "other";
  return fits ? { kind: "conflict", why: "polarity" } : { kind: "none" };
}

function otherDate(a: Assertion, b: Assertion, c: Comparison): Relation {
  const once = a.events.some((x) => b.events.some((y) => x.type === y.type)) && c.agents !== "other";
  return c.topic >= CONTRARY && once && a.times.length === 1 && b.times.length === 1
    ? { kind: "conflict", why: "date" }
    : { kind: "none" };
}

/** Two sides each name the other as the one who began: only an act that can have one beginner is contested. */
function otherAgent(a: Assertion, b: Assertion, c: Comparison): Relation {
  const singular = [a, b].every(
    (x) => x.features.has("first") || x.features.has("=begin") || x.features.has("provocation"),
  );
  const contested = c.agents === "swapped" ? c.topic >= CONTRARY : singular && c.topic >= MOVED;
  return contested && singular ? { kind: "conflict", why: "who" } : { kind: "none" };
}

function differingAmounts(a: Assertion, b: Assertion, c: Comparison, [atA, atB]: readonly [AsOf, AsOf]): Relation {
  if (c.topic < MOVED || c.agents === "other") return { kind: "none" };
  const [x, y] = c.differing!;
  if (a.negated || b.negated) return { kind: "conflict", why: "number" };
  if (atA === null || atB === null || atA === atB || c.times === "agree")
    return c.topic >= CONTRARY ? { kind: "conflict", why: "number" } : { kind: "none" };
  const later = atA > atB ? "a" : "b";
  return { kind: "revision", why: grew(later === "a" ? y : x, later === "a" ? x : y) ? "grown" : "corrected", later };
}

const grew = (earlier: Amount, later: Amount): boolean => later.min > earlier.min;
