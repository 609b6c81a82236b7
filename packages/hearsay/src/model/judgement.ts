export const judgementKinds = ["accept", "reject", "rate", "merge", "split", "note", "withdraw"] as const;

/** An analyst's decision. Append-only; survives re-analysis. */
export interface Judgement {
  readonly id: string;
  /** `withdraw` takes back the judgements that are its subjects: they stay recorded and no longer count. */
  readonly kind: (typeof judgementKinds)[number];
  /** The records it concerns, by id, or an outlet's name for `rate`. */
  readonly subjects: readonly string[];
  /** The rating, the note. */
  readonly value: string | null;
  readonly who: string;
  readonly when: string;
  readonly why: string | null;
}

/**
 * The judgements that count, oldest first: none that was withdrawn, and of a rejection only what was not accepted
 * later, of a merging only what was not split later. What is split from each other was not
 * split from others: of two or more, a merging loses those that it had together. A withdrawal can be withdrawn itself: then what it took back
 * counts again.
 */
export function standing(judgements: readonly Judgement[]): readonly Judgement[] {
  const withdrawn = new Set<string>();
  // From the last to the first: what takes something back comes after it.
  const kept = judgements.toReversed().filter(({ id, kind, subjects }) => {
    if (withdrawn.has(id)) return false;
    if (kind === "withdraw") for (const subject of subjects) withdrawn.add(subject);
    return kind !== "withdraw";
  });
  const accepted = new Set<string>();
  const splits: (readonly string[])[] = [];
  const counting = kept.flatMap((judgement): readonly Judgement[] => {
    const { kind, subjects } = judgement;
    if (kind === "accept") for (const subject of subjects) accepted.add(subject);
    if (kind === "split") splits.push(subjects);
    if (kind === "reject")
      return withSubjects(
        judgement,
        subjects.filter((one) => !accepted.has(one)),
        1,
      );
    if (kind === "merge") {
      const parts = splits
        .filter((split) => split.length === 1 || split.filter((one) => subjects.includes(one)).length > 1)
        .flat();
      return withSubjects(
        judgement,
        subjects.filter((one) => !parts.includes(one)),
        2,
      );
    }
    return [judgement];
  });
  return counting.toReversed();
}

const withSubjects = (judgement: Judgement, subjects: readonly string[], least: number): readonly Judgement[] =>
  subjects.length >= least ? [{ ...judgement, subjects }] : [];
