import { alias, contentWords, type Draft, draft } from "./cast.js";
import { type Country, countryByAdjective, countryByCapital, countryByCode, countryByName } from "./countries.js";
import { genderOfName } from "./given-names.js";
import { seats } from "./lexicon.js";
import type { NameFind } from "./names.js";
import { noteRoles } from "./offices.js";
import { assign, type Casting, enter, lookUp, register, stateBefore } from "./register.js";
import type { OwnStates } from "./states.js";
import type { Word } from "./words.js";

/** Joins every name of the article to an entity; the order of finds does not matter for who is who. */
export function castNames(
  text: string,
  sentences: readonly (readonly Word[])[],
  finds: readonly NameFind[],
  states: OwnStates,
): Casting {
  const casting: Casting = {
    text,
    sentences,
    states,
    drafts: [],
    of: new Map(),
    index: new Map(),
    endingAt: new Map(),
    roleWords: new Map(),
  };
  const named = finds.filter((f) => f.form !== "title");
  const steps: [(f: NameFind) => boolean, (c: Casting, f: NameFind) => void][] = [
    [(f) => stateOf(f, states) !== null, castState],
    [(f) => f.kind === "body" || seatOf(f) !== null, castBody],
    [(f) => f.kind === "person" && f.words.length > 1, castPerson],
    [(f) => f.kind === "person", castSurname],
    [() => true, castOther],
  ];
  for (const [fits, cast] of steps) for (const f of named) if (!casting.of.has(f) && fits(f)) cast(casting, f);
  for (const f of named) if (f.kind === "person") noteRoles(casting, f);
  return casting;
}

const seatOf = (f: NameFind) => (seats.has(f.name.toLowerCase()) ? (seats.get(f.name.toLowerCase()) ?? "") : null);

interface StateName {
  readonly name: string;
  readonly code: string;
}
const known = (c: Country): StateName => ({ name: c.name, code: c.code });

/** The state a name or adjective stands for, from the lists or from the article itself. */
function stateOf(f: NameFind, states: OwnStates): StateName | null {
  const listed = f.form === "adjective" ? countryByAdjective(f.name) : countryByName(f.name);
  if (f.kind === "state" && listed) return known(listed);
  const own = states.adjectives.get(f.name.toLowerCase()) ?? (states.names.has(f.name) ? f.name : null);
  return own !== null && f.kind !== "body" ? { name: own, code: own } : null;
}

function castState(c: Casting, f: NameFind): void {
  const state = stateOf(f, c.states)!;
  const found = stateDraft(c, state);
  f.kind = "state";
  if (!isAdjective(c, f)) alias(found, f.name);
  assign(c, f, found);
}

export const isAdjective = (c: Casting, f: NameFind): boolean =>
  f.form === "adjective" || c.states.adjectives.has(f.name.toLowerCase());

function stateDraft(c: Casting, state: StateName): Draft {
  const key = `state ${state.code}`;
  return lookUp(c, key)[0] ?? enter(c, draft("state", state.name, { country: state.code }), [key]);
}

function castBody(c: Casting, f: NameFind): void {
  const seat = seatOf(f);
  const owner = stateBefore(c, f.words[0]!.sentence, f.words[0]!.at);
  const country = seat || owner?.country || null;
  const found = bodyDraft(c, f.name, country);
  found.country ??= country;
  found.affiliation ??= owner?.name ?? (seat ? (countryByCode(seat)?.name ?? null) : null);
  alias(found, f.name);
  f.kind = "body";
  assign(c, f, found);
}

/** The body of that name: the same words (in any order) or its initials, and no other state. */
export function bodyDraft(c: Casting, name: string, country: string | null): Draft {
  const keys = bodyKeys(name);
  const fits = (d: Draft) => !(country && d.country && d.country !== country);
  const found = keys.flatMap((key) => lookUp(c, key)).find(fits);
  if (!found) return enter(c, draft("body", name, { country, keys: new Set(contentWords(name)) }), keys);
  if (name.length > found.name.length) {
    found.aliases.add(found.name);
    found.name = name;
  }
  for (const w of contentWords(name)) found.keys.add(w);
  register(c, found, keys);
  return found;
}

/** A body's words in any order, and the letters it may go by: "LNA" and "Lowmoor News Agency" share "letters LNA". */
function bodyKeys(name: string): string[] {
  const words = `body ${contentWords(name).sort().join(" ")}`;
  const letters = name.replace(/\./g, "");
  if (/^\p{Lu}{2,8}$/u.test(letters)) return [words, `letters ${letters}`];
  const capitals = name.match(/\p{Lu}/gu)?.join("") ?? "";
  return capitals.length > 1 && /\s/.test(name) ? [words, `letters ${capitals}`] : [words];
}

function castPerson(c: Casting, f: NameFind): void {
  const last = f.words.at(-1)!.lower;
  const found = lookUp(c, `last ${last}`).find((d) => samePerson(d.name, f.name));
  const person = found ?? enter(c, draft("person", f.name), [`last ${last}`, `first ${f.words[0]!.lower}`]);
  if (f.name.length > person.name.length) {
    person.aliases.add(person.name);
    person.name = f.name;
  }
  alias(person, f.name);
  person.gender ??= f.gender ?? genderOfName(f.words[0]!.text);
  assign(c, f, person);
}

/** The same last name, and first names of which one list holds the other or its initials. */
function samePerson(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().split(" "), b.toLowerCase().split(" ")];
  if (x.at(-1) !== y.at(-1)) return false;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.slice(0, -1).every((w) => long.some((v) => v === w || (/^\p{L}\.?$/u.test(w) && v[0] === w[0])));
}

function castSurname(c: Casting, f: NameFind): void {
  const word = f.words.at(-1)!.lower;
  const people = lookUp(c, `last ${word}`);
  const fitting = people.filter((d) => !f.gender || !d.gender || d.gender === f.gender);
  const person =
    nearestNamed(c, f, fitting) ?? firstNamed(c, word) ?? enter(c, draft("person", f.name), [`last ${word}`]);
  person.gender ??= f.gender;
  alias(person, f.name);
  assign(c, f, person);
}

/** Several people share the surname: whoever was named last before this. */
function nearestNamed(c: Casting, f: NameFind, people: readonly Draft[]): Draft | undefined {
  if (people.length < 2) return people[0];
  let nearest: [number, Draft] | null = null;
  for (const [g, d] of c.of) {
    const start = g.words[0]!.start;
    if (people.includes(d) && start < f.words[0]!.start && start > (nearest?.[0] ?? -1)) nearest = [start, d];
  }
  return nearest?.[1] ?? people[0];
}

/** A single given name of exactly one person named in full. */
function firstNamed(c: Casting, word: string): Draft | undefined {
  const people = lookUp(c, `first ${word}`);
  return people.length === 1 ? people[0] : undefined;
}

function castOther(c: Casting, f: NameFind): void {
  const capital = metonym(c, f);
  if (capital) {
    alias(capital, f.name);
    assign(c, f, capital);
    return;
  }
  const key = `${f.kind} ${f.name}`;
  const found = lookUp(c, key)[0] ?? shortOrNew(c, f, key);
  found.country ??= f.kind === "place" ? (countryByCapital(f.name)?.code ?? null) : null;
  alias(found, f.name);
  assign(c, f, found);
}

function shortOrNew(c: Casting, f: NameFind, key: string): Draft {
  const words = contentWords(f.name);
  const short = f.kind === "place" ? undefined : shortFor(c, words);
  return short ?? enter(c, draft(f.kind ?? "other", f.name, { keys: new Set(words) }), [key]);
}

/** Bodies that go by their first words alone: "Ellery" for "Ellery Bank", but no town for its newspaper. */
const droppable = new Set(
  "bank group corp inc ltd plc llc company corporation holdings industries energy airlines airways motors systems technologies partners pharmaceuticals solutions".split(
    " ",
  ),
);
function shortFor(c: Casting, words: readonly string[]): Draft | undefined {
  for (const word of droppable) {
    const found = lookUp(c, `body ${[...words, word].sort().join(" ")}`)[0];
    if (found) return found;
  }
  return undefined;
}

const placePrepositions = new Set(
  "in at near outside inside around across from into via through throughout over toward towards reached left visited".split(
    " ",
  ),
);

/** A capital that acts or owns stands for its state: "Moscow said", "Tehran's reply"; after "in" it is the town. */
function metonym(c: Casting, f: NameFind): Draft | null {
  const [first, last] = [f.words[0]!, f.words.at(-1)!];
  const sentence = c.sentences[first.sentence]!;
  const before = sentence[first.at - 1]?.lower ?? "";
  const told = c.states.capitals.get(f.name.toLowerCase());
  const listed = countryByCapital(f.name);
  if ((!told && !listed) || placePrepositions.has(before)) return null;
  if (before === "to" && !["ambassador", "envoy"].includes(sentence[first.at - 2]?.lower ?? "")) return null;
  if (before === "capital" || (before === "," && sentence[first.at - 2]?.lower === "capital")) return null;
  if (sentence[last.at + 1]?.text === "," && (sentence[last.at + 2]?.lower === "the" || first.at === 0)) return null;
  if (told) return stateDraft(c, { name: told, code: told });
  return stateDraft(c, known(listed!));
}
