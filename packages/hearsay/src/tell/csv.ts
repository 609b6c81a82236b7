/** A row of a file for spreadsheets and programs. */
type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** RFC 4180 with line feeds. The header holds every field of the rows, in the order of their first appearance. */
export function asCsv(rows: readonly Row[]): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))];
  return keys.length === 0 ? "" : `${lines.map((line) => line.map(csvCell).join(",")).join("\n")}\n`;
}

/** What a spreadsheet would take for a formula is kept as text by a leading apostrophe (OWASP, CSV injection). */
function csvCell(cell: Row[string]): string {
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const text = cell === null ? "" : typeof cell === "string" ? cell : cell.join("; ");
  const clean = text.replace(/(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(clean) ? `'${clean}` : clean;
  return /[",\n\r\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
