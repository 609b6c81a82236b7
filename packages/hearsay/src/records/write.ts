import type { Cell } from "./cells.js";

export { asCsv } from "../tell/csv.js";

/** What a program gets of a row. */
export type Fields = Readonly<Record<string, Cell>>;

/** JSON in which no control character stands raw, so that printing it cannot steer a terminal. */
export function asJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped);
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
