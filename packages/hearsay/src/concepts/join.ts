import { stableId } from "../model/index.js";
import { type Decisions, Joining } from "./judged.js";
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
  /** What judgements go by: the same wherever somebody uses exactly these words. */
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

/** The part of their words that two phrases about the same parties must share. */
const alike = 0.6;
/** Against so many other variables each is compared at most: those that share its main word. */
const compared = 500;

/** Phrases of exactly the same words: what judgements go by, and what is joined. */
interface Unit {
  readonly id: string;
  readonly variable: Variable;
  readonly members: readonly number[];
}

/**
 * Phrases joined into concepts, in the order in which they come: the same words about the same parties; much the same
 * words with the same main word and the same parties; the same words without a party where the story has them of one
 * party alone. What analysts decided goes before all of these. A concept has the id of the first of its wordings.
 */
export function joinPhrases(
  phrases: readonly Phrase[],
  decided: Decisions = [],
): { readonly concepts: readonly Concept[]; readonly conceptOf: readonly number[] } {
  const units = unitsOf(phrases);
  const joining = new Joining(units, decided);
  const groups = sameWords(units, joining);
  joinAlike(groups, joining);
  joinUnnamed(groups, joining);
  return settled(phrases, units, joining);
}

/** The id of a wording: it hangs on nothing but its words, so that no other article and no other reading changes it. */
export const wordingId = (text: string): string => stableId("concept", text);

function unitsOf(phrases: readonly Phrase[]): Unit[] {
  const by = new Map<string, number[]>();
  for (const [i, { text }] of phrases.entries()) {
    const same = by.get(text);
    if (same === undefined) by.set(text, [i]);
    else same.push(i);
  }
  return [...by].map(([text, members]) => ({
    ...{ id: wordingId(text), variable: phrases[members[0]!]!.variable, members },
  }));
}

/** Units with the same words and parties, by the first of those that stand for them: more than one where analysts took them apart. */
interface Group {
  readonly variable: Variable;
  readonly units: readonly number[];
}

function sameWords(units: readonly Unit[], joining: Joining): Group[] {
  const by = new Map<string, { variable: Variable; units: number[] }>();
  for (const [i, { variable }] of units.entries()) {
    const key = keyOf(variable);
    const group = by.get(key);
    if (group === undefined) by.set(key, { variable, units: [i] });
    else if (!group.units.some((other) => joining.join(other, i, "the same words"))) group.units.push(i);
  }
  return [...by.values()];
}

const keyOf = ({ words, parties }: Variable): string => [...words, "\u0000", ...parties].join(" ");

function joinGroups(a: Group, b: Group, joining: Joining, reason: string): void {
  for (const one of a.units) for (const other of b.units) joining.join(one, other, reason);
}

/** How much of their words two variables share; 0 where they share one or none, or say it of different parties. */
export function likeness(a: Variable, b: Variable): { readonly shared: readonly string[]; readonly part: number } {
  const shared = a.words.filter((word) => b.words.includes(word));
  const all = a.words.length + b.words.length - shared.length;
  const fits = same(a.parties, b.parties) && shared.length >= 2;
  return { shared, part: fits ? shared.length / all : 0 };
}

function joinAlike(groups: readonly Group[], joining: Joining): void {
  const byHead = new Map<string, number[]>();
  for (const [i, group] of groups.entries()) {
    const { variable } = group;
    if (variable.words.length < 2 || variable.vague) continue;
    const others = byHead.get(variable.head) ?? [];
    for (const j of others.slice(0, compared)) {
      const { shared, part } = likeness(variable, groups[j]!.variable);
      if (part >= alike) joinGroups(groups[j]!, group, joining, `shares ${shared.join(", ")}`);
    }
    byHead.set(variable.head, [...others, i]);
  }
}

/** "This regime falls", "a poor grain harvest", in a story that knows of one regime, of one party's grain harvest. */
function joinUnnamed(groups: readonly Group[], joining: Joining): void {
  const byHead = new Map<string, Group[]>();
  for (const group of groups) {
    const { head } = group.variable;
    if (head !== "") byHead.set(head, [...(byHead.get(head) ?? []), group]);
  }
  for (const together of byHead.values()) {
    const named = together.filter(({ variable }) => variable.parties.length > 0).slice(0, compared);
    for (const bare of together.filter(({ variable }) => variable.parties.length === 0)) {
      const fitting = named.filter(({ variable }) => isMeant(bare.variable, variable));
      if (fitting.length === 1) joinGroups(bare, fitting[0]!, joining, "the story has no other");
    }
  }
}

/** The same words, or two and more of them. */
function isMeant(bare: Variable, { words }: Variable): boolean {
  const within = bare.words.every((word) => words.includes(word));
  return within && (bare.words.length === words.length || (bare.words.length > 1 && !bare.vague));
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join("\u0000") === b.join("\u0000");

function settled(phrases: readonly Phrase[], units: readonly Unit[], joining: Joining) {
  const conceptOf = new Array<number>(phrases.length).fill(-1);
  const concepts = joining.groups().map((set, at): Concept => {
    const members = set.flatMap((u) => units[u]!.members.map((i) => ({ i, u }))).sort((a, b) => a.i - b.i);
    for (const { i } of members) conceptOf[i] = at;
    const name = clearest(members.map(({ i }) => phrases[i]!));
    const reasonOf = (u: number, text: string): string => {
      if (text === name.text) return "the name";
      if (keyOf(units[u]!.variable) === keyOf(name.variable)) return "the same words";
      return joining.why(u) ?? set.map((one) => joining.why(one)).find((why) => why !== undefined) ?? "the same words";
    };
    const wordings = members.map(({ i, u }): Wording => {
      const { text, article, start, end, variable } = phrases[i]!;
      const direction = variable.direction === name.variable.direction ? 1 : -1;
      return { id: units[u]!.id, text, article, start, end, direction, why: reasonOf(u, text) };
    });
    return { id: units[set[0]!]!.id, name: name.text, wordings };
  });
  return { concepts, conceptOf };
}

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
