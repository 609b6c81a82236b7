import type { Sentence } from "@hearsay/english";
import type { Draft } from "./cast.js";
import type { Standing } from "./pronouns.js";

/** A mention with its entity, while the article is read from left to right. */
export interface Seen extends Standing {
  readonly start: number;
  readonly end: number;
  readonly form: "name" | "description" | "pronoun" | "thing";
  readonly draft: Draft | null;
  readonly sentence: number;
  readonly at: number;
  /** An adjective of nationality: no referent for "it" or "the country". */
  readonly weak: boolean;
  /** For form "thing": the noun, and whether it is plural. */
  readonly thing: string | null;
  readonly plural: boolean;
}

/** The mentions read so far, and the first ones of each sentence. */
export interface Reading {
  readonly seen: Seen[];
  readonly bySentence: Seen[][];
  readonly trees: readonly Sentence[];
}
