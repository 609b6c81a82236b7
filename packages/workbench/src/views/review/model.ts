import type { Judgement, Quote } from "hearsay";

/** Something uncertain, as the server puts it to the analyst. */
export interface ReviewItem {
  readonly id: string;
  readonly kind: "merge" | "direction" | "speaker" | "contradiction" | "claim" | "concept";
  readonly subjects: readonly string[];
  readonly question: string;
  readonly evidence: readonly Quote[];
  /** How sure Hearsay is of what it did, 0 to 1; null where that is not measured. */
  readonly score: number | null;
  /** The judgements that accepting and rejecting it are, and what they do. */
  readonly accept: Effect;
  readonly reject: Effect;
  readonly judged: Judgement | null;
}

interface Effect {
  readonly kind: Judgement["kind"];
  readonly does: string;
}

export const reviewKinds: Readonly<Record<ReviewItem["kind"], string>> = {
  merge: "are they the same?",
  direction: "does it come from there?",
  speaker: "is it they who speak?",
  contradiction: "do they contradict?",
  claim: "do they say the same?",
  concept: "are they one thing?",
};

export type Decision = "accept" | "reject" | "merge" | "split";

/** The judgement that a decision on an item makes; null where it makes none. To merge takes two actors. */
export function judgementFor(
  item: ReviewItem,
  decision: Decision,
): { readonly kind: Judgement["kind"]; readonly subjects: readonly string[] } | null {
  const actors = item.subjects.filter((s) => s.startsWith("entity-"));
  if (decision === "merge") return actors.length < 2 ? null : { kind: "merge", subjects: actors };
  if (decision === "split") return actors.length < 1 ? null : { kind: "split", subjects: actors };
  return { kind: item[decision].kind, subjects: item.subjects };
}

/** What was asked when this was decided; null where it is no question of these. */
export function questionOf({ subjects }: Pick<Judgement, "subjects">, items: readonly ReviewItem[]): string | null {
  const key = [...subjects].sort().join(" ");
  return items.find((item) => [...item.subjects].sort().join(" ") === key)?.question ?? null;
}

/** The place after one that has been decided: the next undecided one, else the next. */
export function nextPlace(items: readonly ReviewItem[], now: number): number {
  const later = items.findIndex((item, i) => i > now && item.judged === null);
  return later >= 0 ? later : Math.min(items.length - 1, now + 1);
}
