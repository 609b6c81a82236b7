/** An analyst's decision. Append-only; survives re-analysis. */
export interface Judgement {
  readonly id: string;
  readonly kind: "merge" | "split" | "accept" | "reject" | "rate" | "note";
  /** The records it concerns, by id, or an outlet's name for `rate`. */
  readonly subjects: readonly string[];
  /** The rating, the note. */
  readonly value: string | null;
  readonly who: string;
  readonly when: string;
  readonly why: string | null;
}
