import { countryByAdjective, countryByCapital, countryByName } from "../annotate/mentions/countries.js";
import type { Entity } from "../model/index.js";

/** A party named in a text. */
export interface Named {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** A person, whose title may stand before the name. */
  readonly person: boolean;
}

/** Finds who is named in a phrase. */
export interface Parties {
  in(text: string): readonly Named[];
}

type Known = Pick<Named, "key" | "person">;

/** So many words a name may have, and so many names are known. */
const [wordsOfName, names] = [4, 20_000];

/**
 * By the story's own people, states and bodies with their aliases, and by the names, adjectives and capitals of states: "Tehran",
 * "Iranian" and "Iran" are one party in what goes up or down, as they are in speech.
 */
export function partiesOf(entities: readonly Entity[]): Parties {
  const known = new Map<string, Known>();
  for (const entity of entities) {
    if (!/^(?:state|person|place)$/.test(entity.kind) || entity.anonymous) continue;
    const key = keyOf(entity);
    for (const name of [entity.name, ...entity.aliases, ...surname(entity)])
      if (known.size < names && /^\p{Lu}/u.test(name) && !known.has(name.toLowerCase()))
        known.set(name.toLowerCase(), { key, person: entity.kind === "person" });
  }
  return { in: (text) => found(text, known) };
}

const keyOf = ({ id, kind, name, country }: Entity): string =>
  kind === "state" && country !== null ? country : kind === "place" ? (stateOf(name) ?? id) : id;
const surname = ({ kind, name }: Entity): readonly string[] =>
  kind === "person" && name.includes(" ") ? [name.slice(name.lastIndexOf(" ") + 1)] : [];
const stateOf = (name: string): string | null =>
  (countryByName(name) ?? countryByAdjective(name) ?? countryByCapital(name))?.code ?? null;

function stateKnown(name: string): Known | null {
  const key = stateOf(name);
  return key === null ? null : { key, person: false };
}

function found(text: string, known: ReadonlyMap<string, Known>): readonly Named[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu)].map((m) => ({ start: m.index, word: m[0] }));
  const all: Named[] = [];
  for (let i = 0; i < words.length; ) {
    const hit = longestAt(text, words, i, known);
    if (hit !== null) all.push(hit.named);
    i += hit?.words ?? 1;
  }
  return all;
}

function longestAt(
  text: string,
  words: readonly { readonly start: number; readonly word: string }[],
  i: number,
  known: ReadonlyMap<string, Known>,
): { readonly named: Named; readonly words: number } | null {
  const { start } = words[i]!;
  if (!/\p{Lu}/u.test(text[start]!)) return null;
  for (let n = Math.min(wordsOfName, words.length - i); n > 0; n--) {
    const last = words[i + n - 1]!;
    const end = last.start + last.word.replace(/\.$/, "").length;
    const name = text.slice(start, end);
    const own = known.get(name.toLowerCase()) ?? stateKnown(name);
    if (own !== null) return { named: { ...own, start, end }, words: n };
  }
  return null;
}
