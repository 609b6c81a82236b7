import Table from "cli-table3";
import { type Cell, type Column, cellText } from "../../records/cells.js";
import { columnsOf as width } from "../../tell/columns.js";
import { printable } from "../../tell/markdown.js";
import type { Paint } from "./paint.js";
import { wrap } from "./wrap.js";

type Rows = readonly Readonly<Record<string, Cell>>[];

/** Spaces between two columns. */
const gap = 2;

/**
 * Sets rows in a table of at most `columns` terminal columns. Columns that find no room are left out, those with
 * the highest rank first; what stays is wrapped, never cut off.
 */
export function renderTable(shape: readonly Column[], rows: Rows, columns: number, paint: Paint): string {
  const cells = rows.map((row) => shape.map(({ key }) => printable(cellText(row[key] ?? null))));
  const widths = layOut(shape, cells, columns);
  const shown = shape.map((column, index) => ({ column, index, width: widths[index]! })).filter((one) => one.width > 0);
  const lines = (texts: readonly string[], style: (index: number, text: string) => string) =>
    shown.map((one) =>
      wrap(texts[one.index]!, one.width)
        .map((line) => style(one.index, line))
        .join("\n"),
    );
  const table = new Table({
    head: lines(
      shape.map(({ head }) => head),
      (_, text) => paint("bold", text),
    ),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colWidths: shown.map((one) => one.width),
    chars: { ...noLines, middle: " ".repeat(gap) },
  });
  for (const row of cells)
    table.push(
      lines(row, (index, text) => {
        const style = shape[index]!.style?.(row[index]!) ?? null;
        return style === null ? text : paint(style, text);
      }),
    );
  const text = table.toString();
  return `${text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")}\n`;
}

const noLines = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
  ].map((name) => [name, ""]),
);

/** The width of each column; 0 for one that finds no room. */
export function layOut(
  shape: readonly Column[],
  cells: readonly (readonly string[])[],
  columns: number,
): readonly number[] {
  const natural = shape.map(({ head }, index) => Math.max(width(head), ...cells.map((row) => width(row[index]!)), 1));
  const least = shape.map(({ min }, index) => Math.min(min, natural[index]!));
  const kept = new Set(shape.keys());
  const free = () => columns - (kept.size - 1) * gap - sum([...kept].map((index) => least[index]!));
  while (free() < 0 && kept.size > 1) kept.delete(lastRanked(shape, kept));
  const widths = shape.map((_, index) => (kept.has(index) ? least[index]! : 0));
  let room = free();
  for (const grows of [false, true])
    for (const [index, share] of shares(shape, kept, natural, widths, grows, room)) {
      widths[index]! += share;
      room -= share;
    }
  if (kept.size === 1) for (const index of kept) widths[index] = Math.min(widths[index]!, columns);
  return widths;
}

/** How much of the room each column gets: one with `grow` after the others, and among equals as much as each needs. */
function shares(
  shape: readonly Column[],
  kept: ReadonlySet<number>,
  natural: readonly number[],
  widths: readonly number[],
  grows: boolean,
  room: number,
): readonly (readonly [number, number])[] {
  const wanting = [...kept]
    .filter((index) => (shape[index]!.grow === true) === grows)
    .map((index) => [index, Math.max(0, natural[index]! - widths[index]!)] as const)
    .sort(([, a], [, b]) => a - b);
  const given: [number, number][] = [];
  let left = Math.max(0, grows ? room : Math.floor(room / 3));
  for (const [at, [index, want]] of wanting.entries()) {
    const share = Math.min(want, Math.floor(left / (wanting.length - at)));
    given.push([index, share]);
    left -= share;
  }
  return given;
}

const lastRanked = (shape: readonly Column[], kept: ReadonlySet<number>): number =>
  [...kept].reduce((last, index) => (shape[index]!.rank >= shape[last]!.rank ? index : last));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
