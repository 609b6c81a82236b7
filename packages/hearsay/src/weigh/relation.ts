import type { ClaimRelation, RevisionKind } from "../model/index.js";

/** The day an assertion holds for, ISO; null when the article has no date. */
export type AsOf = string | null;

export interface Held {
  readonly day: AsOf;
  /** Of an article without a date: the day of the latest that it cites, which it cannot be older than. */
  readonly since: AsOf;
}

/** Which of two holds for the later day, as far as dates and citations tell. */
export function laterOf(a: Held, b: Held): "a" | "b" | "neither" | "unknown" {
  if (a.day !== null && b.day !== null) return a.day === b.day ? "neither" : a.day > b.day ? "a" : "b";
  if (a.since !== null && b.day !== null && a.since >= b.day) return "a";
  if (b.since !== null && a.day !== null && b.since >= a.day) return "b";
  return "unknown";
}

export type Relation =
  | { readonly kind: "same" }
  | { readonly kind: "conflict"; readonly why: Exclude<ClaimRelation["kind"], RevisionKind> }
  | { readonly kind: "revision"; readonly why: RevisionKind; readonly later: "a" | "b" }
  /** Values of one series, of which nothing tells so far which is the later. */
  | { readonly kind: "open" }
  | { readonly kind: "none" };

/** Nothing to one another. */
export const none: Relation = { kind: "none" };
