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

/** The kinds as they are chosen from. */
export const reviewFilters: Readonly<Record<ReviewItem["kind"], string>> = {
  contradiction: "contradictions",
  claim: "same claim",
  merge: "same actor",
  direction: "descent",
  speaker: "speakers",
  concept: "causes",
};

/** What tells a question from the others of its kind, for lists: the words it is about. */
export function shortOf({ question, evidence, kind }: Pick<ReviewItem, "question" | "evidence" | "kind">): string {
  const quoted = [...question.matchAll(/“([^”]+)”/g)].map(([, words]) => words!);
  const first = evidence[0]?.text ?? question;
  if (kind === "speaker" && quoted.length > 0) return `${quoted[0]}: ${evidence.at(-1)?.text ?? ""}`;
  return quoted.length === 0 ? first : quoted.join(kind === "direction" ? " ← " : " / ");
}

/** A question as a row of a file. */
export const rowOf = ({ kind, question, score, judged, evidence, subjects }: ReviewItem) => ({
  kind,
  question,
  score,
  decided: judged?.kind ?? null,
  by: judged?.who ?? null,
  when: judged?.when ?? null,
  why: judged?.why ?? null,
  subjects: subjects.join(" "),
  words: evidence.map(({ text }) => text).join(" | "),
});

export type Decision = "accept" | "reject" | "merge" | "split";

/** The judgement that a decision on an item makes; null where it makes none. To merge takes two actors, a descent is split. */
export function judgementFor(
  item: ReviewItem,
  decision: Decision,
): { readonly kind: Judgement["kind"]; readonly subjects: readonly string[] } | null {
  const actors = item.subjects.filter((s) => s.startsWith("entity-"));
  if (decision === "merge") return actors.length < 2 ? null : { kind: "merge", subjects: actors };
  if (decision === "split" && item.kind === "direction") return { kind: "split", subjects: item.subjects };
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
