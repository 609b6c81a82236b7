import type { Sentence, Token } from "@hearsay/english";
import type { Draft } from "./cast.js";
import { isPleonastic } from "./pleonastic.js";
import type { Reading, Seen } from "./reading.js";
import type { Word } from "./words.js";

/** How a mention stands in its clause: its relation and the position of the token that governs it. */
export interface Standing {
  readonly relation: string;
  readonly governor: number;
  /** The token that bears the relation. */
  readonly head: number;
}

const climbed = /^(?:conj|appos|flat|nmod:desc)/;

/** The standing of tokens `from` to `to`; members of a row and appositions stand as what they hang on. */
export function standingOf(tokens: readonly Token[], from: number, to: number): Standing {
  let at = from;
  for (let i = from; i <= to; i++)
    if (tokens[i]!.head < from || tokens[i]!.head > to) {
      at = i;
      break;
    }
  for (let steps = 0; steps < 6 && climbed.test(tokens[at]!.deprel) && tokens[at]!.head >= 0; steps++)
    at = tokens[at]!.head;
  return { relation: tokens[at]!.deprel, governor: tokens[at]!.head, head: at };
}

type Sort = "he" | "she" | "it" | "they";
const sorts: ReadonlyMap<string, Sort> = new Map([
  ...["he", "him", "his", "himself"].map((w) => [w, "he"] as const),
  ...["she", "her", "hers", "herself"].map((w) => [w, "she"] as const),
  ...["it", "its", "itself"].map((w) => [w, "it"] as const),
  ...["they", "them", "their", "theirs", "themselves"].map((w) => [w, "they"] as const),
]);

export const isPronoun = (word: Word): boolean => sorts.has(word.lower);

export const mayMeanThing = (word: Word): boolean => {
  const sort = sorts.get(word.lower);
  return sort === "it" || sort === "they";
};

/** How many sentences back each pronoun looks, and how many mentions at most. */
const reach: Readonly<Record<Sort, number>> = { he: 8, she: 8, it: 2, they: 3 };
const manyMentions = 80;
export const farthestThing = 3;
/** What a mention counts a sentence later; what the best must be, and how far ahead of the next one. */
const decay: Readonly<Record<Sort, number>> = { he: 0.4, she: 0.4, it: 0.5, they: 0.5 };
const lead = 1.1;
/** What mere possibility counts: no gender known, no name, a body or a state as "they". */
const [genderless, nameless, bodyAsThey, stateAsThey] = [0.4, 0.8, 0.5, 0.2];
/** What it adds that the pronoun stands in a clause below: "X said that it …", "X, who left because he …". */
const above = 0.6;
const relative = 0.9;

/** Prominence of a mention by its relation, after Lappin and Leass (1994), scaled to the subject. */
const prominence: ReadonlyMap<string, number> = new Map([
  ["nsubj", 1],
  ["nsubj:pass", 0.95],
  ["root", 0.7],
  ["obj", 0.6],
  ["iobj", 0.55],
  ["nmod:poss", 0.55],
  ["obl:agent", 0.5],
  ["obl", 0.4],
  ["nmod", 0.3],
]);
const slight = 0.25;
const leastOfPerson = 0.6;
/** Relations of clauses: a name that bears one was misplaced by the parser, mostly the speaker after a quotation. */
const misplaced = /^(?:ccomp|parataxis|advcl|acl|dep|csubj)/;

interface Candidate {
  readonly draft: Draft | null;
  weight: number;
  latest: Seen;
}

/**
 * Whom a pronoun of the third person means: of those that agree with it and stand near before it, whoever is most
 * prominent, nearer mentions counting more. Null when nobody agrees, when two are as good as each other, when a thing
 * without a name is more prominent, or when "it" stands for nothing.
 */
export function pronounReferent(reading: Reading, word: Word, trees: readonly Sentence[]): Draft | null {
  const sort = sorts.get(word.lower)!;
  const tokens = trees[word.sentence]!.tokens;
  if (sort === "it" && isPleonastic(tokens, word.from)) return null;
  const standing = standingOf(tokens, word.from, word.to);
  const own = /sel(?:f|ves)$/.test(word.lower);
  if (own) {
    const subject = subjectOf(reading, word, standing, sort);
    if (subject) return settle(subject, sort);
  }
  const [best, next] = rank(reading, word, { ...standing, above: ancestors(tokens, word.from) }, sort);
  if (!best?.draft) return null;
  if (next && best.weight < next.weight * lead && !ofOneState(best, next)) return null;
  return settle(best.draft, sort);
}

/** A state and its government are not two to choose between. */
const ofOneState = (a: Candidate, b: Candidate): boolean =>
  a.draft !== null && b.draft !== null && a.draft.country !== null && a.draft.country === b.draft.country;

/** The tokens that govern a token, nearest first. */
function ancestors(tokens: readonly Token[], at: number): ReadonlySet<number> {
  const out = new Set<number>();
  for (let i = tokens[at]!.head; i >= 0 && !out.has(i) && out.size < 20; i = tokens[i]!.head) out.add(i);
  return out;
}

interface Place extends Standing {
  readonly above: ReadonlySet<number>;
}

function settle(draft: Draft, sort: Sort): Draft {
  if (sort === "he") draft.gender ??= "m";
  if (sort === "she") draft.gender ??= "f";
  return draft;
}

/** Whom a reflexive pronoun means: who stands right before it ("the captain himself"), else the nearest subject. */
function subjectOf(reading: Reading, word: Word, standing: Standing, sort: Sort): Draft | null {
  const there = reading.bySentence[word.sentence]!.filter((s) => s.draft !== null && fit(s, sort) > 0);
  const subjects = there.filter(isSubject);
  const found =
    there.find((s) => word.start - s.end === 1) ??
    subjects.find((s) => s.governor === standing.governor) ??
    subjects.at(-1);
  return found?.draft ?? null;
}

function rank(reading: Reading, word: Word, standing: Place, sort: Sort): Candidate[] {
  const candidates = new Map<Draft | string, Candidate>();
  const { seen } = reading;
  for (let i = seen.length - 1; i >= Math.max(0, seen.length - manyMentions); i--) {
    const s = seen[i]!;
    const back = word.sentence - s.sentence;
    if (back > reach[sort]) break;
    if (s.weak && s.form === "name") continue;
    const share = fit(s, sort);
    if (share === 0 || s.end > word.start || isBarred(s, word, standing)) continue;
    const weight = share * weigh(s, back, standing, decay[sort]) + (back === 0 ? overhead(s, standing) : 0);
    const key = s.draft ?? s.thing ?? "";
    const known = candidates.get(key);
    if (known) known.weight += weight;
    else candidates.set(key, { draft: s.draft, weight, latest: s });
  }
  return [...candidates.values()].sort((a, b) => b.weight - a.weight || b.latest.start - a.latest.start);
}

/** The noun that the pronoun's clause is relative to, or the subject of a clause that it hangs on. */
function overhead(s: Seen, standing: Place): number {
  if (standing.above.has(s.head)) return relative;
  return isSubject(s) && standing.above.has(s.governor) ? above : 0;
}

function weigh(s: Seen, back: number, standing: Standing, fading: number): number {
  const base = prominence.get(s.relation) ?? (misplaced.test(s.relation) ? 0.7 : slight);
  const person = s.form === "name" && s.draft?.kind === "person" ? leastOfPerson : 0;
  const parallel = back > 0 && isSubject(s) && isSubject(standing) ? 0.25 : 0;
  return (Math.max(base, person) + parallel) * fading ** back;
}

const isSubject = (s: Standing): boolean => s.relation.startsWith("nsubj");

/** One verb's subject and object are not the same unless the pronoun is reflexive: "X met him". */
function isBarred(s: Seen, word: Word, standing: Standing): boolean {
  if (s.sentence !== word.sentence || s.governor !== standing.governor) return false;
  return s.relation !== "nmod:poss" && standing.relation !== "nmod:poss" && !/sel(?:f|ves)$/.test(word.lower);
}

const thingFits = (plural: boolean, sort: Sort): number =>
  (sort === "it" && !plural) || (sort === "they" && plural) ? 1 : 0;

/** How well a mention agrees with a pronoun: 0 not at all, 1 fully, less where number or gender is only possible. */
function fit(s: Seen, sort: Sort): number {
  const d = s.draft;
  if (d === null) return s.thing === null ? 0 : thingFits(s.plural, sort);
  if (sort === "he" || sort === "she") {
    if (d.kind !== "person" || d.plural) return 0;
    const known = d.described ? nameless : 1;
    if (d.gender === null) return genderless * known;
    return d.gender === (sort === "he" ? "m" : "f") ? known : 0;
  }
  if (sort === "they") return d.plural ? 1 : d.kind === "body" ? bodyAsThey : d.kind === "state" ? stateAsThey : 0;
  return d.kind === "person" || d.kind === "group" || d.plural ? 0 : 1;
}
