import type { Near } from "../trace/sums.js";
import type { Move } from "./moves.js";

/** All that a finder knows besides its articles' words. Plain data. */
export interface FinderState {
  /** The number that the next story gets. */
  readonly next: number;
  /** So many of the articles, the first, were there when everything was settled last. */
  readonly settled: number;
  /** The open articles, as they came. */
  readonly articles: readonly { readonly id: string; readonly story: number; readonly near: readonly Near[] }[];
}

/** What came of one article. */
export interface Placed {
  readonly id: string;
  /** The story's number: they are counted as stories begin, and never used again. */
  readonly story: number;
  /** Mean likeness to the story's other articles, cosine over telling words, 0 to 1; null when it begins one. */
  readonly likeness: number | null;
  /** What settling changed, when this article was the one at which everything was settled anew. */
  readonly settled: readonly Move[];
}

/** Which articles have a stem, and at which place among their stems. */
export interface Postings {
  readonly articles: number[];
  readonly places: number[];
}
