import type { EventType } from "../../model/index.js";
import type { ReportArticle, ReportEvent } from "../../tell/index.js";

/** An event to be written as a row: with its article, and its day as an ISO date. */
export interface EventRow {
  readonly event: ReportEvent;
  readonly article: ReportArticle;
  readonly date: string;
}

/** What happened once, however many articles have it: its reports, the first of which tells it. Never without one. */
export interface Happening {
  readonly id: string;
  readonly reports: readonly EventRow[];
}

/** The quadrant of each type, by name and as GDELT counts them, and CAMEO's root code that comes nearest. */
export const quads: Readonly<
  Record<EventType, { readonly name: string; readonly quad: number; readonly root: string }>
> = {
  AGREE: { name: "VERBAL COOPERATION", quad: 1, root: "03" },
  CONSULT: { name: "VERBAL COOPERATION", quad: 1, root: "04" },
  SUPPORT: { name: "VERBAL COOPERATION", quad: 1, root: "05" },
  CONCEDE: { name: "VERBAL COOPERATION", quad: 1, root: "08" },
  COOPERATE: { name: "MATERIAL COOPERATION", quad: 2, root: "06" },
  AID: { name: "MATERIAL COOPERATION", quad: 2, root: "07" },
  RETREAT: { name: "MATERIAL COOPERATION", quad: 2, root: "08" },
  REQUEST: { name: "VERBAL CONFLICT", quad: 3, root: "10" },
  ACCUSE: { name: "VERBAL CONFLICT", quad: 3, root: "11" },
  REJECT: { name: "VERBAL CONFLICT", quad: 3, root: "12" },
  THREATEN: { name: "VERBAL CONFLICT", quad: 3, root: "13" },
  PROTEST: { name: "MATERIAL CONFLICT", quad: 4, root: "14" },
  SANCTION: { name: "MATERIAL CONFLICT", quad: 4, root: "16" },
  MOBILIZE: { name: "MATERIAL CONFLICT", quad: 4, root: "15" },
  COERCE: { name: "MATERIAL CONFLICT", quad: 4, root: "17" },
  ASSAULT: { name: "MATERIAL CONFLICT", quad: 4, root: "18" },
};

/** Rows of tab-separated columns: strict, so no cell has a tab or a line break, and nothing is quoted. */
export function tsv(columns: readonly string[], rows: readonly Readonly<Record<string, string | number>>[]): string {
  return rows.map((row) => `${columns.map((column) => cell(row[column] ?? "")).join("\t")}\n`).join("");
}

/** What a spreadsheet would take for a formula is kept as text by an apostrophe, as in CSV; numbers are not. */
function cell(value: string | number): string {
  const text = String(value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  return /^[=+\-@＝＋－＠]/u.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}
