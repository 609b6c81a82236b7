import {
  type Article,
  type Assertion,
  type Claim,
  type Figure,
  type FigureReport,
  type Measured,
  stableId,
  Union,
} from "../model/index.js";
import type { AsOf } from "./relation.js";

/**
 * The quantities of a story over time: amounts of claims that are one claim, or that revise or contradict each other by
 * number, are one figure. Values in the order they hold for.
 */
export function makeFigures(
  claims: readonly Claim[],
  assertions: ReadonlyMap<string, Assertion>,
  asOf: ReadonlyMap<string, AsOf>,
  articles: ReadonlyMap<string, Article>,
): Figure[] {
  const numeric = claims.filter((c) => c.kind === "figure");
  const position = new Map(numeric.map((c, i) => [c.id, i]));
  const union = new Union(numeric.length);
  numeric.forEach((claim, i) => {
    for (const r of claim.relations) {
      const other = position.get(r.claim);
      if (other !== undefined && ["number", "grown", "fallen"].includes(r.kind)) union.join(i, other);
    }
  });
  return union
    .groups()
    .map((group) =>
      figure(
        group.map((i) => numeric[i]!),
        assertions,
        asOf,
        articles,
      ),
    )
    .filter((f) => f !== null);
}

/** The measure that most of the values have; of equals the first by name. */
function commonest(measures: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const measure of measures) if (measure !== null) counts.set(measure, (counts.get(measure) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** "Two of the nine" are no value of the series of the nine. */
const isWhole = ({ part }: Measured): boolean => !part;

function figure(
  claims: readonly Claim[],
  assertions: ReadonlyMap<string, Assertion>,
  asOf: ReadonlyMap<string, AsOf>,
  articles: ReadonlyMap<string, Article>,
): Figure | null {
  const rows = claims.flatMap((claim) =>
    claim.support.flatMap((s) => {
      const key = `${s.article}/${s.span.start}-${s.span.end}`;
      return (assertions.get(key)?.amounts ?? []).filter(isWhole).map(({ amount, measure }) => ({
        claim,
        amount,
        measure,
        origin: s.origin,
        asOf: asOf.get(key) ?? null,
      }));
    }),
  );
  // Named as the first report named it; what has no date may be anybody's wording, a spun copy's too.
  const dated = [...rows].sort((a, b) =>
    (a.asOf ?? "~") < (b.asOf ?? "~") ? -1 : (a.asOf ?? "~") > (b.asOf ?? "~") ? 1 : 0,
  );
  const common = commonest(rows.map((row) => row.measure));
  const own = dated.filter((row) => row.measure === common);
  const lead = own.find((row) => row.amount.of !== null) ?? own[0];
  if (!lead) return null;
  const reports: FigureReport[] = rows
    .filter((row) => row === lead || (row.measure !== null && row.measure === lead.measure))
    .map((row) => ({ amount: row.amount, origin: row.origin, asOf: row.asOf, claim: row.claim.id }));
  const { of, article } = lead.amount;
  return {
    id: stableId("figure", ...claims.map((c) => c.id)),
    of:
      of === null
        ? (lead.amount.noun ?? lead.amount.unit ?? lead.claim.proposition)
        : articles.get(article)!.text.slice(of.start, of.end),
    unit: lead.amount.unit,
    reports: reports.sort(
      (a, b) => ((a.asOf ?? "9") < (b.asOf ?? "9") ? -1 : 1) || (a.amount.article < b.amount.article ? -1 : 1),
    ),
  };
}
