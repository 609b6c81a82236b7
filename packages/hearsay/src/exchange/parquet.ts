import { parquetWriteBuffer } from "hyparquet-writer";
import type { Cell } from "../records/cells.js";
import type { Writer } from "./file.js";
import { type Table, tablesOf } from "./tables.js";

/** A Parquet file for each table that has rows: a table without rows has no columns either. */
export const parquet: Writer = async (report) => {
  const files = (await tablesOf(report))
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({ name: `${table.name}.parquet`, content: bytesOf(table) }));
  return { files, left: [] };
};

type ColumnType = "STRING" | "DOUBLE" | "BOOLEAN" | "LIST";

function bytesOf({ rows }: Table): Uint8Array {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const cells = rows.map((row) => row[name] ?? null);
    const type = typeOf(cells);
    return { name, type, data: cells.map((cell) => stored(cell, type)) };
  });
  const schema = [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)];
  const columnData = columns.map(({ name, data }) => ({ name, data }));
  return new Uint8Array(parquetWriteBuffer({ columnData, schema: schema as never, createdBy: "hearsay" }));
}

/** One type a column: what all its cells are; text where they differ or none has any. */
function typeOf(cells: readonly Cell[]): ColumnType {
  const kinds = new Set(
    cells.filter((cell) => cell !== null).map((cell) => (typeof cell === "object" ? "list" : typeof cell)),
  );
  const [only] = kinds.size === 1 ? [...kinds] : ["string"];
  return ({ number: "DOUBLE", boolean: "BOOLEAN", list: "LIST" } as const)[only as "number"] ?? "STRING";
}

function stored(cell: Cell, type: ColumnType): unknown {
  if (cell === null || type !== "STRING") return cell === null ? undefined : cell;
  return typeof cell === "object" ? cell.join("; ") : String(cell);
}

/** A column in Parquet's own schema: lists in the three levels that its specification asks for. */
function elementsOf({ name, type }: { readonly name: string; readonly type: ColumnType }): readonly object[] {
  const text = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
  if (type === "LIST")
    return [
      { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "OPTIONAL", ...text },
    ];
  return [{ name, repetition_type: "OPTIONAL", ...(type === "STRING" ? text : { type }) }];
}
