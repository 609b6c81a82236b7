import type { RemovalReason, Removed } from "../model/index.js";
import { findPromos } from "./promos.js";

/** A line or block with the decision on it: kept where `reason` is null. */
export interface Piece {
  readonly text: string;
  readonly reason: RemovalReason | null;
}

export interface Assembled {
  readonly text: string;
  readonly removed: readonly Removed[];
}

/**
 * Puts an article's text together: kept pieces become paragraphs separated by a blank line, promotions inside them
 * are cut out, and everything left out is listed with the offset at which it stood.
 */
export function assemble(pieces: readonly Piece[]): Assembled {
  const parts: string[] = [];
  const removed: Removed[] = [];
  let length = 0;
  for (const { text, reason } of pieces) {
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
  }
  return { text: parts.join("\n\n"), removed };
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
