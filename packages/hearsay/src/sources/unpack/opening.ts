import type { Found } from "../../engine/ports.js";
import type { ColumnMap } from "../../model/fields.js";
import { contentHash, type Diagnostic } from "../../model/index.js";
import type { Budget, Parcel } from "./parcel.js";

/** What unpacking one file works with. */
export interface Opening {
  /** When it was retrieved. */
  readonly retrieved: string;
  /** How bad it is when something inside is not read. */
  readonly severity: Diagnostic["severity"];
  readonly budget: Budget;
  /** Which columns of tables and fields of records hold what, where the user says so. */
  readonly columns: ColumnMap;
  /** Opens what lies inside another. */
  readonly open: (parcel: Parcel) => AsyncGenerator<Found>;
}

/** Takes a container apart. What is wrong with all of it is thrown as a Trouble, after what could be read. */
export type Unpacker = (parcel: Parcel, opening: Opening) => AsyncGenerator<Found>;

export const nothing = (file: string, ...diagnostics: readonly Diagnostic[]): Found => ({
  capture: null,
  file,
  diagnostics,
});

/** One article found. */
export function capture(place: string, bytes: Uint8Array, { retrieved, budget }: Opening): Found {
  budget.take();
  return { capture: { hash: contentHash(bytes), place, retrieved, bytes }, diagnostics: [] };
}

/** One article found as a row or an object, with what the user says of its columns. */
export function record(place: string, bytes: Uint8Array, opening: Opening): Found {
  const found = capture(place, bytes, opening);
  if (found.capture === null || Object.keys(opening.columns).length === 0) return found;
  return { ...found, capture: { ...found.capture, hints: { columns: opening.columns } } };
}
