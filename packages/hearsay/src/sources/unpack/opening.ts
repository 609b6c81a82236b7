import type { Found } from "../../engine/ports.js";
import { contentHash, type Diagnostic } from "../../model/index.js";
import type { Budget, Parcel } from "./parcel.js";

/** What unpacking one file works with. */
export interface Opening {
  /** When it was retrieved. */
  readonly retrieved: string;
  /** How bad it is when something inside is not read. */
  readonly severity: Diagnostic["severity"];
  readonly budget: Budget;
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
