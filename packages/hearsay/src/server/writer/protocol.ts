import type { Progress } from "../../engine/index.js";
import type { Outcome, Parcel } from "./writer.js";

/** What the server asks of the writing process. */
export type Order =
  | { readonly number: number; readonly do: "refresh"; readonly path: string }
  | { readonly number: number; readonly do: "add"; readonly path: string; readonly parcel: Parcel }
  | { readonly number: number; readonly do: "stop" };

/** What the writing process says of an order. */
export type Word =
  | { readonly number: number; readonly progress: Progress }
  | { readonly number: number; readonly done: Outcome | null }
  | { readonly number: number; readonly failed: Failed };

/** An error as it goes from one process to the other. */
export interface Failed {
  readonly code: string | null;
  readonly message: string;
  readonly stack: string | undefined;
}
