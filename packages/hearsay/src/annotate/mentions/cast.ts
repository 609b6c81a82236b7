import { type EntityKind, inBritish } from "../../model/index.js";

/** An entity while the article is being read: fields fill up as more of it is seen. */
export interface Draft {
  kind: EntityKind;
  name: string;
  readonly aliases: Set<string>;
  role: string | null;
  affiliation: string | null;
  country: string | null;
  gender: "f" | "m" | null;
  anonymous: boolean;
  /** Several people, or a class of them. */
  plural: boolean;
  /** Lower-case words that a later description may use of it. */
  readonly keys: Set<string>;
  /** Role-only or unnamed: it may turn out to be someone named. */
  described: boolean;
}

export function draft(kind: EntityKind, name: string, more: Partial<Draft> = {}): Draft {
  return {
    kind,
    name,
    aliases: new Set(),
    role: null,
    affiliation: null,
    country: null,
    gender: null,
    anonymous: false,
    plural: false,
    keys: new Set(),
    described: false,
    ...more,
  };
}

const small = new Set("a an the of for and at in to with on his her its their our s 's ’s by from".split(" "));

/** The words of a name or role that can be compared, lower case, plural and possessive ends off. */
export const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? [])
    .map((w) => normal(w.replace(/['’]s?$/, "")))
    .filter((w) => !small.has(w));

/** One office, whoever holds it. */
const offices: ReadonlyMap<string, string> = new Map([
  ["spokesperson", "spokesman"],
  ["spokeswoman", "spokesman"],
  ["chairwoman", "chairman"],
  ["chairperson", "chairman"],
]);
const normal = (word: string): string => offices.get(word) ?? inBritish(word);

/** Notes another way the text names it; the fullest stays its name. */
export function alias(of: Draft, name: string): void {
  if (name !== of.name) of.aliases.add(name);
}

/** Takes over a role: the first one said stands; words of further ones still count for descriptions. */
export function giveRole(of: Draft, role: string): void {
  for (const word of contentWords(role)) of.keys.add(word);
  if (of.role === null || (role.length > of.role.length && contains(role, of.role))) of.role = role;
}

const contains = (longer: string, shorter: string): boolean => longer.toLowerCase().includes(shorter.toLowerCase());
