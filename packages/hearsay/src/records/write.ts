import type { Cell } from "./cells.js";

/** What a program gets of a row. */
export type Fields = Readonly<Record<string, Cell>>;

/** JSON in which no control character stands raw, so that printing it cannot steer a terminal. */
export function asJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped);
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** RFC 4180 with line feeds. The header holds every field of the rows, in the order of their first appearance. */
export function asCsv(rows: readonly Fields[]): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))];
  return keys.length === 0 ? "" : `${lines.map((line) => line.map(csvCell).join(",")).join("\n")}\n`;
}

/** What a spreadsheet would take for a formula is kept as text by a leading apostrophe (OWASP, CSV injection). */
function csvCell(cell: Cell): string {
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const text = cell === null ? "" : typeof cell === "string" ? cell : cell.join("; ");
  const clean = text.replace(/(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(clean) ? `'${clean}` : clean;
  return /[",\n\r\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
