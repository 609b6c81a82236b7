import type { Quote } from "../../model/index.js";
import type { ReportClaim } from "../report.js";
import type { Telling } from "./parts.js";

/** The value that each of several claims gives for one quantity: of the figure that most of them report. */
export function sharedValues(t: Telling, claims: readonly ReportClaim[]): ReadonlyMap<string, Quote> {
  const members = new Set(claims.map((c) => c.id));
  let best: ReadonlyMap<string, Quote> = new Map();
  for (const figure of t.records.figures) {
    const values = new Map<string, Quote>();
    for (const { claim, span } of figure.reports)
      if (claim !== null && members.has(claim) && !values.has(claim)) values.set(claim, span);
    if (values.size > 1 && values.size > best.size) best = values;
  }
  return best;
}
