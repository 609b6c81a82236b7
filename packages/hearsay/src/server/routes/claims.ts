import type { ReportClaim } from "../../tell/report.js";
import type { Lookers } from "../answering.js";
import type { Query } from "../contract/index.js";
import { page } from "../paging.js";
import { recordsIn } from "../rows.js";
import type { View } from "../view.js";
import { unknown } from "./articles.js";

type Own = "GET /stories/{s}/claims" | "GET /stories/{s}/claims/{id}";
type Filters = Query<"GET /stories/{s}/claims">;

export const claimLookers: Lookers<Own> = {
  "GET /stories/{s}/claims": async ({ room, query }) => {
    const view = await room.view();
    const { verdict, kind, origin, echoed, sort = "weight" } = query;
    const found = (await candidates(view, query)).filter(
      (claim) =>
        (verdict === undefined || claim.verdict === verdict) &&
        (kind === undefined || claim.kind === kind) &&
        (echoed === undefined || claim.looksCorroborated === echoed) &&
        (origin === undefined || claim.support.some((one) => one.origin === origin)),
    );
    return page(sorted(found, sort, view), query, view.revision);
  },
  "GET /stories/{s}/claims/{id}": async ({ room, path }) => {
    const { claims } = await room.view();
    const claim = claims.get(path.id);
    if (claim === undefined) throw unknown("claim", path.id);
    const those = (ids: readonly string[]) => ids.flatMap((id) => claims.get(id) ?? []);
    return { ...claim, opponents: those(claim.conflicts), revised: those(claim.revises) };
  },
};

/** What the filters of the tables leave: of any of a claim's reports, not only of the clearest. */
async function candidates(view: View, query: Filters): Promise<readonly ReportClaim[]> {
  const {
    verdict: _,
    kind: __,
    origin: ___,
    echoed: ____,
    sort: _____,
    limit: ______,
    cursor: _______,
    ...filters
  } = query;
  if (Object.keys(filters).length === 0) return view.report.claims;
  return recordsIn(view, "claims", filters, view.report.claims);
}

/** By the report's own order, which is by weight, unless another is asked for; the same for equals. */
function sorted(claims: readonly ReportClaim[], by: NonNullable<Filters["sort"]>, view: View): readonly ReportClaim[] {
  if (by === "weight") return claims;
  const key = {
    origins: ({ origins }: ReportClaim) => origins,
    articles: ({ support }: ReportClaim) => new Set(support.map(({ article }) => article)).size,
    date: ({ support }: ReportClaim) => Math.max(...support.map(({ article }) => publishedAt(view, article))),
  }[by];
  const keys = new Map(claims.map((claim) => [claim.id, key(claim)]));
  return claims.toSorted((a, b) => keys.get(b.id)! - keys.get(a.id)!);
}

function publishedAt({ articles }: View, id: string): number {
  const article = articles.get(id);
  return Date.parse(article?.published ?? article?.publishedWithin?.latest ?? "") || 0;
}
