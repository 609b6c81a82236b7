import type { Interval } from "./interval.js";
import type { Span } from "./span.js";

/** PLOVER's sixteen types, those of cooperation first. */
export const eventTypes = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof eventTypes)[number];

export type EventMode = "asserted" | "denied" | "planned" | "demanded" | "hypothetical" | "historical" | "reported";

/** One side of an event: the words that name it and who that is. */
export interface Actor extends Span {
  readonly entity: string | null;
  /** "Norlander artillery": as named, or the entity's name for a pronoun. */
  readonly name: string;
  readonly country: string | null;
}

/** Who did what to whom, where, when, as one article has it. */
export interface Event extends Span {
  readonly id: string;
  readonly type: EventType;
  readonly mode: EventMode;
  /** The word or words that carry the type. */
  readonly trigger: Span;
  readonly who: Actor | null;
  readonly whom: Actor | null;
  readonly where: string | null;
  readonly when: Interval | null;
  /** The statement that reports it; null when the article asserts it itself. */
  readonly statement: string | null;
  /** Goldstein's scale of conflict (−10) and cooperation (+10) for the type. */
  readonly goldstein: number;
  readonly score: number;
}
