import { type TProperties, type TSchema, Type } from "typebox";
import type { ClaimRelation, Diagnostic, Entity, Grade, Interval, Quote, Version } from "../../model/index.js";
import { type Judgement, judgementKinds } from "../../model/judgement.js";
import type { Reference, Section } from "../../tell/brief.js";
import type {
  Remark,
  ReportArticle,
  ReportCause,
  ReportClaim,
  ReportCommitment,
  ReportDerivation,
  ReportEvent,
  ReportFigure,
  ReportOrigin,
  ReportPosition,
  ReportStatement,
  ReportSupport,
  Summary,
  TimelineEntry,
} from "../../tell/report.js";

/** A part of the report, by its name in `schema/report.schema.json`. */
const part = <T>(name: string) => Type.Unsafe<T>({ $ref: `#/components/schemas/${name}` });

/** The parts of a report that answers are made of. */
export const shapes = {
  quote: part<Quote>("quote"),
  interval: part<Interval>("interval"),
  article: part<ReportArticle>("article"),
  /** An article without its text and what was removed from it. */
  articleRow: part<ArticleRow>("articleRow"),
  listedArticle: part<ListedArticle>("listedArticle"),
  listedDerivation: part<ListedDerivation>("listedDerivation"),
  listedClaim: part<ListedClaim>("listedClaim"),
  happening: part<Happening>("happening"),
  /** An article and everything found in it. */
  markedArticle: part<ReportArticle & { readonly marks: readonly Mark[] }>("markedArticle"),
  /** A claim, those it conflicts with and those it revises. */
  claimAmongOthers: part<
    ReportClaim & { readonly opponents: readonly ReportClaim[]; readonly revised: readonly ReportClaim[] }
  >("claimAmongOthers"),
  version: part<Version>("version"),
  derivation: part<ReportDerivation>("derivation"),
  origin: part<ReportOrigin>("origin"),
  entity: part<Entity>("entity"),
  statement: part<ReportStatement>("statement"),
  event: part<ReportEvent>("event"),
  timelineEntry: part<TimelineEntry>("timelineEntry"),
  claim: part<ReportClaim>("claim"),
  support: part<ReportSupport>("support"),
  relation: part<ClaimRelation>("relation"),
  grade: part<Grade>("grade"),
  commitment: part<ReportCommitment>("commitment"),
  figure: part<ReportFigure>("figure"),
  position: part<ReportPosition>("position"),
  remark: part<Remark>("remark"),
  cause: part<ReportCause>("cause"),
  diagnostic: part<Diagnostic>("diagnostic"),
  section: part<Section>("section"),
  reference: part<Reference>("reference"),
  summary: part<Summary>("summary"),
} as const;
/** Something found in an article, where its words stand. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: "statement" | "event" | "commitment" | "cause" | "figure" | "claim";
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
}
export type ArticleRow = Omit<ReportArticle, "text" | "removed">;

/** What lists and pictures of a whole story take of a record, by property. */
export const listed = {
  article: ["id", "file", "title", "authors", "outlet", "label", "published", "agency", "origin"],
  derivation: ["derived", "source", "outlet", "kind", "score"],
  claim: ["id", "proposition", "kind", "verdict", "grade", "origins", "looksCorroborated", "weight"],
} as const;
export type ListedArticle = Pick<ReportArticle, (typeof listed.article)[number]>;
export type ListedDerivation = Pick<ReportDerivation, (typeof listed.derivation)[number]>;
export type ListedClaim = Pick<ReportClaim, (typeof listed.claim)[number]>;

/** A happening as a timeline shows it. */
export interface Happening {
  readonly id: string;
  readonly when: Interval | null;
  readonly event: string;
  readonly article: string;
  readonly who: string | null;
  readonly whom: string | null;
  readonly trigger: string;
  readonly words: string;
  readonly mode: string;
  readonly goldstein: number;
}

/** An object that holds these properties and no others. */
export const exactly = <P extends TProperties>(properties: P, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description !== undefined && { description }) });

/** Null, or what the schema says. */
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** One of some words. */
export const oneOf = <const T extends readonly string[]>(words: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: "string", enum: [...words], ...(description !== undefined && { description }) });

/** A page of a list. */
export const pageOf = <T extends TSchema>(row: T) =>
  exactly({
    total: Type.Integer({ minimum: 0, description: "How many there are on all pages." }),
    rows: Type.Array(row),
    next: orNull(Type.String({ description: "The cursor of the next page." })),
  });

/** What pages are asked for with. */
export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: "`next` of the page before." })),
} as const;

/** A text of a query: bounded, because everything asked is. */
export const words = (description: string, maxLength = 200) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description }));
export const several = (description: string) =>
  Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 50,
      description: `${description} Repeatable.`,
    }),
  );

const dates = "^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2})?)?)?$";
/** A date as filters take it. */
export const day = (description: string) =>
  Type.Optional(Type.String({ pattern: dates, description: `${description}: 2026, 2026-03 or 2026-03-14.` }));

/** The filters that all lists of records share with the command line. */
export const filters = {
  article: several("Only from this article: id, file or file name."),
  outlet: words("Only from outlets whose name holds this."),
  who: words("Only where somebody whose name or role holds this speaks or acts."),
  type: several("Only of this type, as the command of the same name has it under --type."),
  since: day("Only on or after this date"),
  until: day("Only on or before this date"),
  q: words("Only where the exact words hold this."),
} as const;

export const id = Type.String({ minLength: 1, maxLength: 200 });
export const storyPath = exactly({ s: Type.String({ minLength: 1, maxLength: 120, description: "A story's name." }) });
export const itemPath = exactly({ s: storyPath.properties.s, id });

export const judgement = Type.Unsafe<Judgement>(
  exactly({
    id: Type.String(),
    kind: oneOf(judgementKinds),
    subjects: Type.Array(Type.String()),
    value: orNull(Type.String()),
    who: Type.String(),
    when: Type.String({ description: "ISO 8601, UTC." }),
    why: orNull(Type.String()),
  }),
);
