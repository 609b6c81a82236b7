import { informantNames } from "../tell/informants.js";
import type { ReportSupport } from "../tell/report.js";
import type { Answer } from "./contract/index.js";
import type { View } from "./view.js";

type Matrix = Answer<"GET /stories/{s}/matrix">;
type Cell = Matrix["cells"][number];

/** Claims that more than one report has, or that are disputed, by the origins that carry or contradict them. */
export function matrixOf({ report, articles, claims }: View): Matrix {
  const worth = report.claims.filter((claim) => claim.verdict !== "single-origin" || claim.looksCorroborated);
  const cells = worth.flatMap((claim): Cell[] => {
    const against = claim.conflicts.flatMap((id) => claims.get(id)?.support ?? []);
    const of = (supports: readonly ReportSupport[], stand: Cell[2]) =>
      [...new Set(supports.filter(({ partial }) => !partial).map(({ origin }) => origin))].map(
        (origin): Cell => [claim.id, origin, stand],
      );
    return [...of(claim.support, "supports"), ...of(against, "contradicts")];
  });
  const there = new Set(cells.map(([, origin]) => origin));
  const own = report.origins
    .filter(({ id }) => there.has(id))
    .map(({ id, number, root }) => {
      const article = articles.get(root);
      return { id, number, label: article?.label ?? root, published: article?.published ?? null };
    });
  const known = new Set(own.map(({ id }) => id));
  const names = informantNames(report);
  const shared = [...there]
    .filter((id) => !known.has(id))
    .sort()
    .map((id) => ({ id, number: null, label: `word of ${names.get(id) ?? id}`, published: null }));
  return { origins: [...own, ...shared], claims: worth, cells };
}
