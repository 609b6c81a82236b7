/** How a cell is set off in a table. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** What stands in one field of a row. */
export type Cell = string | number | boolean | null | readonly string[];

/** A column of the table for people. Programs get every field of a row, columns or not. */
export interface Column {
  readonly key: string;
  readonly head: string;
  /** Narrower than this it is left out rather than squeezed. */
  readonly min: number;
  /** Takes the room that the others leave. */
  readonly grow?: boolean;
  /** The column with the highest rank goes first when there is no room. */
  readonly rank: number;
  readonly style?: (text: string) => Style | null;
}

/** A cell as people read it. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === false) return "";
  if (cell === true) return "yes";
  return typeof cell === "object" ? cell.join(", ") : String(cell);
}

/** Styles by the cell's own text. */
export const byText = (styles: Readonly<Record<string, Style>>) => (text: string) => styles[text] ?? null;
