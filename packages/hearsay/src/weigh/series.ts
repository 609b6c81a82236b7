import { type Amount, agree } from "../model/index.js";
import type { Comparison, Differing } from "./compare.js";
import type { Proposition } from "./propositions.js";
import { type Held, laterOf, none, type Relation } from "./relation.js";

/** Shares of meaning, see Comparison.topic, from which two values that differ contradict or follow one another. */
export const CONTRARY = 0.45;
export const MOVED = 0.34;
/** A counted thing or a rate that is named alike is one series of values, in however different a sentence. */
export const SERIES = 0.1;
/** What is denied for all time is denied for one reading of the same gauge. */
const WATCHED = 0.3;
/** Weight that must be shared, in telling words, of what is said around two values, where the story is not about what they measure. */
const SETTING = 0.9;

/** Share of meaning, where one article alone gives three values of the measure: points of every player, shares of every party. */
const CROWDED = 0.6;

/** What two clauses are to one another that give different values of one measure. */
export function differingAmounts(
  a: Proposition,
  b: Proposition,
  c: Comparison,
  d: Differing,
  held: readonly [Held, Held],
): Relation {
  if (c.setting < SETTING && !c.central) return none;
  if (isNorm(a) !== isNorm(b)) return none;
  if (c.crowded && c.topic < CROWDED) return none;
  if (d.a.unit === null && !d.toll && !d.wholes && !isSameDoing(a, b, c)) return none;
  if (d.toll && c.elsewhere) return none;
  // Called untrue is the one value; what else was so is not said.
  if (a.assertion.denial !== b.assertion.denial) return none;
  const correcting = c.topic >= (d.series ? SERIES : MOVED) ? correctorOf(a, b, held) : null;
  if (correcting !== null) return { kind: "revision", why: "corrected", later: correcting };
  if (d.wholes && c.topic >= SERIES) return { kind: "conflict", why: "number" };
  if (c.topic < (d.series ? SERIES : MOVED)) return none;
  if (d.always) return c.topic >= WATCHED ? { kind: "conflict", why: "number" } : none;
  if (a.assertion.negated !== b.assertion.negated) return c.topic >= MOVED ? { kind: "conflict", why: "number" } : none;
  // A toll grows: where one report has no date, the other number may simply be older or newer.
  const later = laterOf(...held);
  if (d.toll && later === "unknown") return { kind: "open" };
  const sameTime = c.times === "agree" && !isOpen(a) && !isOpen(b) && !d.toll;
  if (later === "unknown" || later === "neither" || sameTime)
    return c.topic >= leastFor(c, d) &&
      (d.series || c.head) &&
      c.agents !== "other" &&
      !(d.toll && (c.times === "differ" || c.setting < SETTING))
      ? { kind: "conflict", why: "number" }
      : later === "unknown" && d.series
        ? { kind: "open" }
        : none;
  const grown = later === "a" ? grew(d.b, d.a) : grew(d.a, d.b);
  return d.toll && !grown ? none : { kind: "revision", why: grown ? "grown" : "fallen", later };
}

/** The one of the two that says it puts something right, unless it was told before the other. */
function correctorOf(a: Proposition, b: Proposition, held: readonly [Held, Held]): "a" | "b" | null {
  if (a.corrects === b.corrects) return null;
  const [own, other] = a.corrects ? (["a", "b"] as const) : (["b", "a"] as const);
  return laterOf(...held) === other ? null : own;
}

/** Values of one series are told in sentences that have little else in common, least of all where the doer and the verb are one. */
function leastFor(c: Comparison, d: Differing): number {
  if (!d.series || !c.predicate) return CONTRARY;
  return c.verb && c.sameAgent ? DONE : MOVED;
}
const DONE = 0.28;

/** Some time of the clause has no beginning or no end. */
export const isOpen = (a: Proposition): boolean =>
  a.assertion.times.some((t) => t.earliest === "0000" || t.latest === "9999");

/** "The treaty obliges it to let at least 480 pass", "she asked for 15": what is to be, or is wanted, is no reading of what is. */
const isNorm = ({ assertion, wording }: Proposition): boolean =>
  norms.has(assertion.predicate) || wording.some((word) => word === "must" || word === "should");

const norms: ReadonlySet<string> = new Set(
  "oblige require stipulate prescribe limit cap entitle allow permit guarantee demand want =ask =offer =approve".split(
    " ",
  ),
);

/**
 * Two counts are of one thing where something is done to it by the same, or where nobody does it and it is what the story
 * is about ("29,000 households were without power"): what one scored and another missed is counted in games as well.
 */
function isSameDoing(a: Proposition, b: Proposition, c: Comparison): boolean {
  if (c.verb) return c.agents !== "other";
  return c.central && (a.subject.size === 0 || b.subject.size === 0);
}

const grew = (earlier: Amount, later: Amount): boolean => !agree(earlier, later) && later.min > earlier.min;
