import type { Interval } from "./interval.js";
import type { Span } from "./span.js";

/** Who speaks, as far as the article says. */
export interface Speaker {
  /** The entity within the article, or null when it resolved to none. */
  readonly entity: string | null;
  /** Full name ("Dmitry Peskov", "Vesmaran army"); null for a role-only or anonymous source. Never invented. */
  readonly name: string | null;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly anonymous: boolean;
  /** Several unnamed people or a class of them: "analysts", "officials". */
  readonly collective: boolean;
  /** The source span's own words: "a Russian source with ties to the foreign ministry". */
  readonly description: string;
}

/** Someone conveyed something. */
export interface Statement {
  readonly id: string;
  readonly article: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** Quote marks left out where the whole is one quotation. */
  readonly content: readonly Span[];
  readonly kind: "direct" | "indirect" | "mixed";
  /** Speech, thought or intention; a document or poll that says; a question; a refusal to answer. */
  readonly act: "speech" | "thought" | "intention" | "document" | "question" | "refusal" | "denial";
  readonly speaker: Speaker;
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly when: Interval | null;
  readonly negated: boolean;
  readonly hedged: boolean;
  /** 0–1: the share of such attributions that were right on held-out text; see the model card. */
  readonly score: number;
}
