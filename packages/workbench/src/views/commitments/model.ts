import type { ReportCommitment } from "hearsay";

const stages = [
  ["asked", ["requested", "demanded"]],
  ["offered, promised", ["offered", "promised", "announced"]],
  ["threatened", ["threatened"]],
  ["agreed", ["signed", "in-force"]],
  ["delivered", ["delivered"]],
  ["refused, denied, broken", ["refused", "denied", "broken", "expired"]],
] as const;

export interface Column {
  readonly name: string;
  readonly rows: readonly ReportCommitment[];
}

/** The board: each stage with its commitments, by when they were made; empty stages are left out. */
export function boardOf(commitments: readonly ReportCommitment[]): readonly Column[] {
  const when = (c: ReportCommitment): string => c.when?.earliest ?? "9999";
  return stages
    .map(([name, statuses]): Column => {
      const mine = commitments.filter((c) => (statuses as readonly string[]).includes(c.status));
      return {
        name,
        rows: mine.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.id < b.id ? -1 : 1)),
      };
    })
    .filter((column) => column.rows.length > 0);
}
