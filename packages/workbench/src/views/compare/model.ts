import { paragraphs } from "../../parts/context.js";

export type PieceKind = "same" | "changed" | "added" | "dropped" | "synonym";
type Range = readonly [number, number];

/** What happened to a stretch on the way from a to b, as the server aligned it. */
export interface DiffPiece {
  readonly kind: PieceKind;
  readonly a: Range | null;
  readonly b: Range | null;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: PieceKind;
}

/** Paragraphs of both texts that stand beside one another. */
export interface CompareRow {
  readonly a: readonly { readonly start: number; readonly end: number }[];
  readonly b: { readonly start: number; readonly end: number } | null;
}

/** One side's stretches, as spans. */
export const stretchesOf = (diff: readonly DiffPiece[], side: "a" | "b"): readonly Stretch[] =>
  diff.flatMap((p) => (p[side] === null ? [] : [{ start: p[side][0], end: p[side][1], kind: p.kind }]));

/**
 * Every paragraph of b with those of a that share most with it. A paragraph of a that nothing came from stands alone,
 * after the one before it.
 */
export function compareRows(a: string, b: string, diff: readonly DiffPiece[]): readonly CompareRow[] {
  const [left, right] = [paragraphs(a), paragraphs(b)];
  const partner = left.map((p) => bestPartner(p, right, diff));
  const rows: CompareRow[] = [];
  const placed = new Set<number>();
  const alone = (from: number): void => {
    for (let i = from; i < left.length && partner[i] === null && !placed.has(i); i++) {
      placed.add(i);
      rows.push({ a: [left[i]!], b: null });
    }
  };
  alone(0);
  right.forEach((paragraph, j) => {
    const mine = left.flatMap((_, i) => (partner[i] === j ? [i] : []));
    for (const i of mine) placed.add(i);
    rows.push({ a: mine.map((i) => left[i]!), b: paragraph });
    for (const i of mine) alone(i + 1);
  });
  return rows;
}

function bestPartner(
  paragraph: { readonly start: number; readonly end: number },
  right: readonly { readonly start: number; readonly end: number }[],
  diff: readonly DiffPiece[],
): number | null {
  const shared = new Map<number, number>();
  for (const { a, b } of diff) {
    if (a === null || b === null || a[0] < paragraph.start || a[1] > paragraph.end) continue;
    const j = right.findIndex((r) => r.start <= b[0] && b[1] <= r.end);
    if (j >= 0) shared.set(j, (shared.get(j) ?? 0) + a[1] - a[0]);
  }
  const best = [...shared].sort(([i, x], [j, y]) => y - x || i - j)[0];
  return best?.[0] ?? null;
}
