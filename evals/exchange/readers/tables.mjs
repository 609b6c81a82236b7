// Spreadsheets and databases: csv, ndjson, parquet, plover.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { load, packageVersion, run, versionOf } from "../programs.mjs";
import { same } from "./same.mjs";

const rowsOf = (path) => parse(readFileSync(path), { bom: true });
const files = (folder, end) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(end))
    .sort();
const lines = (path) => readFileSync(path, "utf8").trim().split("\n");

/** Rows of a query, as DuckDB sees them. */
async function duck(query) {
  const { DuckDBInstance } = await load("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    return (await connection.runAndReadAll(query)).getRowsJson();
  } finally {
    connection.closeSync();
  }
}
const quoted = (path) => `'${path.replaceAll("'", "''")}'`;
const duckdb = { reader: "DuckDB", version: () => packageVersion("@duckdb/node-api") };

export const tables = [
  {
    format: "csv",
    reader: "LibreOffice Calc",
    version: () => versionOf("soffice", "--version"),
    async read(folder) {
      const out = mkdtempSync(join(tmpdir(), "hearsay-calc-"));
      try {
        const tables = files(folder, ".csv");
        // 44 commas, 34 double quotation marks, 76 UTF-8, from line 1; every column as the program itself would take it.
        const calc = [
          "--headless",
          `-env:UserInstallation=file://${out}/user`,
          "--infilter=CSV:44,34,76,1",
          "--convert-to",
          "fods",
        ];
        run("soffice", [...calc, "--outdir", out, ...tables.map((file) => join(folder, file))]);
        let cells = 0;
        for (const file of tables) {
          const sheet = readFileSync(join(out, file.replace(/csv$/, "fods")), "utf8");
          if (/table:formula=/.test(sheet)) throw new Error(`${file}: a cell became a formula`);
          const rows = rowsOf(join(folder, file));
          same(sheetRows(sheet), rows.length, `${file}: rows`);
          cells += rows.length * rows[0].length;
        }
        return `${tables.length} tables, ${cells} cells, no formula`;
      } finally {
        rmSync(out, { recursive: true, force: true });
      }
    },
  },
  {
    format: "csv",
    ...duckdb,
    async read(folder) {
      const tables = files(folder, ".csv");
      for (const file of tables) {
        const [[count]] = await duck(
          `select count(*) from read_csv(${quoted(join(folder, file))}, strict_mode = true, header = true, all_varchar = true)`,
        );
        same(Number(count), rowsOf(join(folder, file)).length - 1, `${file}: rows`);
      }
      return `${tables.length} tables, strict`;
    },
  },
  {
    format: "ndjson",
    reader: "jq",
    version: () => versionOf("jq", "--version"),
    async read(folder) {
      const tables = files(folder, ".ndjson");
      for (const file of tables) {
        const count = Number(run("jq", ["-s", "length", join(folder, file)]));
        same(count, readFileSync(join(folder, file), "utf8").split("\n").length - 1, `${file}: rows`);
      }
      return `${tables.length} tables`;
    },
  },
  {
    format: "ndjson",
    ...duckdb,
    async read(folder) {
      const tables = files(folder, ".ndjson").filter((file) => readFileSync(join(folder, file)).length > 0);
      for (const file of tables) {
        const [[count]] = await duck(
          `select count(*) from read_json(${quoted(join(folder, file))}, format = 'newline_delimited', sample_size = -1)`,
        );
        same(Number(count), lines(join(folder, file)).length, `${file}: rows`);
      }
      return `${tables.length} tables`;
    },
  },
  {
    format: "parquet",
    ...duckdb,
    async read(folder, report) {
      const tables = files(folder, ".parquet");
      for (const file of tables) await duck(`select * from read_parquet(${quoted(join(folder, file))})`);
      const [[count]] = await duck(`select count(*) from read_parquet(${quoted(join(folder, "claims.parquet"))})`);
      same(Number(count), report.claims.length, "claims");
      const typed = await duck(
        `select distinct column_type from (describe select * from read_parquet(${quoted(join(folder, "claims-support.parquet"))}))`,
      );
      return `${tables.length} tables; types ${typed.flat().sort().join(", ")}`;
    },
  },
  {
    format: "parquet",
    reader: "hyparquet",
    version: () => packageVersion("hyparquet"),
    async read(folder, report) {
      const { parquetReadObjects } = await load("hyparquet");
      const rows = async (file) => {
        const bytes = readFileSync(join(folder, file));
        return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
      };
      for (const file of files(folder, ".parquet")) await rows(file);
      same((await rows("claims.parquet")).length, report.claims.length, "claims");
      return `${files(folder, ".parquet").length} tables`;
    },
  },
  {
    format: "plover",
    ...duckdb,
    async read(folder) {
      const tsv = (file, header) =>
        duck(
          `select * from read_csv(${quoted(join(folder, file))}, delim = '\t', quote = '', escape = '', header = ${header}, all_varchar = true, strict_mode = true, null_padding = false)`,
        );
      const [polecat, events, mentions] = [
        await tsv("polecat.txt", true),
        await tsv("gdelt.events.tsv", false),
        await tsv("gdelt.mentions.tsv", false),
      ];
      const wide = ([row]) => row?.length ?? 0;
      same([wide(polecat), wide(events), wide(mentions)].join(), "40,61,16", "columns");
      const known = new Set(events.map(([id]) => id));
      same(
        mentions.every(([id]) => known.has(id)),
        true,
        "every mention is of an event",
      );
      return `${polecat.length} + ${events.length} events, ${mentions.length} mentions, strict`;
    },
  },
  {
    format: "plover",
    reader: "jq",
    version: () => versionOf("jq", "--version"),
    read: async (folder, report) => {
      const count = Number(run("jq", ["-s", "length", join(folder, "plover.jsonl")]));
      return `${count} of ${report.events.length} reports of events`;
    },
  },
];

/** Rows of a flat ODS sheet; repeated ones, as many as it says; empty ones behind the last, none. */
function sheetRows(sheet) {
  const rows = [...sheet.matchAll(/<table:table-row([^>]*)>(.*?)<\/table:table-row>/gs)];
  return rows
    .filter(([, , inner]) => inner.includes("<text:p"))
    .reduce((sum, [, head]) => sum + Number(/number-rows-repeated="(\d+)"/.exec(head)?.[1] ?? 1), 0);
}
