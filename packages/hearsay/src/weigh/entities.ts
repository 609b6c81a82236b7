import { type Annotation, type Entity, isRelational, type Judgement, stableId, Union } from "../model/index.js";
import { normalName } from "./normal-name.js";
import { joinPeople } from "./people.js";
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
export interface Local extends Entity {
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
