import { HearsayError } from "../../model/index.js";
import type { Column } from "../../records/cells.js";
import { asCsv, asJson, type Fields } from "../../records/write.js";
import { columnsOf, type Io } from "../io.js";
import { type Format, formats } from "../names.js";
import { painter } from "./paint.js";
import { renderTable } from "./table.js";

/** Writes rows: as a table that fits the terminal, or for programs. `none` is said where a table would be empty. */
export function writeRows(
  io: Io,
  format: Format,
  columns: readonly Column[],
  rows: readonly Fields[],
  none: string,
): void {
  if (format === "json") io.stdout.write(`${asJson(rows, 2)}\n`);
  else if (format === "ndjson") for (const row of rows) io.stdout.write(`${asJson(row)}\n`);
  else if (format === "csv") io.stdout.write(asCsv(rows));
  else if (rows.length === 0) io.stderr.write(`${none}\n`);
  else io.stdout.write(renderTable(columns, rows, columnsOf(io.stdout), painter(io.stdout, io.env)));
}

/** The format named. @throws HearsayError `usage.format` */
export function formatOf(name: string): Format {
  const found = formats.find((format) => format === name);
  if (found === undefined)
    throw new HearsayError("usage.format", `There is no format "${name}": use ${formats.join(", ")}.`);
  return found;
}
