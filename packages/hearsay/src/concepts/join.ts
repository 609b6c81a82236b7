import { stableId, Union } from "../model/index.js";
import type { Variable } from "./phrase.js";

/** A phrase of the record and what it says can go up or down. */
export interface Phrase {
  readonly text: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly variable: Variable;
}

/** Something that can go up or down, in all the words that mean it. */
export interface Concept {
  readonly id: string;
  /** The clearest of its phrases. That it is so, or more of it, is 1; that it is not so, or less, −1. */
  readonly name: string;
  readonly wordings: readonly Wording[];
}

/** One way in which a concept is put. */
export interface Wording {
  /** What judgements go by: two wordings with the same words and parties have the same. */
  readonly id: string;
  readonly text: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  /** 1 where it says the same as the concept's name, −1 where the opposite: "falls" to "survives". */
  readonly direction: 1 | -1;
  /** Why it is taken for the same as the name. */
  readonly why: string;
}

/** What analysts decided: wordings by id that are one concept, and those that are none. */
export interface Decided {
  readonly merges: readonly (readonly string[])[];
  readonly splits: readonly (readonly string[])[];
}

/** The part of their words that two phrases about the same parties must share. */
const alike = 0.6;
/** Against so many other variables each is compared at most: those that share its main word. */
const compared = 500;

interface Group {
  readonly id: string;
  readonly variable: Variable;
  readonly members: readonly number[];
}

/**
 * Phrases joined into concepts, in the order of first mention: the same words about the same parties; much the same
 * words with the same main word and the same parties; the same words without a party where the story has them of one party alone.
 */
export function joinPhrases(
  phrases: readonly Phrase[],
  decided: Decided = { merges: [], splits: [] },
): { readonly concepts: readonly Concept[]; readonly conceptOf: readonly number[] } {
  const groups = grouped(phrases);
  const union = new Union(groups.length);
  const why = new Map<number, string>();
  const apart = (a: number, b: number): boolean =>
    decided.splits.some(
      (split) => split.includes(groups[a]!.id) && (split.length === 1 || split.includes(groups[b]!.id)),
    ) || decided.splits.some((split) => split.length === 1 && split.includes(groups[b]!.id));
  const join = (a: number, b: number, reason: string): void => {
    if (union.find(a) === union.find(b) || apart(a, b)) return;
    union.join(a, b);
    why.set(Math.max(a, b), reason);
  };
  joinAlike(groups, join);
  joinUnnamed(groups, join);
  const place = new Map(groups.map(({ id }, i) => [id, i]));
  for (const merge of decided.merges) {
    const [first, ...rest] = merge.flatMap((id) => place.get(id) ?? []);
    for (const other of rest)
      if (first !== undefined && union.find(first) !== union.find(other)) {
        union.join(first, other);
        why.set(Math.max(first, other), "an analyst's judgement");
      }
  }
  return settled(phrases, groups, union, why);
}

function grouped(phrases: readonly Phrase[]): Group[] {
  const by = new Map<string, number[]>();
  for (const [i, { variable }] of phrases.entries()) {
    const key = [...variable.words, "\u0000", ...variable.parties].join(" ");
    by.set(key, [...(by.get(key) ?? []), i]);
  }
  return [...by].map(([key, members]) => ({
    ...{ id: stableId("concept", key), variable: phrases[members[0]!]!.variable, members },
  }));
}

type Join = (a: number, b: number, reason: string) => void;

function joinAlike(groups: readonly Group[], join: Join): void {
  const byHead = new Map<string, number[]>();
  for (const [i, { variable }] of groups.entries()) {
    if (variable.words.length < 2 || variable.vague) continue;
    const others = byHead.get(variable.head) ?? [];
    for (const j of others.slice(0, compared)) {
      const other = groups[j]!.variable;
      const shared = variable.words.filter((word) => other.words.includes(word));
      const all = variable.words.length + other.words.length - shared.length;
      if (same(variable.parties, other.parties) && shared.length >= 2 && shared.length / all >= alike)
        join(j, i, `shares ${shared.join(", ")}`);
    }
    byHead.set(variable.head, [...others, i]);
  }
}

/** "this regime falls", in a story that knows of one regime. */
function joinUnnamed(groups: readonly Group[], join: Join): void {
  const byWords = new Map<string, number[]>();
  for (const [i, { variable }] of groups.entries()) {
    const key = variable.words.join(" ");
    if (key !== "") byWords.set(key, [...(byWords.get(key) ?? []), i]);
  }
  for (const together of byWords.values()) {
    const bare = together.find((i) => groups[i]!.variable.parties.length === 0);
    const named = together.filter((i) => i !== bare);
    if (bare !== undefined && named.length === 1) join(bare, named[0]!, "the story has no other");
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join("\u0000") === b.join("\u0000");

function settled(phrases: readonly Phrase[], groups: readonly Group[], union: Union, why: ReadonlyMap<number, string>) {
  const conceptOf = new Array<number>(phrases.length).fill(-1);
  const concepts = union.groups().map((set, at): Concept => {
    const members = set.flatMap((g) => groups[g]!.members.map((i) => ({ i, g }))).sort((a, b) => a.i - b.i);
    for (const { i } of members) conceptOf[i] = at;
    const name = clearest(members.map(({ i }) => phrases[i]!));
    const wordings = members.map(({ i, g }): Wording => {
      const { text, article, start, end, variable } = phrases[i]!;
      const direction = variable.direction === name.variable.direction ? 1 : -1;
      const reason =
        why.get(g) ??
        (groups[g]!.variable === name.variable ? "the same words" : (joined(set, why) ?? "the same words"));
      return { id: groups[g]!.id, text, article, start, end, direction, why: text === name.text ? "the name" : reason };
    });
    return { id: groups[set[0]!]!.id, name: name.text, wordings };
  });
  return { concepts, conceptOf };
}

const joined = (set: readonly number[], why: ReadonlyMap<number, string>): string | undefined =>
  set.map((g) => why.get(g)).find((reason) => reason !== undefined);

/** What names a concept: no "it" or "this", who is meant said, not undone, not long, said often; then the shortest, then the first. */
function clearest(members: readonly Phrase[]): Phrase {
  const times = new Map<string, number>();
  for (const { text } of members) times.set(text.toLowerCase(), (times.get(text.toLowerCase()) ?? 0) + 1);
  const rank = ({ text, variable }: Phrase): readonly number[] => [
    variable.vague || /^(?:this|that|these|those|its|their|his|her)\b/i.test(text) ? 1 : 0,
    /\b(?:not|no|never)\b|n['’]t\b/.test(text) ? 1 : 0,
    -Math.min(1, variable.parties.length),
    text.length > 60 ? 1 : 0,
    -(times.get(text.toLowerCase()) ?? 0),
    text.length,
  ];
  return members.reduce((best, one) => (before(rank(one), rank(best)) ? one : best));
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}
