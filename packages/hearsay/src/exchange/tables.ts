import { basename } from "node:path";
import type { Cell } from "../records/cells.js";
import { recordCommands } from "../records/index.js";
import type { Row } from "../records/row.js";
import { asCsv, asJson, type Fields } from "../records/write.js";
import type { Report } from "../tell/index.js";
import type { ExportFile, Writer } from "./file.js";
import { isWeb } from "./places.js";

/** One table with all its rows. */
export interface Table {
  readonly name: string;
  readonly rows: readonly Fields[];
}

/** Every table of the record commands, the views among them: "claims", "claims-support" … */
export async function tablesOf(report: Report): Promise<readonly Table[]> {
  const loaded = recordCommands.map(async ({ name, load, views = [] }) => {
    const tables = [{ name, rows: fieldsOf((await load()).rows(report)) }];
    for (const view of views)
      tables.push({ name: `${name}-${view.option}`, rows: fieldsOf((await view.load()).rows(report)) });
    return tables;
  });
  return (await Promise.all(loaded)).flat();
}

const fieldsOf = (rows: readonly Row[]): readonly Fields[] => rows.map(({ fields }) => withoutFolders(fields));

/** Where an article lies on a machine is nobody's affair who gets the file: its name stays. */
function withoutFolders(fields: Fields): Fields {
  const named = (key: string, cell: Cell): Cell =>
    fileColumns.has(key) && typeof cell === "string" && !isWeb(cell) ? basename(cell) : cell;
  return Object.fromEntries(Object.entries(fields).map(([key, cell]) => [key, named(key, cell)]));
}
const fileColumns = new Set(["file", "sourceFile"]);

/** A table for each kind of record that there is, as spreadsheets read them: UTF-8 with a byte order mark, or Excel takes it for another. */
export const csv: Writer = async (report) => {
  const tables = (await tablesOf(report)).filter(({ rows }) => rows.length > 0);
  const files = tables.map(({ name, rows }) => ({ name: `${name}.csv`, content: `\ufeff${asCsv(rows)}` }));
  return { files, left: [] };
};

/** A file of JSON lines for each kind of record, and the articles whole: what `hearsay import` takes back. */
export const ndjson: Writer = async (report) => {
  const tables = (await tablesOf(report)).map(({ name, rows }) => jsonLines(name, rows));
  return { files: [...tables, jsonLines("texts", report.articles.map(wholeArticle))], left: [] };
};

const jsonLines = (name: string, rows: readonly object[]): ExportFile => ({
  name: `${name}.ndjson`,
  content: rows.map((row) => `${asJson(row)}\n`).join(""),
});

/** An article with its whole text, its fields called as `add` and `import` know them. Where it lies on a machine is left out. */
export function wholeArticle(article: Report["articles"][number]): Readonly<Record<string, unknown>> {
  const { id, url, title, authors, outlet, published, modified, language, text } = article;
  const file = basename(article.file);
  const all = { id, file, url, title, authors, outlet, published, modified, language, text };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ""));
}
