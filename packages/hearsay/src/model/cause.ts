import type { Span } from "./span.js";

/** One article has someone say that one thing brings about, raises, lowers or prevents another. */
export interface Cause {
  readonly id: string;
  readonly article: string;
  readonly cause: Span;
  readonly effect: Span;
  readonly signal: readonly Span[];
  /** + brings about or raises; − prevents or lowers. */
  readonly sign: "+" | "-";
  readonly hedged: boolean;
  readonly conditional: boolean;
  /** The asserter says that it does not. */
  readonly negated: boolean;
  /** Who asserts it: a speaker's name or description; "author" when the article does. */
  readonly by: string;
  readonly statement: string | null;
  readonly score: number;
}
