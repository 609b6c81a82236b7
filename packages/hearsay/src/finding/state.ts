import type { Near } from "../trace/sums.js";

/** All that a finder knows besides its articles' words. Plain data. */
export interface FinderState {
  /** The number that the next story gets. */
  readonly next: number;
  /** So many of the articles, the first, were there when everything was settled last. */
  readonly settled: number;
  /** The open articles, as they came. */
  readonly articles: readonly { readonly id: string; readonly story: number; readonly near: readonly Near[] }[];
}
