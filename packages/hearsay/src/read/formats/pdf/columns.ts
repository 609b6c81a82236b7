import { joinRow, type Line, type Run } from "./lines.js";

/** A page in columns has at least so many runs of text; the last column may have a single line. */
const minRuns = 6;
/** White space between columns is at least so wide, in points, and crossed by at most this share of the lines. */
const minGutter = 7;
const maxCrossing = 0.4;
/** Each column takes at least this share of the width. */
const minWidth = 0.2;
/** Columns in columns: three beside one another. */
const maxDepth = 2;

type Rows = readonly (readonly Run[])[];

/** The lines of a page in reading order: columns one after another, what spans them between. */
export function linesOf(rows: Rows, page: number): Line[] {
  const columns: Run[][] = [];
  readInto(columns, rows, 0);
  return columns.flatMap((runs, column) => {
    const [left, right] = [Math.min(...runs.map(({ x0 }) => x0)), Math.max(...runs.map(({ x1 }) => x1))];
    return runs.map((run) => ({ ...run, page, column, left, right }));
  });
}

function readInto(columns: Run[][], rows: Rows, depth: number): void {
  const gutter = depth < maxDepth ? gutterOf(rows) : null;
  if (gutter === null) {
    const runs = rows.flatMap((row) => joinRow(row, Number.POSITIVE_INFINITY));
    if (runs.length > 0) columns.push(runs);
    return;
  }
  let band: (readonly Run[])[] = [];
  let across: (readonly Run[])[] = [];
  const finish = () => {
    readInto(columns, across, maxDepth);
    readInto(
      columns,
      sideOf(band, (run) => run.x1 <= gutter),
      depth + 1,
    );
    readInto(
      columns,
      sideOf(band, (run) => run.x0 >= gutter),
      depth + 1,
    );
    [band, across] = [[], []];
  };
  for (const row of rows) {
    if (!row.some((run) => crosses(run, gutter))) band.push(row);
    else {
      if (band.length > 0) finish();
      across.push(row);
    }
  }
  finish();
}

const crosses = (run: Run, x: number): boolean => run.x0 < x && run.x1 > x;

const sideOf = (rows: Rows, isOn: (run: Run) => boolean): Rows =>
  rows.map((row) => row.filter(isOn)).filter((row) => row.length > 0);

/** Where a white strip parts two columns; null when there is none. */
function gutterOf(rows: Rows): number | null {
  const runs = rows.flat();
  if (runs.length < minRuns) return null;
  const [left, right] = [Math.min(...runs.map(({ x0 }) => x0)), Math.max(...runs.map(({ x1 }) => x1))];
  const width = right - left;
  let best: { readonly x: number; readonly crossing: number; readonly room: number } | null = null;
  for (let x = left + minWidth * width; x <= right - minWidth * width; x += 2) {
    const crossing = rows.filter((row) => row.some((run) => crosses(run, x))).length;
    if (crossing > maxCrossing * rows.length) continue;
    const before = runs.filter((run) => run.x1 <= x);
    const after = runs.filter((run) => run.x0 >= x);
    if (before.length === 0 || after.length === 0) continue;
    const room = Math.min(...after.map(({ x0 }) => x0)) - Math.max(...before.map(({ x1 }) => x1));
    if (room < minGutter || !isProse(before, x - left) || !isProse(after, right - x)) continue;
    if (best === null || crossing < best.crossing || (crossing === best.crossing && room > best.room))
      best = { x, crossing, room };
  }
  return best?.x ?? null;
}

/** Lines that fill the width they have at the median: prose, and not the cells of a table. */
function isProse(runs: readonly Run[], width: number): boolean {
  const widths = runs.map(({ x0, x1 }) => x1 - x0).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)]! > 0.45 * width;
}
