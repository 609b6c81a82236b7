import { type Measured, Union } from "../model/index.js";
import type { Carried } from "./carry.js";
import type { Proposition } from "./propositions.js";
import type { Held } from "./relation.js";
import type { Tellers } from "./tellers.js";

/** A clause as one or more articles have it, word for word, each from another: what is compared once stands for all. */
export interface Distinct {
  /** The propositions, ascending. */
  readonly members: readonly number[];
  /** The one of them told first. */
  readonly first: Proposition;
  readonly held: Held;
  /** The articles that have it. */
  readonly articles: ReadonlySet<string>;
  /** Keys of the outlets and informants that tell it, with the propositions that are their word. */
  readonly tellers: ReadonlyMap<string, readonly number[]>;
  /** Where it takes back what was told before: keys of the outlets and informants whose word that was. */
  readonly takers: ReadonlySet<string> | null;
  /** Clauses carried over from one another, whatever became of their words, have one number. */
  readonly passage: number;
}

/**
 * The distinct clauses of a story, in the order of their first members: propositions that say the same in every respect and were carried over
 * from one another are one. A story of a thousand copies has hardly more of them than the article that was copied.
 */
export function distinctOf(
  propositions: readonly Proposition[],
  carried: readonly Carried[],
  held: readonly Held[],
  tellers: Tellers,
): Distinct[] {
  const passages = new Union(propositions.length);
  for (const { derived, source } of carried) passages.join(derived, source);
  return passages
    .groups()
    .flatMap((group) =>
      sameIn(group, propositions).map((members): Distinct => {
        const [first, ...others] = [...members].sort((a, b) => earlier(held[a]!, held[b]!) || a - b) as [number];
        return {
          ...{ members, first: propositions[first]!, held: held[first]!, passage: group[0]! },
          articles: new Set([first, ...others].map((one) => propositions[one]!.assertion.article)),
          tellers: tellersOf(members, propositions, tellers),
          takers: tellers.takingBack(propositions[first]!),
        };
      }),
    )
    .sort((a, b) => a.members[0]! - b.members[0]!);
}

function tellersOf(members: readonly number[], propositions: readonly Proposition[], tellers: Tellers) {
  const told = new Map<string, number[]>();
  for (const member of members)
    for (const key of tellers.of(propositions[member]!)) {
      const own = told.get(key);
      if (own === undefined) told.set(key, [member]);
      else own.push(member);
    }
  return told;
}

/** Those of one passage that say the same in every respect. */
function sameIn(group: readonly number[], propositions: readonly Proposition[]): readonly (readonly number[])[] {
  if (group.length === 1) return [group];
  const bySense = new Map<string, number[]>();
  for (const member of group) {
    const sense = senseOf(propositions[member]!);
    const same = bySense.get(sense);
    if (same === undefined) bySense.set(sense, [member]);
    else same.push(member);
  }
  return [...bySense.values()];
}

/** What is dated before what is not; a copy is as old as what it copies. */
function earlier(a: Held, b: Held): number {
  const [x, y] = [a, b].map(({ day, since }) => `${day ?? "~"} ${since ?? "~"}`) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** All that comparing two propositions looks at, but for where they stand. */
function senseOf(p: Proposition): string {
  const { assertion: a, statement } = p;
  return JSON.stringify([
    ...[p.wording, p.quoted, [...p.features], [...p.subject], [...p.actors], [...p.agent], [...p.patient]],
    ...[
      [...p.denied],
      [...p.places],
      [...p.people],
      p.borrowed,
      a.predicate,
      a.nominal,
      a.words,
      a.times,
      a.undated,
      a.events,
    ],
    ...[a.negated, a.denial, a.takenBack, p.corrects, a.beginning, a.conditional, a.future, a.amounts.map(measured)],
    statement && [statement.speaker.description, statement.kind],
  ]);
}

const measured = ({ amount: { min, max, exact, unit, noun }, ...rest }: Measured) => ({
  min,
  max,
  exact,
  unit,
  noun,
  ...rest,
});

/**
 * What two clauses can contradict or follow one another by. Of one passage, whose clauses are one claim unless that parts them, others
 * need not be compared.
 */
export function stanceOf({ first: { assertion: a, denied, subject, places } }: Distinct): string {
  const amounts = a.amounts.map(({ amount: { min, max, unit }, measure }) => [min, max, unit, measure]);
  return JSON.stringify([
    a.predicate,
    a.negated,
    a.denial,
    a.beginning,
    a.times,
    a.undated,
    amounts,
    [...denied],
    [...subject],
    [...places],
  ]);
}
