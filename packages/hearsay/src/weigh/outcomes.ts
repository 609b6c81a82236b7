import type { Comparison } from "./compare.js";
import type { Proposition } from "./propositions.js";
import { hasNegation } from "./wording.js";

/** Ends of one thing of which only one can have come, a pair a line, as predicates; written for Hearsay. */
const ends = `
=approve =refuse
accept =refuse
pass =refuse
=win =lose
convict acquit
survive =kill
succeed fail
uphold overturn
`;
const others = new Map<string, ReadonlySet<string>>();
for (const line of ends.trim().split("\n")) {
  const [x, y] = line.split(" ") as [string, string];
  others.set(x, new Set([...(others.get(x) ?? []), y]));
  others.set(y, new Set([...(others.get(y) ?? []), x]));
}

/**
 * One act of one actor, or what became of one thing, is told with two ends: "the council approved the plan", "the council
 * rejected the plan". Who decides twice does so on two days: both tell of one (`sameDay`).
 */
export function isTwoOutcomes(a: Proposition, b: Proposition, c: Comparison, sameDay: boolean): boolean {
  if (!others.get(a.assertion.predicate)?.has(b.assertion.predicate)) return false;
  if (a.assertion.future || b.assertion.future || hasNegation(a.wording) || hasNegation(b.wording)) return false;
  if (c.times === "differ" || c.times === "unknown" || (c.times !== "agree" && !sameDay)) return false;
  if (c.words + c.names < 2) return false;
  if (others.get("survive")!.has(a.assertion.predicate)) return isLivingDead(b, a);
  if (others.get("survive")!.has(b.assertion.predicate)) return isLivingDead(a, b);
  return c.samePatient && (c.sameAgent || isUnsaid(a, b)) && c.agents !== "other";
}

/** Somebody named survived who was killed, or died. */
const isLivingDead = ({ agent }: Proposition, dead: Proposition): boolean =>
  [...agent].some((f) => f.startsWith("@") && (dead.patient.size > 0 ? dead.patient : dead.agent).has(f));

/** One of the two does not say who. */
const isUnsaid = (a: Proposition, b: Proposition): boolean => a.agent.size === 0 || b.agent.size === 0;
