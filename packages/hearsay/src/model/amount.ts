import type { Span } from "./span.js";

/** A number or a vague quantity, its unit, and what is counted. The span covers number and unit: "$2.6 billion", "hundreds". */
export interface Amount extends Span {
  /** Inclusive range it can mean: 34 is [34, 34]; "hundreds" [200, 999]; "about 350" widened; "at least 40" [40, Infinity] as null max. */
  readonly min: number;
  readonly max: number | null;
  readonly exact: boolean;
  /** Normalised unit: "USD", "percent", "km", "m3/s", "families"; null for a bare count. */
  readonly unit: string | null;
  /** What is counted, as words of the sentence: "Vesmaran soldiers"; null when nothing is. */
  readonly of: Span | null;
  /** Lower-case lemma of the head noun counted or measured, for comparing: "soldier". */
  readonly noun: string | null;
}

/** Two amounts can both be true of one thing: their ranges meet. */
export function agree(a: Amount, b: Amount): boolean {
  return a.unit === b.unit && a.min <= (b.max ?? Infinity) && b.min <= (a.max ?? Infinity);
}
