import type { Interval } from "./interval.js";
import type { Span } from "./span.js";

export const commitmentStatuses = [
  "requested",
  "demanded",
  "offered",
  "promised",
  "threatened",
  "announced",
  "signed",
  "in-force",
  "delivered",
  "refused",
  "broken",
  "expired",
  "denied",
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** One step in the life of an agreement, offer, request, promise, threat, delivery or refusal, as one article has it. */
export interface Commitment extends Span {
  readonly id: string;
  readonly status: CommitmentStatus;
  readonly by: string | null;
  readonly to: string | null;
  /** What is promised, asked or delivered: the words that say it. */
  readonly object: Span | null;
  readonly condition: Span | null;
  readonly when: Interval | null;
  readonly statement: string | null;
  readonly score: number;
}
