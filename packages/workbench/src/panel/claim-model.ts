import type { ReportClaim, ReportOrigin, ReportSupport } from "hearsay";
import { isRevision } from "hearsay/client";
import type { ArticleRow, ClaimDetail } from "../data/story.js";

export const relationNames: Readonly<Record<ReportClaim["relations"][number]["kind"], string>> = {
  date: "The dates differ",
  number: "The numbers differ",
  who: "Who it was differs",
  polarity: "One says it is so, the other that it is not",
  denial: "One denies the other",
  cause: "The causes differ",
  grown: "The figure grew",
  fallen: "The figure fell",
  corrected: "The number was put right",
  withdrawn: "The report was taken back",
  fulfilled: "What was to come has come",
};

/** Every relation with the claim at its other end, where the server sent it; contradictions first. */
export function opponentsOf(
  claim: ClaimDetail,
): readonly { readonly relation: ReportClaim["relations"][number]; readonly claim: ReportClaim | undefined }[] {
  const known = new Map([...claim.opponents, ...claim.revised].map((c) => [c.id, c]));
  return claim.relations
    .map((relation) => ({ relation, claim: known.get(relation.claim) }))
    .sort((a, b) => Number(isRevision(a.relation)) - Number(isRevision(b.relation)));
}

export interface OriginGroup {
  readonly origin: string;
  /** Its number in the order of first publication; null for an informant. */
  readonly number: number | null;
  readonly root: string | null;
  readonly support: readonly ReportSupport[];
}

/** Support by the origin it goes back to: numbered origins in order, then informants; the root's own words first. */
export function groupSupport(claim: ReportClaim, origins: readonly ReportOrigin[]): readonly OriginGroup[] {
  const known = new Map(origins.map((o) => [o.id, o]));
  const groups = new Map<string, ReportSupport[]>();
  for (const s of claim.support) {
    const mine = groups.get(s.origin);
    if (mine === undefined) groups.set(s.origin, [s]);
    else mine.push(s);
  }
  const made = [...groups].map(([origin, support]): OriginGroup => {
    const { number = null, root = null } = known.get(origin) ?? {};
    const first = (s: ReportSupport): number => (s.article === root ? 0 : s.partial ? 2 : 1);
    return { origin, number, root, support: [...support].sort((a, b) => first(a) - first(b)) };
  });
  return made.sort((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER));
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** How an origin is named: the outlet of its root, or whose word it is. */
export function originName(
  group: Pick<OriginGroup, "origin" | "root" | "support">,
  articles: ReadonlyMap<string, ArticleRow>,
): string {
  if (group.origin.startsWith("src:")) {
    const folded = group.origin.slice(4);
    // The origin's own name is folded for comparing; a report has it as it was written.
    const written = group.support.find(({ speaker }) => lettersOf(speaker ?? "") === lettersOf(folded))?.speaker;
    return `the word of ${written ?? folded}`;
  }
  return group.root === null ? "an origin" : (articles.get(group.root)?.label ?? group.root);
}

/** What an origin says in a cell of the matrix; null where it is silent. */
export function cellSupport(
  claim: Pick<ClaimDetail, "support" | "opponents">,
  origin: string,
): { readonly stand: "supports" | "part" | "contradicts"; readonly support: readonly ReportSupport[] } | null {
  const by = (support: readonly ReportSupport[], partial: boolean): readonly ReportSupport[] =>
    support.filter((s) => s.origin === origin && s.partial === partial);
  const against = claim.opponents.flatMap(({ support }) => by(support, false));
  const stands = [
    { stand: "supports", support: by(claim.support, false) },
    { stand: "part", support: by(claim.support, true) },
    { stand: "contradicts", support: against },
  ] as const;
  return stands.find(({ support }) => support.length > 0) ?? null;
}
