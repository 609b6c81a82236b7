import { type ColumnMap, columnIn, valueAt } from "../../model/fields.js";
import type { Diagnostic } from "../../model/index.js";
import { problem } from "../problems.js";
import { Trouble } from "./parcel.js";

/** So many names are listed, and so much of each. */
const [listed, longest] = [20, 40];

/** Which columns that the user named the rows or objects of one file have. */
export class Columns {
  #wanted: readonly string[];
  #names: readonly string[] | null = null;

  constructor(columns: ColumnMap) {
    this.#wanted = Object.values(columns);
  }

  /** Takes note of an object's fields. */
  see(record: Readonly<Record<string, unknown>>): void {
    if (this.#wanted.length === 0) return;
    this.#names ??= Object.keys(record);
    this.#wanted = this.#wanted.filter((column) => valueAt(column, record) === undefined);
  }

  /** An error for what no object had; nothing when there was none. */
  said(place: string, severity: Diagnostic["severity"]): readonly Diagnostic[] {
    if (this.#names === null || this.#wanted.length === 0) return [];
    return [problem(severity, "no-column", place, lacking(this.#wanted, this.#names), remedy)];
  }
}

/** @throws Trouble when a table's first row has not every column that the user named */
export function checkColumns(columns: ColumnMap, names: readonly string[]): void {
  const missing = Object.values(columns).filter((column) => columnIn(column, names) === null);
  if (missing.length > 0) throw new Trouble("no-column", lacking(missing, names), remedy);
}

const lacking = (missing: readonly string[], names: readonly string[]): string =>
  `There is no column ${quoted(missing)}: ${names.length === 0 ? "it has none" : `there are ${quoted(names)}`}.`;
const remedy = "Name its columns as they stand there: --columns text=NAME,published=NAME.";

/** Names for a message, a bounded number of them and each cut short. */
export function quoted(names: readonly string[]): string {
  const list = names.slice(0, listed).map((name) => `"${name.length > longest ? `${name.slice(0, longest)}…` : name}"`);
  return names.length > listed ? `${list.join(", ")}, …` : list.join(", ");
}
