import { informantNames } from "../../tell/informants.js";
import type { Report, ReportClaim, ReportSupport } from "../../tell/report.js";
import type { Answer } from "../contract/index.js";
import { listed } from "../contract/shapes.js";
import type { View } from "../view.js";
import { picking } from "./picking.js";

type Matrix = Answer<"GET /stories/{s}/matrix">;
type Cell = Matrix["cells"][number];
type Lone = Answer<"GET /stories/{s}/lone">["rows"][number];

const isWorthARow = ({ verdict, looksCorroborated }: ReportClaim): boolean =>
  verdict !== "single-origin" || looksCorroborated;
const inShort = picking(listed.claim);

/** Claims that more than one report has, or that are disputed, by the origins that carry or contradict them. */
export function matrixOf({ report, articles, claims }: View): Matrix {
  const worth = report.claims.filter(isWorthARow);
  const cells = worth.flatMap((claim) => rowOf(claim, (id) => claims.get(id)?.support ?? []));
  const there = new Set(cells.map(([, origin]) => origin));
  const own = report.origins
    .filter(({ id }) => there.has(id))
    .map(({ id, number, root }) => {
      const article = articles.get(root);
      return { id, number, label: article?.label ?? root, published: article?.published ?? null };
    });
  const known = new Set(own.map(({ id }) => id));
  const names = informantNames(report);
  const first = firstReports(report.claims, (article) => articles.get(article)?.published ?? null);
  const shared = [...there]
    .filter((id) => !known.has(id))
    .sort()
    .map((id) => {
      const label = `word of ${names.get(id) ?? id}`;
      return { id, number: null, label, published: first.get(id) ?? null };
    });
  const time = ({ published }: Matrix["origins"][number]): string => published ?? "~";
  const origins = [...own, ...shared].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  return { origins, claims: worth.map(inShort), cells };
}

/** When each origin was first published with something that is claimed. */
function firstReports(
  claims: readonly ReportClaim[],
  published: (article: string) => string | null,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { support } of claims)
    for (const { origin, article } of support) {
      const at = published(article);
      if (at !== null && at < (first.get(origin) ?? "~")) first.set(origin, at);
    }
  return first;
}

/** What each origin says of a claim, once: to carry it whole outweighs a part, and a part what it says against it. */
function rowOf(claim: ReportClaim, supportOf: (id: string) => readonly ReportSupport[]): Cell[] {
  const row = new Map<string, Cell[2]>();
  const whole = (supports: readonly ReportSupport[], stand: Cell[2]): void => {
    for (const { origin, partial } of supports) if (!partial) row.set(origin, stand);
  };
  for (const id of claim.conflicts) whole(supportOf(id), "contradicts");
  for (const { origin, partial } of claim.support) if (partial && !row.has(origin)) row.set(origin, "part");
  whole(claim.support, "supports");
  return [...row].map(([origin, stand]): Cell => [claim.id, origin, stand]);
}

/** The claims that are no row of the matrix, each with its origin. */
export const loneClaims = ({ report }: { readonly report: Report }): Lone[] =>
  report.claims
    .filter((claim) => !isWorthARow(claim))
    .map((claim) => ({ claim: inShort(claim), origin: claim.support[0]?.origin ?? "" }));
