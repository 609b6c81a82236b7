import type { Quote } from "./span.js";

export type DerivationKind = "copy" | "excerpt" | "rewrite" | "spun" | "translation" | "cites";

/** Article `derived` comes from article `source`. */
export interface Derivation {
  readonly derived: string;
  /** An article of the story; null when only an outlet outside it is named. */
  readonly source: string | null;
  /** The outlet named, for `cites`. */
  readonly outlet: string | null;
  readonly kind: DerivationKind;
  /** 0–1: share of the smaller side's words accounted for by the other; 1 for an explicit citation. */
  readonly score: number;
  /**
   * 0–1: how likely it is that the two share a passage that one cannot have without the other: of pairs given 0.7, seven in
   * ten do, as measured on pairs left out of training. 1 for an explicit citation.
   */
  readonly probability: number;
  /** Open when nothing tells which came first; then derived/source are in id order. */
  readonly direction: "known" | "open";
  /** Why: "published 14 h later", "contained in it", "names the source". */
  readonly reasons: readonly string[];
  readonly passages: readonly Passage[];
}

/** The same passage in both texts; start and end in UTF-16 units. For `cites` only `derived` is given: the words that cite. */
export interface Passage {
  readonly derived: Quote;
  readonly source: Quote | null;
}

/** One independent voice: the articles that go back to it. */
export interface Origin {
  readonly id: string;
  /** The article the others go back to, as far as the story holds it. */
  readonly root: string;
  readonly articles: readonly string[];
}
