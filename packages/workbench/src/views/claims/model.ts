import type { ListedClaim, Matrix, MatrixOrigin } from "../../data/story.js";
import { type Standing, standingOf } from "../../parts/standing.js";

export type Cell = Matrix["cells"][number][2];

/** What each origin says of each claim, by claim and origin. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** The cells by claim and origin. */
export function cellsOf(cells: Matrix["cells"]): Cells {
  const rows = new Map<string, Map<string, Cell>>();
  for (const [claim, origin, stand] of cells) {
    const row = rows.get(claim) ?? new Map<string, Cell>();
    rows.set(claim, row.set(origin, stand));
  }
  return rows;
}

/** The origins that say something of a list of claims, in the order of the matrix; those it lacks come last. */
export function columnsOf(
  claims: readonly ListedClaim[],
  cells: Cells,
  origins: readonly MatrixOrigin[],
): readonly MatrixOrigin[] {
  const used = new Set(claims.flatMap(({ id }) => [...(cells.get(id)?.keys() ?? [])]));
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
  claims: readonly ListedClaim[],
  standing: Standing | "",
  kind: string,
  q: string,
): readonly ListedClaim[] {
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
