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
  /** Whoever says it is what it tells of, or speaks for the state that is: an interested party. */
  readonly interested: boolean;
  /** Whoever told it has taken it back since; not counted while others stand by it. */
  readonly takenBack: boolean;
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

/**
 * What a later claim does to an earlier one that it replaces: a value that rose or fell with time, one that was put right, a report
 * that was taken back, what was to come and has come.
 */
export const revisionKinds = ["grown", "fallen", "corrected", "withdrawn", "fulfilled"] as const;
export type RevisionKind = (typeof revisionKinds)[number];

export interface ClaimRelation {
  readonly claim: string;
  /** What two claims contradict one another in, or how this one replaces the other. */
  readonly kind: "date" | "number" | "who" | "polarity" | "denial" | "cause" | RevisionKind;
  readonly mine: Quote;
  readonly theirs: Quote;
}

export const isRevision = ({ kind }: Pick<ClaimRelation, "kind">): boolean =>
  (revisionKinds as readonly string[]).includes(kind);

/** Admiralty code, STANAG 2511: source reliability A–F, information credibility 1–6. */
export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
}
