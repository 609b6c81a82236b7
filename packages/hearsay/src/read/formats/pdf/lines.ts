/** A run of text on a page as the PDF draws it. Positions in points; y grows downwards from the top. */
export interface Run {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** A line of a column. */
export interface Line extends Run {
  readonly page: number;
  /** The column that it stands in: its number in reading order on the page, and its edges. */
  readonly column: number;
  readonly left: number;
  readonly right: number;
}

/** Runs on one baseline belong together within this share of their size: superscripts stand up to half above. */
const sameLine = 0.45;
/** A gap wider than this many times the size may be one between columns; between words it is a quarter. */
const columnGap = 0.9;
const wordGap = 0.15;

/** Runs put together line by line, from top to bottom; a line is cut where a gap is too wide for one between words. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const sorted = runs.filter(({ text }) => text.trim() !== "").sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (row !== undefined && run.y - first!.y <= sameLine * Math.max(run.size, first!.size)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => joinRow(row, columnGap));
}

/** Neighbours on one line made one where the gap is below so many times their size. */
export function joinRow(row: readonly Run[], maxGap: number): Run[] {
  const joined: Run[] = [];
  for (const run of [...row].sort((a, b) => a.x0 - b.x0)) {
    const last = joined[joined.length - 1];
    const gap = last === undefined ? Number.POSITIVE_INFINITY : run.x0 - last.x1;
    if (last === undefined || gap > maxGap * Math.max(last.size, run.size)) {
      joined.push(run);
      continue;
    }
    const space = gap > wordGap * run.size && !/\s$/.test(last.text) && !/^\s/.test(run.text) ? " " : "";
    const main = last.text.length >= run.text.length ? last : run;
    joined[joined.length - 1] = {
      ...main,
      text: last.text + space + run.text,
      x0: last.x0,
      x1: Math.max(last.x1, run.x1),
    };
  }
  return joined;
}
