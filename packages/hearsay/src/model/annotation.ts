import type { Sentence } from "@hearsay/english";
import type { Amount } from "./amount.js";
import type { Entity, Mention } from "./mention.js";
import type { Moment } from "./moment.js";
import type { Span } from "./span.js";

/** Everything found in one article's text before anything is concluded from it. All lists are in text order. */
export interface Annotation {
  readonly article: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly moments: readonly Moment[];
  readonly amounts: readonly Amount[];
  readonly quotations: readonly Quotation[];
}

/** Words between quotation marks, marks not included. Scare quotes of one or two words count too. */
export interface Quotation extends Span {
  /** True when it goes on from the paragraph before (opening mark repeated, no closing mark there). */
  readonly continues: boolean;
}
