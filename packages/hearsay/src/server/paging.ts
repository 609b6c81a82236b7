import { Problem } from "./problem.js";

interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}
export interface Page<T> {
  readonly total: number;
  readonly rows: T[];
  readonly next: string | null;
}

/** So many rows make a page when nothing else is said. */
const usual = 100;

/**
 * One page of a list. A cursor is good for the revision it was given with: rows would be missed or come twice otherwise.
 * @throws Problem `cursor.gone`, `cursor.invalid`
 */
export function page<T>(rows: readonly T[], { limit = usual, cursor }: Paging, revision: string): Page<T> {
  const from = cursor === undefined ? 0 : placeIn(cursor, revision);
  const shown = rows.slice(from, from + limit);
  const end = from + shown.length;
  return { total: rows.length, rows: shown, next: end < rows.length ? cursorOf(end, revision) : null };
}

const cursorOf = (at: number, revision: string): string => Buffer.from(`${at} ${revision}`).toString("base64url");

function placeIn(cursor: string, revision: string): number {
  const [, at, of] = /^(\d{1,9}) (.*)$/.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  if (at === undefined) throw new Problem(400, "cursor.invalid", "This is no cursor that a page ended with.");
  if (of !== revision) throw new Problem(410, "cursor.gone", "The story has changed since: begin with the first page.");
  return Number(at);
}
