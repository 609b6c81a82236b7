import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type ColumnMap, hasArticle } from "../../model/fields.js";
import { peek } from "./bytes.js";
import { checkColumns, quoted } from "./columns.js";
import { delimiterOf } from "./detect.js";
import { flowOf } from "./flow.js";
import { nothing, type Opening, record, type Unpacker } from "./opening.js";
import { type Parcel, Trouble } from "./parcel.js";
import { Tally } from "./tally.js";
import { decoded, encodingOf } from "./text.js";

/** Longest row, in characters: a quotation mark that is never closed ends here. Of a longer text no more would be read. */
const maxRow = 6_000_000;
const sampleSize = 1_000_000;
/** So many bytes are parsed at once: all rows of one piece wait to be taken, and of a megabyte that would be too many. */
const pieceSize = 16_384;
const maxColumns = 10_000;

/**
 * Every row of a table whose first row names the columns, as a JSON object of them. Places are numbered as a
 * spreadsheet numbers rows, the names being row 1: "export.csv#2".
 */
export const unpackCsv: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const { place } = parcel;
  const { columns } = opening;
  const { head, chunks } = await peek(parcel.chunks, sampleSize);
  const encoding = encodingOf(head);
  const header = /^[^\r\n]*/.exec(new TextDecoder(encoding).decode(head).trimStart())![0];
  const rows = rowsOf(decoded(chunks, encoding), delimiterOf(header));
  const empty = new Tally();
  let [names, number]: [readonly string[] | null, number] = [null, 0];
  for await (const row of rows) {
    number++;
    // An empty line is a row to a spreadsheet, too.
    if (row.length === 1 && row[0] === "") continue;
    if (names === null) {
      names = namesIn(row, columns);
      continue;
    }
    const cells = recordOf(names, row);
    if (hasArticle(Object.keys(cells), columns))
      yield record(`${place}#${number}`, Buffer.from(JSON.stringify(cells)), opening);
    else empty.add(number);
  }
  if (names === null) throw new Trouble("empty", "There is nothing in it.", "Check that the export finished.");
  const words = ["row has no text", "rows have no text"] as const;
  yield nothing(place, ...empty.said(place, "warning", "no-field", words, "Check the rows."));
};

function namesIn(row: readonly string[], columns: ColumnMap): readonly string[] {
  if (row.length > maxColumns)
    throw new Trouble(
      "damaged",
      `Its first row names ${row.length} columns: no table of articles has so many.`,
      "Open it yourself and see what it holds.",
    );
  const names = row.map((name) => name.trim());
  checkColumns(columns, names);
  if (hasArticle(names, columns)) return names;
  throw new Trouble(
    "no-field",
    `Its first row names no column that is known for the text of an article: ${quoted(names)}.`,
    "Say which columns hold what: --columns text=NAME,title=NAME,published=NAME.",
  );
}

/** A row by its columns' names, empty cells left out; of two columns of one name the first. */
function recordOf(names: readonly string[], row: readonly string[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = Object.create(null);
  for (const [i, name] of names.entries()) {
    const value = row[i];
    if (name !== "" && value !== undefined && value.trim() !== "" && !(name in record)) record[name] = value;
  }
  return record;
}

/** The rows of a table; what is wrong with it all is thrown with its line. */
async function* rowsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRow,
  });
  const source = Readable.from(inPieces(text)).on("error", (error) => parser.destroy(error));
  try {
    yield* flowOf<readonly string[]>(source.pipe(parser));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines;
    const where = line === undefined ? "" : ` near line ${line}`;
    const unclosed = error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE";
    throw new Trouble(
      "damaged",
      unclosed
        ? `A quotation mark${where} is never closed, or a row is longer than ${maxRow} characters. The rows before were read.`
        : `It is no table as expected${where} (${error.message.slice(0, 150)}). The rows before were read.`,
      "Export it again as CSV with quotation marks doubled inside cells.",
    );
  } finally {
    source.destroy();
  }
}

/** As bytes, so that no letter is cut in two: the parser joins them. */
async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of text) {
    const bytes = Buffer.from(part);
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
}
