import type { ReportClaim } from "hearsay";
import type { Matrix, MatrixOrigin } from "../../data/story.js";
import { type Standing, standingOf } from "../../parts/standing.js";

export type Cell = "supports" | "part" | "contradicts";

/** What each origin says of each claim, by claim and origin. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** The cells of a list of claims: their own support, and what the matrix knows against them. */
export function cellsOf(claims: readonly ReportClaim[], matrix: Matrix | undefined): Cells {
  const against = new Map<string, string[]>();
  for (const [claim, origin, kind] of matrix?.cells ?? [])
    if (kind === "contradicts") against.set(String(claim), [...(against.get(String(claim)) ?? []), String(origin)]);
  return new Map(claims.map((claim) => [claim.id, rowOf(claim, against.get(claim.id) ?? [])]));
}

function rowOf(claim: ReportClaim, against: readonly string[]): ReadonlyMap<string, Cell> {
  const row = new Map<string, Cell>(against.map((origin) => [origin, "contradicts"]));
  for (const s of claim.support) if (s.partial && !row.has(s.origin)) row.set(s.origin, "part");
  for (const s of claim.support) if (!s.partial) row.set(s.origin, "supports");
  return row;
}

/** The origins that say something of a list of claims, in the order of the matrix; those it lacks come last. */
export function columnsOf(cells: Cells, origins: readonly MatrixOrigin[]): readonly MatrixOrigin[] {
  const used = new Set([...cells.values()].flatMap((row) => [...row.keys()]));
  const known = origins.filter((o) => used.has(o.id));
  const ids = new Set(known.map((o) => o.id));
  const others = [...used]
    .filter((id) => !ids.has(id))
    .map((id) => ({
      id,
      label: id.startsWith("src:") ? `word of ${id.slice(4)}` : "another origin",
      number: null,
      published: null,
    }));
  return [...known, ...others];
}

/** The claims of a standing that hold all of the words asked for. */
export function filterClaims(
  claims: readonly ReportClaim[],
  standing: Standing | "",
  kind: string,
  q: string,
): readonly ReportClaim[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return claims.filter((c) => {
    const text = c.proposition.toLowerCase();
    return (
      (standing === "" || standingOf(c) === standing) &&
      (kind === "" || c.kind === kind) &&
      words.every((w) => text.includes(w))
    );
  });
}

/** What a cell says, for those who cannot see it. */
export const sayCell = (cell: Cell | undefined): string =>
  cell === undefined
    ? "silent"
    : { supports: "supports", part: "supports in part", contradicts: "says otherwise" }[cell];
