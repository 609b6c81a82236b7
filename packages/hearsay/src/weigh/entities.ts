import {
  type Annotation,
  type Entity,
  inBritish,
  isRelational,
  type Judgement,
  stableId,
  Union,
} from "../model/index.js";
import { ofList, ofObject } from "./remember.js";

export interface JoinedEntities {
  readonly entities: readonly Entity[];
  /** From an article's entity id to the story's. */
  readonly entityOf: Readonly<Record<string, string>>;
  /** From a person, body or place of the story to the entity of the state it belongs to, where both are known. */
  readonly stateOf: ReadonlyMap<string, string>;
}

/**
 * Joins each article's entities into the story's: the same full name; a bare surname with the one person who bears
 * it; spellings of one given name ("Massoud"/"Masoud"); an acronym with its long form; one state by its country.
 * Anonymous sources are never joined: two "senior officials" are two people until an analyst says otherwise.
 */
export function joinEntities(annotations: readonly Annotation[], judgements: readonly Judgement[]): JoinedEntities {
  const locals = annotations.flatMap(localsOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  const union = new Union(locals.length);
  joinByKey(locals, union);
  joinDemonyms(locals, union);
  joinPeople(locals, union);
  const named = union.groups().map((group) => ({ group, entity: mergedOf(group.map((i) => locals[i]!)) }));
  return settle(oncePerId(named, locals), locals, judgements);
}

/** Ids are made of names: what is called the same and was not joined, a place and a person of one name, is one entry all the same. */
function oncePerId(named: readonly Pick<Named, "group" | "entity">[], locals: readonly Local[]) {
  const byId = new Map<string, Pick<Named, "group" | "entity">>();
  for (const one of named) {
    const same = byId.get(one.entity.id);
    const group = same === undefined ? one.group : [...same.group, ...one.group];
    const entity = same === undefined ? one.entity : { ...mergedOf(group.map((i) => locals[i]!)), id: one.entity.id };
    byId.set(one.entity.id, { group, entity });
  }
  return [...byId.values()];
}

/** An entity of one article; what no name identifies ("the ship's owner") is nobody in particular outside it. */
interface Local extends Entity {
  readonly named: boolean;
}

function localEntities({ mentions, entities }: Annotation): Local[] {
  const named = new Set(mentions.flatMap((m) => (m.form === "name" ? [m.entity] : [])));
  return entities.map((e) => ({ ...e, named: named.has(e.id) }));
}

const localsOf = ofObject(localEntities);

function joinByKey(locals: readonly Local[], union: Union): void {
  const first = new Map<string, number>();
  locals.forEach((entity, i) => {
    for (const key of keysKnown(entity)) {
      const seen = first.get(key);
      if (seen === undefined) first.set(key, i);
      else union.join(seen, i);
    }
  });
}

/** What identifies an entity by itself, wherever it stands. Kinds are left out: taggers of two articles may differ. */
function keysOf(entity: Local): string[] {
  if (entity.anonymous || !entity.named) return [`only\u0000${entity.id}`];
  const country = entity.kind === "state" && entity.country ? [`state\u0000${entity.country}`] : [];
  const names = [entity.name, ...(entity.kind === "person" ? [] : entity.aliases.filter(isAcronym))];
  const keys = names.map(normalName).filter((name) => name !== "" && (entity.kind !== "person" || name.includes(" ")));
  return [...country, ...keys.map((name) => `name\u0000${name}`)];
}

const keysKnown = ofObject(keysOf);

const isAcronym = (name: string): boolean => /^[A-Z][A-Z.&]{1,7}$/.test(name);

/** Lower case, British, without marks, article, possessive, punctuation and space between initials: what names are compared by. */
export function normalName(name: string): string {
  const known = normalNames.get(name);
  if (known !== undefined) return known;
  if (normalNames.size >= mostNames) normalNames.clear();
  const normal = normalised(name);
  normalNames.set(name, normal);
  return normal;
}

/** Those made last: a story says the same few thousand names over and over. */
const normalNames = new Map<string, string>();
const mostNames = 20_000;

function normalised(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\p{L}(?![\p{L}\p{N}]))/gu, "$1")
    .replace(/\p{L}+/gu, (word) => inBritish(word));
}

/** "Vesmaran" is Vesmara's: an adjective or people's name joins the place or state that it is formed from. */
function joinDemonyms(locals: readonly Local[], union: Union): void {
  const first = new Map<string, number>();
  locals.forEach((e, i) => {
    const name = normalName(e.name);
    if (!e.anonymous && e.named && !name.includes(" ") && !first.has(name)) first.set(name, i);
  });
  for (const [name, i] of first)
    for (const form of demonymsOf(name)) {
      const j = first.get(form);
      if (j !== undefined) union.join(i, j);
    }
}

function demonymsOf(name: string): string[] {
  if (name.length < 4) return [];
  const stem = name.replace(/[aeiouy]+$/, "");
  const regular = ["n", "an", "ian", "i", "ese", "ish", "er"].map((ending) => name + ending);
  const cut = stem === name ? [] : ["an", "ian", "i", "ese", "ish"].map((ending) => stem + ending);
  return [...regular, ...cut].flatMap((form) => [form, `${form}s`]);
}

function joinPeople(locals: readonly Local[], union: Union): void {
  const bySurname = new Map<string, number[]>();
  const others = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, key: string, i: number) => to.set(key, [...(to.get(key) ?? []), i]);
  const firstWords = new Set<string>();
  locals.forEach((entity, i) => {
    if (entity.anonymous || !entity.named) return;
    const words = normalName(entity.name).split(" ");
    if (entity.kind === "person" && words.at(-1)!.length > 1) add(bySurname, words.at(-1)!, i);
    else if (words.length === 1 && (entity.kind === "other" || entity.kind === "body")) add(others, words[0]!, i);
    else if (entity.kind === "body") firstWords.add(words[0]!);
  });
  for (const [surname, bearers] of bySurname) {
    // "Brill" whom one article does not show to be a person is the one that another names in full; not so "Fox" beside "Fox News".
    const open = firstWords.has(surname) ? [] : (others.get(surname) ?? []);
    joinBearers(bearers, open, locals, union);
  }
}

/** One surname: spellings of one full name join first; bare surnames join if that leaves a single person. */
function joinBearers(
  bearers: readonly number[],
  open: readonly number[],
  locals: readonly Entity[],
  union: Union,
): void {
  const bare: number[] = [];
  const full: number[] = [];
  const byGiven = new Map<string, number>();
  for (const i of bearers) {
    const given = normalName(locals[i]!.name).split(" ").slice(0, -1).join(" ");
    (given === "" ? bare : full).push(i);
    const same = byGiven.get(given);
    if (same === undefined) byGiven.set(given, i);
    else if (given !== "") union.join(same, i);
  }
  const spellings = [...byGiven].filter(([given]) => given !== "");
  for (const [x, a] of spellings) for (const [y, b] of spellings) if (a < b && sameGiven(x, y)) union.join(a, b);
  const people = new Set(full.map((i) => union.find(i)));
  if (people.size === 1) for (const i of [...bare, ...open]) union.join(full[0]!, i);
  if (people.size === 0) for (const i of bare) union.join(bare[0]!, i);
}

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  // What stands before a full name is a title: "Agent Peter", "Police Chief Ann".
  if (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)) return true;
  const [x, y] = [a.split(" ")[0]!, b.split(" ")[0]!];
  if (isShort(x, y) || isShort(y, x)) return true;
  return a[0] === b[0] && editDistance(x, y) <= (Math.min(a.length, b.length) >= 5 ? 2 : 1);
}

/** "Chris" for "Christopher", "Bill" for "William". */
const isShort = (short: string, long: string): boolean =>
  (short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short)) ||
  (shortForms.get(short)?.includes(long) ?? false);

/** Short forms that are not how the given name begins. */
const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  `bill william|billy william|will william|bob robert|bobby robert|rob robert|chuck charles|charlie charles|mike michael
   |mick michael|dick richard|rick richard|jim james|jimmy james|joe joseph|tom thomas|ted edward theodore|ned edward
   |tony anthony|jack john|johnny john|dave david|steve stephen steven|jeff jeffrey geoffrey|larry lawrence laurence
   |hank henry|harry henry harold|peggy margaret|maggie margaret|liz elizabeth|beth elizabeth|betty elizabeth
   |kate katherine catherine|kathy katherine catherine|cathy catherine|sandy alexander sandra|alex alexander
   |nick nicholas|andy andrew|drew andrew|debbie deborah|sue susan|becky rebecca|jenny jennifer|patty patricia
   |trish patricia|mitch mitchell|bernie bernard|ed edward|eddie edward|jerry gerald jerome|terry terence
   |ron ronald|ken kenneth|ray raymond|greg gregory|doug douglas|vince vincent|gene eugene`
    .split("|")
    .map((line) => line.trim().split(/\s+/))
    .map(([short, ...long]) => [short!, long] as const),
);

/** Levenshtein's distance, for names. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

function merged(group: readonly Local[]): Entity {
  const name = mostCommon(group.map((e) => e.name));
  const best = group.find((e) => e.name === name)!;
  return {
    id: stableId("entity", best.anonymous || !group.some((e) => e.named) ? best.id : "name", normalName(name)),
    kind: mostCommon(group.map((e) => e.kind)),
    name,
    aliases: [...new Set(group.flatMap((e) => [e.name, ...e.aliases]))].filter((alias) => alias !== name).sort(),
    role: longest(group.map((e) => e.role).filter((role) => role === null || !isRelational(role))),
    affiliation: mostCommonOrNull(group.map((e) => e.affiliation)),
    country: mostCommonOrNull(group.map((e) => e.country)),
    gender: mostCommonOrNull(group.map((e) => e.gender)),
    anonymous: group.some((e) => e.anonymous),
  };
}

const mergedOf = ofList(merged);

/** The value that stands most often; of equals the longest, then the first in order. */
function mostCommon<T extends string>(values: readonly T[]): T {
  const count = new Map<T, number>();
  for (const value of values) count.set(value, (count.get(value) ?? 0) + value.split(" ").length);
  return [...count].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]![0];
}
function mostCommonOrNull<T extends string>(values: readonly (T | null)[]): T | null {
  const given = values.filter((value) => value !== null);
  return given.length > 0 ? mostCommon(given) : null;
}
function longest(values: readonly (string | null)[]): string | null {
  const given = values.filter((value) => value !== null).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return given[0] ?? null;
}

/** An actor while analysts' decisions are applied: its id, every id it has gone by, and whom it stands for. */
interface Named {
  readonly id: string;
  readonly known: readonly string[];
  readonly group: readonly number[];
  readonly entity: Entity;
}

/** Applies the analysts' merges and splits in the order in which they were made, then writes the map from article to story. */
function settle(
  named: readonly Pick<Named, "group" | "entity">[],
  locals: readonly Local[],
  judgements: readonly Judgement[],
): JoinedEntities {
  const begun = named.map((one): Named => ({ ...one, id: one.entity.id, known: [one.entity.id] }));
  const settled = judgements.reduce<readonly Named[]>((all, judgement) => {
    if (judgement.kind === "merge") return together(all, judgement, locals);
    return judgement.kind === "split" ? all.flatMap((one) => apart(one, judgement, locals)) : all;
  }, begun);
  const entityOf: Record<string, string> = {};
  const entities = settled.map(({ id, group, entity }) => {
    for (const member of group) entityOf[locals[member]!.id] = id;
    return entity.id === id ? entity : { ...entity, id };
  });
  return { entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)), entityOf, stateOf: statesOf(entities) };
}

/** `merge ENTITY ENTITY…`: one actor, by the id of the first. */
function together(all: readonly Named[], { subjects }: Judgement, locals: readonly Local[]): readonly Named[] {
  const meant = [...new Set(subjects.flatMap((id) => all.find(({ known }) => known.includes(id)) ?? []))];
  const [first] = meant;
  if (first === undefined || meant.length < 2) return all;
  const group = meant.flatMap((one) => one.group);
  const known = meant.flatMap((one) => one.known);
  const one: Named = { id: first.id, known, group, entity: merged(group.map((i) => locals[i]!)) };
  return all.flatMap((other) => (other === first ? [one] : meant.includes(other) ? [] : [other]));
}

/** `split ENTITY ARTICLE…`: whom those articles call so is somebody else, a new one with each decision. */
function apart(one: Named, { id, subjects: [actor, ...articles] }: Judgement, locals: readonly Local[]): Named[] {
  const isOther = (i: number): boolean => articles.includes(locals[i]!.id.split("/")[0]!);
  const [own, others] = [one.group.filter((i) => !isOther(i)), one.group.filter(isOther)];
  if (!one.known.includes(actor ?? "") || own.length === 0 || others.length === 0) return [one];
  const other = stableId("entity", "split", id);
  return [
    { ...one, group: own, entity: merged(own.map((i) => locals[i]!)) },
    { id: other, known: [other], group: others, entity: merged(others.map((i) => locals[i]!)) },
  ];
}

function statesOf(entities: readonly Entity[]): Map<string, string> {
  const states = new Map<string, string>();
  for (const e of entities) if (e.kind === "state" && e.country !== null) states.set(e.country, e.id);
  const known = entities.flatMap((e) =>
    e.country !== null && states.has(e.country) ? [[e.id, e.country] as const] : [],
  );
  return new Map(known.map(([id, country]) => [id, states.get(country)!]));
}
