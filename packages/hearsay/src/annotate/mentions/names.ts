import type { EntityKind } from "../../model/index.js";
import { countryByAdjective, countryByCapital, countryByName } from "./countries.js";
import { isGivenName } from "./given-names.js";
import {
  bodyNouns,
  honorifics,
  knownBodies,
  placeNouns,
  portfolios,
  roleModifiers,
  roleNouns,
  seats,
  thingLetters,
  thingNouns,
} from "./lexicon.js";
import { regions } from "./places.js";
import { type Capitals, runsOf } from "./runs.js";
import { isAcronym, singular, type Word } from "./words.js";

/** One stretch of capitalised words that names (or, as "adjective", points at) something. */
export interface NameFind {
  readonly words: readonly Word[];
  readonly name: string;
  /** Null while only the whole article can tell. */
  kind: EntityKind | null;
  readonly form: "name" | "adjective" | "title";
  readonly gender: "f" | "m" | null;
  /** Words of an office right before the name, honorifics not included. */
  readonly role: readonly Word[];
}

const placeOpeners = new Set(
  "mount mt mt. lake river cape port fort san santa new los las el puerto gulf strait isle plaza piazza calle rue playa isla île ile monte rio wadi beit deir villa avenida".split(
    " ",
  ),
);
const saints = new Set(["saint", "st", "st."]);

/** Place nouns that people are called as well: "Helen Park", "Jack Lake". */
const surnamesToo = new Set(
  "park hill lake forest field camp post bay church house bank stone gate base cape mount rivers woods grove brook marsh pond rock garland meadow lane hall castle temple spring street ford sound peak ridge".split(
    " ",
  ),
);

/** All names of a sentence, left to right; titles without a name ("the Defence Secretary") have form "title". */
export function namesOf(sentence: readonly Word[], capitals: Capitals): NameFind[] {
  return runsOf(sentence, capitals).flatMap(([from, to]) => segment(sentence.slice(from, to + 1)));
}

function find(words: readonly Word[], kind: EntityKind | null, more: Partial<NameFind> = {}): NameFind {
  const name = words.map((w, i) => (i > 0 && w.start > words[i - 1]!.end ? " " : "") + w.text).join("");
  return { words, name, kind, form: "name", gender: null, role: [], ...more };
}

function segment(run: readonly Word[]): NameFind[] {
  if (run.length === 0) return [];
  const address = run.findIndex((w, i) => i > 0 && formOfAddress.test(w.text));
  if (address > 0) return [...segment(run.slice(0, address)), ...segment(run.slice(address))];
  return honoured(run) ?? whole(run) ?? led(run) ?? titled(run) ?? ofParty(run) ?? [guess(run)];
}

const formOfAddress = /^(?:Mr|Mrs|Ms|Dr|Prof)\.?$/;

/** "Mr Trump", "Dr. Mara Tillen". */
function honoured(run: readonly Word[]): NameFind[] | null {
  const key = run[0]!.lower.replace(/\.$/, "");
  if (!honorifics.has(key) || run.length < 2 || linking.has(run[1]!.lower)) return null;
  const [rest] = titled(run.slice(1)) ?? [];
  const gender = honorifics.get(key) ?? null;
  if (rest?.kind === "person") return [{ ...rest, gender }];
  return [find(run.slice(1), "person", { gender })];
}

/** The run as it stands is in a list or ends in a word that settles what it is. */
function whole(run: readonly Word[]): NameFind[] | null {
  const name = run.map((w) => w.text).join(" ");
  const lower = name.toLowerCase();
  if (regions.has(lower)) return [find(run, "place")];
  if (countryByName(name)) return [find(run, "state")];
  if (run.length === 1 && countryByAdjective(name)) return [find(run, "state", { form: "adjective" })];
  if (seats.has(lower)) return [find(run, "body")];
  if (countryByCapital(name)) return [find(run, "place")];
  return run.length > 1 ? byLastWord(run) : null;
}

function byLastWord(run: readonly Word[]): NameFind[] | null {
  const linked = run.findIndex((w) => ["of", "for", "on"].includes(w.lower));
  const head = (linked > 0 ? run[linked - 1]! : run.at(-1)!).lower;
  const tail = run.at(-1)!.lower;
  if (isGivenName(run[0]!.text) && (run.length === 2 ? surnamesToo.has(tail) : !settling(tail))) return null;
  if (linked > 0 && roleNouns.has(head)) return null;
  if (bodyNouns.has(head)) return [find(run, "body")];
  if (thingNouns.has(head) || thingNouns.has(singular(head))) return [find(run, "other")];
  if (leadsToPerson(run)) return null;
  if (placeNouns.has(head) || placeOpeners.has(run[0]!.lower)) return [find(run, "place")];
  if (saints.has(run[0]!.lower) && !isGivenName(run[1]!.text)) return [find(run, "place")];
  return null;
}

/** "New Ardland Gov. Tom Brill", "Special Agent Marsh": an office within, and a name after it that is no place's. */
function leadsToPerson(run: readonly Word[]): boolean {
  const office = run.findLastIndex(({ lower }) => roleNouns.has(lower) && !honorifics.has(lower));
  if (office < 0 || office === run.length - 1) return false;
  const tail = run.at(-1)!.lower;
  return !placeNouns.has(tail) || surnamesToo.has(tail);
}

const settling = (tail: string): boolean => bodyNouns.has(tail) || thingNouns.has(tail) || placeNouns.has(tail);

/** A country or its adjective leads, something else follows: "Orrenian Foreign Minister …", "US President …". */
function led(run: readonly Word[]): NameFind[] | null {
  for (let n = Math.min(3, run.length - 1); n > 0; n--) {
    const lead = run.slice(0, n);
    const name = lead.map((w) => w.text).join(" ");
    const adjective = countryByAdjective(name) !== null;
    if (!adjective && (!countryByName(name) || isGivenName(run[0]!.text))) continue;
    return [find(lead, "state", { form: adjective ? "adjective" : "name" }), ...segment(run.slice(n))];
  }
  return null;
}

/** An office leads: "Foreign Minister Orla Vensk"; alone it is a title. */
function titled(run: readonly Word[]): NameFind[] | null {
  const end = lastOfTitle(run);
  if (end < 0) return null;
  const start = firstOfTitle(run, end);
  const before = start > 0 ? segment(run.slice(0, start)) : [];
  const title = run.slice(start, end + 1);
  const rest = run.slice(end + 1);
  const office = find(title, "person", { form: "title" });
  if (rest.length === 0) return [...before, office];
  if (linking.has(rest[0]!.lower)) return [...before, office, ...segment(rest.slice(rest[1]?.lower === "the" ? 2 : 1))];
  const from = rest.findIndex((w) => w.lower === "of");
  if (from < 0) return [...before, find(rest, "person", { role: title })];
  return [...before, find(rest.slice(0, from), "person", { role: title }), ...segment(rest.slice(from + 1))];
}

/** "Republican Ann Holm": whose party stands before the name. */
function ofParty(run: readonly Word[]): NameFind[] | null {
  if (run.length < 3 || !parties.has(run[0]!.lower) || !isGivenName(run[1]!.text)) return null;
  return [find(run.slice(0, 1), "other"), ...segment(run.slice(1))];
}

const parties = new Set(
  "republican democrat democratic conservative labour liberal socialist green independent".split(" "),
);

const linking = new Set(["of", "for", "and", "the", "on", "in"]);

/** Index of the last word of the office: its last role noun, with "of Foreign Affairs" and the like after it. */
function lastOfTitle(run: readonly Word[]): number {
  let last = run.findLastIndex((w) => roleNouns.has(w.lower));
  if (last < 0) return -1;
  if (last > 0 && last === run.length - 1 && isGivenName(run[0]!.text)) return -1;
  while (last + 1 < run.length && ["of", "for", "the", "and"].includes(run[last + 1]!.lower)) {
    let next = last + 2;
    if (run[next]?.lower === "the") next++;
    if (run[next] === undefined || !portfolios.has(run[next]!.lower)) return beforeGivenName(run, next) ?? last;
    while (run[next] && portfolios.has(run[next]!.lower)) next++;
    last = next - 1;
  }
  return last;
}

/** "Director of National Intelligence James Clapper": an office of two words or more ends where a given name begins. */
function beforeGivenName(run: readonly Word[], from: number): number | null {
  const given = run.findIndex((w, i) => i > from + 1 && i < run.length - 1 && isGivenName(w.text));
  return given < 0 ? null : given - 1;
}

function firstOfTitle(run: readonly Word[], end: number): number {
  let start = run.findIndex((w) => roleNouns.has(w.lower));
  const belongs = (w: Word) =>
    roleModifiers.has(w.lower) || portfolios.has(w.lower) || roleNouns.has(w.lower) || bodyNouns.has(w.lower);
  while (start > 0 && belongs(run[start - 1]!)) start--;
  return Math.min(start, end);
}

/** No list and no title: a given name makes a person, letters make a body, the rest is left open. */
function guess(run: readonly Word[]): NameFind {
  if (run.length > 1 && run.length < 6 && isGivenName(run[0]!.text)) return find(run, "person");
  if (run.length > 1 && /^\p{Lu}\.?$/u.test(run[1]!.text)) return find(run, "person");
  if (run.length === 1 && knownBodies.has(run[0]!.lower)) return find(run, "body");
  if (run.length === 1 && /^\p{Lu}+[-/]?\p{N}+$/u.test(run[0]!.text)) return find(run, "other");
  if (run.length === 1 && isAcronym(run[0]!.text) && run[0]!.text.length < 6)
    return find(run, thingLetters.has(run[0]!.lower) ? "other" : "body");
  if (run.length === 1 && bodyNouns.has(run[0]!.lower)) return find(run, "body", { form: "title" });
  if (run.length === 1 && isGivenName(run[0]!.text)) return find(run, null);
  return find(run, null);
}
