import type { Amount } from "./amount.js";
import type { Annotation } from "./annotation.js";
import type { Article } from "./article.js";
import type { Assertion } from "./assertion.js";
import type { Cause } from "./cause.js";
import type { Claim } from "./claim.js";
import type { Commitment } from "./commitment.js";
import type { Derivation, Origin } from "./derivation.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Event } from "./event.js";
import type { Judgement } from "./judgement.js";
import type { Entity } from "./mention.js";
import type { Position } from "./position.js";
import type { Statement } from "./statement.js";
import type { Version } from "./version.js";

/** What extract finds in one article. */
export interface Extraction {
  readonly article: string;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly commitments: readonly Commitment[];
  readonly causes: readonly Cause[];
  readonly assertions: readonly Assertion[];
}

/** What trace finds between articles. */
export interface Lineage {
  readonly derivations: readonly Derivation[];
  readonly origins: readonly Origin[];
  /** Articles that cite one another in a ring, each list in citing order, first repeated last. */
  readonly circles: readonly (readonly string[])[];
}

/** What weigh concludes. */
export interface Weighing {
  /** Entities across articles. */
  readonly entities: readonly Entity[];
  /** From an entity of one article to the entity of the story. */
  readonly entityOf: Readonly<Record<string, string>>;
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly positions: readonly Position[];
}

/** A quantity of something as reported over time: the rows of one table line. */
export interface Figure {
  readonly id: string;
  /** What is counted or measured, in the clearest report's words. */
  readonly of: string;
  readonly unit: string | null;
  readonly reports: readonly FigureReport[];
}
export interface FigureReport {
  readonly amount: Amount;
  readonly origin: string;
  /** ISO date the value holds for, or the article's date. */
  readonly asOf: string | null;
  readonly claim: string | null;
}

/** A set of captures and everything derived from them. */
export interface Story {
  readonly name: string;
  readonly articles: readonly Article[];
  readonly annotations: readonly Annotation[];
  readonly extractions: readonly Extraction[];
  readonly lineage: Lineage;
  readonly weighing: Weighing;
  /** Earlier versions of the articles: kept and compared, never counted. */
  readonly versions: readonly Version[];
  /** What analysts decided and still counts, oldest first. */
  readonly judgements: readonly Judgement[];
  readonly diagnostics: readonly Diagnostic[];
}
