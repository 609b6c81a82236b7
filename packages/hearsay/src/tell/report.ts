import type {
  ArticleEvidence,
  ClaimRelation,
  CommitmentStatus,
  DerivationKind,
  Diagnostic,
  Entity,
  Entry,
  EventMode,
  EventType,
  Grade,
  Interval,
  Judgement,
  Origin,
  Quote,
  Removed,
  Shift,
  Speaker,
  Statement,
  Take,
  Verdict,
  Version,
} from "../model/index.js";
import type { Brief, Reference } from "./brief.js";
import type { Difference } from "./wording.js";

/**
 * The public record of a story: what `report --format json` prints. Its JSON Schema is `schema/report.schema.json`.
 * Everything quoted carries `{article, start, end, text}` with `text === article.text.slice(start, end)`.
 */
export interface Report {
  readonly format: "hearsay-report";
  readonly version: 1;
  readonly story: { readonly name: string };
  readonly summary: Summary;
  readonly articles: readonly ReportArticle[];
  /** Earlier versions of articles that were changed where they stand: nothing is concluded from them. */
  readonly versions: readonly Version[];
  readonly derivations: readonly ReportDerivation[];
  readonly origins: readonly ReportOrigin[];
  /** Articles that cite one another in a ring, each list in citing order, first repeated last. */
  readonly circles: readonly (readonly string[])[];
  readonly entities: readonly Entity[];
  readonly statements: readonly ReportStatement[];
  /** What two or more articles report of one remark. */
  readonly remarks: readonly Remark[];
  readonly events: readonly ReportEvent[];
  readonly timeline: readonly TimelineEntry[];
  readonly claims: readonly ReportClaim[];
  readonly commitments: readonly ReportCommitment[];
  readonly figures: readonly ReportFigure[];
  readonly positions: readonly ReportPosition[];
  readonly causes: readonly ReportCause[];
  /** What analysts decided and still counts, oldest first: concepts are joined and parted by it. */
  readonly judgements: readonly Judgement[];
  readonly diagnostics: readonly Diagnostic[];
  readonly brief: Brief;
  /** What the numbers in the brief stand for, in the order of first use. */
  readonly references: readonly Reference[];
}

export interface Summary {
  readonly articles: number;
  readonly outlets: number;
  readonly origins: number;
  /** From the earliest to the latest date of publication; null when no article states one. */
  readonly period: Interval | null;
  readonly corroborated: number;
  readonly contradicted: number;
  readonly revised: number;
  /** Claims in two or more articles that all go back to one origin. */
  readonly echoed: number;
  readonly singleOrigin: number;
  readonly removedPassages: number;
  readonly removedCharacters: number;
}

export interface ReportArticle {
  readonly id: string;
  readonly file: string;
  readonly url: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  /** How the report names it: the outlet, else the file's own name, or the title where that is only a number or a hash. */
  readonly label: string;
  readonly published: string | null;
  readonly publishedWithin: Interval | null;
  readonly modified: string | null;
  readonly language: string;
  readonly agency: string | null;
  readonly translatedFrom: string | null;
  readonly firstPublishedIn: string | null;
  readonly section: string | null;
  /** The origin it goes back to. */
  readonly origin: string | null;
  readonly text: string;
  readonly removed: readonly Removed[];
  /** Where it is a live blog: its entries, each with its own time. */
  readonly entries: readonly Entry[];
  /** Where title, authors and dates were found, and what speaks against them. */
  readonly evidence: ArticleEvidence;
}

export interface ReportDerivation {
  readonly derived: string;
  readonly source: string | null;
  readonly outlet: string | null;
  readonly kind: DerivationKind;
  readonly score: number;
  readonly probability: number;
  readonly direction: "known" | "open";
  readonly reasons: readonly string[];
  readonly passages: readonly { readonly derived: Quote; readonly source: Quote | null }[];
}

export interface ReportOrigin extends Origin {
  /** 1, 2, 3 … in the order of first publication. */
  readonly number: number;
}

/** Words in one or more pieces; `text` is the pieces joined by " … ". */
export interface Pieces {
  readonly text: string;
  readonly parts: readonly Quote[];
}

export interface ReportStatement {
  readonly id: string;
  readonly article: string;
  /** `entity` is the story's entity, not the article's. */
  readonly speaker: Speaker;
  readonly source: Pieces;
  readonly cue: Pieces;
  readonly content: Pieces;
  readonly kind: Statement["kind"];
  readonly act: Statement["act"];
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly when: Interval | null;
  readonly negated: boolean;
  readonly hedged: boolean;
  readonly score: number;
}

/** One remark as two or more articles report it. */
export interface Remark {
  readonly id: string;
  readonly speaker: string;
  readonly entity: string | null;
  /** The statement that the others are compared with: the fullest in quotation marks, if there is one. */
  readonly base: string;
  /** In the order of publication. */
  readonly reports: readonly RemarkReport[];
}

/** How one article has the words of a remark, set beside the fullest telling. */
export interface RemarkReport {
  readonly statement: string;
  readonly article: string;
  /**
   * `fullest` the one compared with; `same` no word differs; `shortened` a quotation with words left out; `changed` a quotation
   * with other words; `retold` not in quotation marks, here or there.
   */
  readonly wording: "fullest" | "same" | "shortened" | "changed" | "retold";
  /** What the words went through between the two articles. */
  readonly through: "translation" | "spun" | null;
  /** Dots show that something was left out. */
  readonly marked: boolean;
  /** From the fullest telling to this one, word by word. */
  readonly differences: readonly Difference[];
}

export interface ReportActor {
  readonly name: string;
  readonly entity: string | null;
  readonly country: string | null;
  readonly span: Quote;
}

export interface ReportEvent {
  readonly id: string;
  readonly article: string;
  readonly span: Quote;
  readonly trigger: Quote;
  readonly type: EventType;
  readonly mode: EventMode;
  readonly who: string | null;
  readonly whom: string | null;
  readonly source: ReportActor | null;
  readonly target: ReportActor | null;
  readonly where: string | null;
  readonly when: Interval | null;
  readonly statement: string | null;
  readonly goldstein: number;
  readonly score: number;
}

/** One happening, however many articles have it. */
export interface TimelineEntry {
  readonly id: string;
  /** The narrowest interval any of its reports gives; null when none does. */
  readonly when: Interval | null;
  /** The event whose words stand for it, then the others that are copies of it or support the same claim. */
  readonly events: readonly string[];
  readonly claim: string | null;
  /** Distinct origins among its reports. */
  readonly origins: number;
}

export interface ReportClaim {
  readonly id: string;
  readonly proposition: string;
  readonly kind: "event" | "figure" | "state" | "statement";
  readonly support: readonly ReportSupport[];
  readonly origins: number;
  readonly verdict: Verdict;
  readonly conflicts: readonly string[];
  readonly revises: readonly string[];
  readonly relations: readonly ClaimRelation[];
  readonly grade: Grade;
  readonly looksCorroborated: boolean;
  readonly weight: number;
}

export interface ReportSupport {
  readonly article: string;
  readonly span: Quote;
  readonly origin: string;
  readonly partial: boolean;
  readonly statement: string | null;
  readonly speaker: string | null;
  readonly interested: boolean;
  readonly takenBack: boolean;
}

export interface ReportCommitment {
  readonly id: string;
  readonly article: string;
  readonly span: Quote;
  readonly status: CommitmentStatus;
  readonly by: string | null;
  readonly to: string | null;
  readonly object: Quote | null;
  readonly condition: Quote | null;
  readonly when: Interval | null;
  readonly statement: string | null;
  readonly score: number;
}

export interface ReportFigure {
  readonly id: string;
  readonly of: string;
  readonly unit: string | null;
  readonly reports: readonly ReportFigureReport[];
}

export interface ReportFigureReport {
  readonly article: string;
  readonly span: Quote;
  readonly min: number;
  readonly max: number | null;
  readonly exact: boolean;
  readonly origin: string;
  readonly asOf: string | null;
  readonly claim: string | null;
}

/** Where one actor stands on one issue, over time. */
export interface ReportPosition {
  readonly id: string;
  /** The story's entity. */
  readonly actor: string;
  readonly name: string;
  readonly issue: Quote;
  /** In the order of time; those of unknown date last. */
  readonly takes: readonly ReportTake[];
  /** `from` and `to` count the takes from 0. */
  readonly shifts: readonly Shift[];
}
export type ReportTake = Omit<Take, "article" | "start" | "end"> & { readonly span: Quote };

export interface ReportCause {
  readonly id: string;
  readonly article: string;
  readonly cause: Quote;
  readonly effect: Quote;
  readonly signal: readonly Quote[];
  readonly sign: "+" | "-";
  readonly hedged: boolean;
  readonly conditional: boolean;
  readonly negated: boolean;
  readonly by: string;
  readonly statement: string | null;
  readonly score: number;
}
