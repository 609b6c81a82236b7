import type { Entry, RemovalReason, Removed } from "../model/index.js";
import { findPromos } from "./promos.js";

/** A line or block with the decision on it: kept where `reason` is null. */
export interface Piece {
  readonly text: string;
  readonly reason: RemovalReason | null;
  /** Where it begins an entry of a live blog; null where it ends the last one. */
  readonly opens?: Opening | null;
}

/** An entry before it is known where its text stands. */
export type Opening = Omit<Entry, "start" | "end">;

export interface Assembled {
  readonly text: string;
  readonly removed: readonly Removed[];
  readonly entries: readonly Entry[];
}

/**
 * Puts an article's text together: kept pieces become paragraphs separated by a blank line, promotions inside them
 * are cut out, and everything left out is listed with the offset at which it stood.
 */
export function assemble(pieces: readonly Piece[]): Assembled {
  const parts: string[] = [];
  const removed: Removed[] = [];
  const entries: Entry[] = [];
  let opening: Opening | null = null;
  let length = 0;
  for (const { text, reason, opens } of pieces) {
    if (opens !== undefined) opening = opens;
    if (reason !== null) {
      removed.push({ text, reason, at: length });
      continue;
    }
    const start = length === 0 ? 0 : length + 2;
    const { kept, cuts } = withoutPromos(text);
    if (kept === "") {
      removed.push(...cuts.map((cut) => ({ ...cut, at: length })));
      continue;
    }
    removed.push(...cuts.map((cut) => ({ ...cut, at: start + cut.at })));
    parts.push(kept);
    length = start + kept.length;
    if (opening !== null) lengthen(entries, opening, start, length);
  }
  return { text: parts.join("\n\n"), removed, entries };
}

/** A paragraph is the first of an entry, or its next. */
function lengthen(entries: Entry[], opening: Opening, start: number, end: number): void {
  const last = entries.at(-1);
  const goesOn = last !== undefined && last.evidence === opening.evidence;
  if (goesOn) entries[entries.length - 1] = { ...last, end };
  else entries.push({ start, end, ...opening });
}

/** A paragraph without the promotions inside it; `at` counts in what is kept. */
export function withoutPromos(paragraph: string): { readonly kept: string; readonly cuts: readonly Removed[] } {
  const promos = findPromos(paragraph);
  if (promos.length === 0) return { kept: paragraph, cuts: [] };
  const cuts: Removed[] = [];
  let kept = "";
  let from = 0;
  for (const { start, end, reason } of promos) {
    kept = join(kept, paragraph.slice(from, start));
    cuts.push({ text: paragraph.slice(start, end).trim(), reason, at: kept.length });
    from = end;
  }
  return { kept: join(kept, paragraph.slice(from)), cuts };
}

const join = (before: string, after: string): string =>
  before === "" ? after.trim() : after.trim() === "" ? before : `${before} ${after.trim()}`;
