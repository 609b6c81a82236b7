import type { Span } from "./span.js";

export type EntityKind = "person" | "body" | "state" | "place" | "group" | "other";

/** A span that names, describes or stands for someone or something. */
export interface Mention extends Span {
  /** How it refers: by name, by description ("the foreign minister", "a Russian source") or by pronoun. */
  readonly form: "name" | "description" | "pronoun";
  /** The entity it refers to within this article, or null when that is not settled. */
  readonly entity: string | null;
}

/** Who or what an article speaks of: one record per article; weigh joins them across the story. */
export interface Entity {
  /** Within an article `ARTICLE/e3`; across a story `entity-…`. */
  readonly id: string;
  readonly kind: EntityKind;
  /** The fullest name used, without role: "Dmitry Peskov". For an unnamed source its description. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** As given at that time: "Kremlin Press Secretary"; null when not said. */
  readonly role: string | null;
  /** The body or state it speaks or acts for, by name; null when not said. */
  readonly affiliation: string | null;
  /** ISO 3166-1 alpha-3 of the state it is or belongs to, or the state's own name when it is in no list; null if none. */
  readonly country: string | null;
  readonly gender: "f" | "m" | null;
  /** True for someone deliberately unnamed: "a senior official, who asked not to be named". */
  readonly anonymous: boolean;
}

const relational = /^(.*?)\s*\b(?:counterpart|colleague|opposite number)$/i;

/** "Norlander counterpart", "colleague": what someone is to somebody else in a sentence, which is no role of theirs. */
export const isRelational = (role: string): boolean => relational.test(role);
/** The words before it: "Norlander". */
export const relatedAs = (role: string): string => relational.exec(role)?.[1] ?? "";
