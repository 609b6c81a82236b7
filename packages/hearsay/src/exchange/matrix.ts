import { parse } from "csv-parse/sync";
import { asCsv } from "../records/write.js";
import type { WeightedArrow } from "../whatif/index.js";
import { most, wrong } from "./mental-map.js";

/** A map as a table: the names of its concepts and the arrows between them. */
export interface MatrixMap {
  readonly names: readonly string[];
  readonly arrows: readonly WeightedArrow[];
}

/** So many rows and columns at most: a table grows with their square. */
export const widest = 3000;

/**
 * The adjacency matrix as CSV: names across and down, the weight of the arrow from the row's concept to the column's, 0
 * where there is none. Arrows between the same two add up.
 */
export function writeMatrix({ names, arrows }: MatrixMap): string {
  if (names.length > widest) throw wrong(`A table of ${names.length} concepts is too wide: ${widest} at most.`);
  const weights = names.map(() => new Float64Array(names.length));
  for (const { from, to, weight } of arrows) weights[from]![to]! += weight;
  const lines = [["", ...names], ...names.map((name, i) => [name, ...weights[i]!])];
  // The first line is the header that rows of fields get: here the columns' numbers.
  return asCsv(lines.map((line) => Object.fromEntries(line.entries()))).replace(/^.*\n/, "");
}

/** @throws HearsayError `exchange.map` for what is no square table of weights within −1 and 1 */
export function readMatrix(text: string): MatrixMap {
  if (text.length > most.characters) throw wrong(`It is longer than ${most.characters} characters.`);
  const [head = [], ...rows] = linesOf(text);
  const names = head.slice(1).map(unguarded);
  if (names.length === 0 || names.length > widest || rows.length !== names.length)
    throw wrong(`Its table has ${rows.length} rows for ${names.length} columns.`);
  const arrows = rows.flatMap(([name = "", ...cells], from) => {
    if (unguarded(name) !== names[from] || cells.length !== names.length)
      throw wrong("The names of its rows and columns differ.");
    return cells.flatMap((cell, to) => {
      const weight = Number(cell.trim() || 0);
      if (!(Math.abs(weight) <= 1)) throw wrong(`"${cell.slice(0, 20)}" is no weight between -1 and 1.`);
      return weight === 0 ? [] : [{ from, to, weight }];
    });
  });
  return { names, arrows };
}

/** Without the apostrophe that keeps a spreadsheet from taking a name for a formula. */
const unguarded = (name: string): string => name.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, "");

function linesOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    throw wrong("It is no table.");
  }
}
