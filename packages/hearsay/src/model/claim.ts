import type { Reliability } from "./outlet.js";
import type { Quote } from "./span.js";

export type Verdict = "corroborated" | "single-origin" | "contradicted" | "revised";

/** One article's words for a claim. */
export interface Support {
  readonly article: string;
  readonly span: Quote;
  /** The origin these words go back to: an origin id, or `src:NAME` for an informant shared by several articles. */
  readonly origin: string;
  /** Carries only part of the proposition; not counted. */
  readonly partial: boolean;
  /** The statement these words are reported in, if any. */
  readonly statement: string | null;
  readonly speaker: string | null;
}

/** Reports that assert the same proposition. Never overwritten: one that disagrees is another claim. */
export interface Claim {
  readonly id: string;
  /** The clearest wording among its reports, verbatim. */
  readonly proposition: string;
  readonly kind: "event" | "figure" | "state" | "statement";
  readonly support: readonly Support[];
  /** Distinct origins over support that is not partial. */
  readonly origins: number;
  readonly verdict: Verdict;
  readonly conflicts: readonly string[];
  /** Earlier claims this one replaces: a toll that rose, a correction. */
  readonly revises: readonly string[];
  /** Why it conflicts or revises, per other claim. */
  readonly relations: readonly ClaimRelation[];
  readonly grade: Grade;
  /** Two or more articles, one origin. */
  readonly looksCorroborated: boolean;
  /** 0–1 importance for the order of a report: spread over articles and origins, conflict, actors' prominence. */
  readonly weight: number;
}

export interface ClaimRelation {
  readonly claim: string;
  readonly kind: "date" | "number" | "who" | "polarity" | "denial" | "cause" | "grown" | "fallen";
  readonly mine: Quote;
  readonly theirs: Quote;
}

/** Admiralty code, STANAG 2511: source reliability A–F, information credibility 1–6. */
export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
}
