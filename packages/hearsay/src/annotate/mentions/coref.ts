import type { EntityKind } from "../../model/index.js";
import { contentWords, type Draft, draft } from "./cast.js";
import { bodyDraft } from "./casting.js";
import type { Description } from "./descriptions.js";
import { pronounReferent } from "./pronouns.js";
import type { Reading, Seen } from "./reading.js";
import { type Casting, stateBefore } from "./register.js";
import { genderOfRole, isRoleNoun } from "./roles.js";
import type { Word } from "./words.js";

/** How many sentences, mentions and entities a description looks through. */
const far = 48;
const manyMentions = 400;
const manyEntities = 2000;

const among = (c: Casting, fits: (d: Draft) => boolean): Draft | null => {
  const end = Math.min(c.drafts.length, manyEntities);
  for (let i = 0; i < end; i++) if (fits(c.drafts[i]!)) return c.drafts[i]!;
  return null;
};

/** The entity a description means: someone already there whom it fits, or someone new; null for an unnamed place. */
export function referent(c: Casting, reading: Reading, d: Description, name: string): Draft | null {
  const words = c.sentences[d.sentence]!;
  if (d.sort === "place") return placeFor(reading, d, words[d.head]!.lower);
  const state = stateIn(c, words, d);
  if (d.sort === "body") return bodyReferent(c, reading, d, name, state);
  const found = d.reference === "definite" ? personFor(c, reading, d, words, state) : sameWordsAgain(c, d, name);
  return found ?? unnamed(c, d, name, state);
}

function stateIn(c: Casting, words: readonly Word[], d: Description): Draft | null {
  for (let at = d.from; at <= d.head; at++) {
    const state = stateBefore(c, words[0]!.sentence, at + 1) ?? null;
    if (state) return state;
  }
  return null;
}

/** "the minister", "the Norlander ambassador": the last person whose roles hold all its words; else one named later. */
function personFor(
  c: Casting,
  reading: Reading,
  d: Description,
  words: readonly Word[],
  state: Draft | null,
): Draft | null {
  const wanted = contentWords(
    words
      .slice(d.from, d.head + 1)
      .map((w) => w.text)
      .join(" "),
  ).filter((w) => !stateWords(state).has(w));
  const head = contentWords(words[d.head]!.text)[0];
  if (head === undefined) return null;
  const title = byOtherTitle(
    reading,
    d,
    contentWords(
      words
        .slice(d.from, d.to + 1)
        .map((w) => w.text)
        .join(" "),
    ),
  );
  if (title) return title;
  if (wanted.length === 1 && !d.plural && words[d.to] !== words[d.head]) return null;
  const fits = (p: Draft | null): p is Draft =>
    p !== null &&
    (p.kind === "person" || p.kind === "group") &&
    p.plural === d.plural &&
    agrees(p, state) &&
    holds(p, wanted);
  const before = lastOf(reading.seen, fits, d.sentence) ?? stillUnnamed(reading, d, head);
  return before ?? among(c, (p) => fits(p) && !p.described && wanted.length > 1);
}

/** Titles of the one who heads a state or government. */
const otherTitles: ReadonlyMap<string, readonly string[]> = new Map([
  ["head state", ["president", "king", "queen", "emir", "sultan", "monarch"]],
  ["head government", ["minister", "premier", "chancellor"]],
  ["premier", ["minister"]],
  ["leader", ["president", "premier", "chancellor"]],
]);

/** "the Head of State": the last person who is president or king. */
function byOtherTitle(reading: Reading, d: Description, wanted: readonly string[]): Draft | null {
  const titles = otherTitles.get(wanted.join(" "));
  if (!titles || d.plural) return null;
  return lastOf(
    reading.seen,
    (p): p is Draft => p !== null && p.kind === "person" && titles.some((t) => p.keys.has(t)),
    d.sentence,
  );
}

/** How many sentences back a place may have been named. */
const nearPlace = 8;

/** What such a word means must not be called: nobody lives in a bay. */
const unlike =
  /^(?:sea|bay|gulf|strait|river|lake|mountains?|mount|valley|park|square|street|road|hall|bridge|airport|ocean|coast|islands?)$/;

/** "the country": the state named most of those named lately; "the island": what is called so, else as "the town". */
function placeFor(reading: Reading, d: Description, noun: string): Draft | null {
  const kind: EntityKind = /^(?:country|nation|republic|kingdom)$/.test(noun) ? "state" : "place";
  const recent = reading.seen.slice(-manyMentions);
  const named = recent.filter((s) => s.form === "name" && !s.weak && s.draft?.kind === kind);
  const fits = (p: Draft): boolean => p.keys.has(noun) || ![...p.keys].some((key) => unlike.test(key));
  const count = new Map<Draft, number>();
  for (const { draft: p } of named) if (p !== null) count.set(p, (count.get(p) ?? 0) + 1);
  let best: Draft | null = null;
  for (const { draft: p, sentence } of named)
    if (p !== null && d.sentence - sentence <= nearPlace && fits(p) && weightOf(p) >= weightOf(best)) best = p;
  return best;

  function weightOf(p: Draft | null): number {
    return p === null ? 0 : (count.get(p) ?? 0) + (p.keys.has(noun) ? manyMentions : 0);
  }
}

const sourceLike = new Set(
  "official source person diplomat figure insider man woman officer executive lawmaker aide adviser".split(" "),
);

/** "the official", and no one was called that: the unnamed source of the sentences before. */
function stillUnnamed(reading: Reading, d: Description, head: string): Draft | null {
  if (d.plural || !sourceLike.has(head)) return null;
  const recent = reading.seen.filter((s) => d.sentence - s.sentence <= 6).slice(-60);
  return lastOf(recent, (p): p is Draft => p?.anonymous === true && !p.plural && p.kind === "person", d.sentence);
}

const stateWords = (state: Draft | null): ReadonlySet<string> =>
  new Set(state ? [state.name, ...state.aliases].flatMap(contentWords) : []);

const agrees = (p: Draft, state: Draft | null): boolean => !state || !p.country || p.country === state.country;

const loose = new Set("senior top former same other latter late new unnamed local".split(" "));
const holds = (p: Draft, wanted: readonly string[]): boolean =>
  wanted.every((w) => p.keys.has(w) || p.keys.has(singularOf(w)) || loose.has(w) || isAdjectival(w));
const singularOf = (w: string): string => w.replace(/s$/, "");
const isAdjectival = (w: string): boolean => /(?:ian|ese|ish)$/.test(w);

function lastOf(seen: readonly Seen[], fits: (d: Draft | null) => d is Draft, sentence: number): Draft | null {
  for (let i = seen.length - 1; i >= Math.max(0, seen.length - manyMentions); i--) {
    const s = seen[i]!;
    if (sentence - s.sentence > far) return null;
    if (fits(s.draft)) return s.draft;
  }
  return null;
}

/** The same words again mean the same people: "analysts" … "analysts". */
function sameWordsAgain(c: Casting, d: Description, name: string): Draft | null {
  if (!d.plural || d.reference !== "bare") return null;
  return among(c, (p) => p.described && p.plural && p.name.toLowerCase() === name.toLowerCase());
}

/** Someone the article gives no name: a role, an anonymous source, or a class of people. */
function unnamed(c: Casting, d: Description, name: string, state: Draft | null): Draft {
  const kind: EntityKind = d.plural ? "group" : "person";
  const anonymous = d.withheld || (d.reference === "indefinite" && !d.plural);
  const words = c.sentences[d.sentence]!;
  const roleOnly = !anonymous && d.sort === "people" && isRoleNoun(words[d.head]!) && !d.plural;
  const made = draft(kind, name, {
    anonymous,
    plural: d.plural,
    described: true,
    gender: d.plural ? null : genderOfRole(words[d.head]!.text),
    country: state?.country ?? null,
    affiliation: state?.name ?? null,
    role: roleOnly ? name : null,
    keys: new Set(
      contentWords(
        words
          .slice(d.from, d.to + 1)
          .map((w) => w.text)
          .join(" "),
      ),
    ),
  });
  c.drafts.push(made);
  return made;
}

/** "the ministry", "Norland's army": the body of that kind and state, the last one if no state is said. */
function bodyReferent(c: Casting, reading: Reading, d: Description, name: string, state: Draft | null): Draft {
  const words = c.sentences[d.sentence]!;
  const owner = state ? null : ownerOf(c, reading, words[d.from]!);
  if (owner)
    return bodyReferent(
      c,
      reading,
      d,
      name.replace(/^\S+/, () => adjectiveOf(c, owner)),
      owner,
    );
  const wanted = contentWords(name).filter((w) => !stateWords(state).has(w) && !isAdjectival(w));
  const fits = (b: Draft | null): b is Draft =>
    b !== null && b.kind === "body" && agrees(b, state) && wanted.every((w) => b.keys.has(w));
  const found =
    lastOf(reading.seen, fits, d.sentence) ??
    (isGeneric(d, wanted) ? namedBody(reading, d, wanted[0]!) : null) ??
    (wanted.length > 1 ? among(c, fits) : null);
  if (found && (d.reference === "definite" || state)) return found;
  if (d.reference === "indefinite") return someBody(c, name, state, wanted);
  const made = bodyDraft(c, name, state?.country ?? null);
  made.described = true;
  made.plural ||= d.plural && /s$/.test(words[d.head]!.lower);
  made.affiliation ??= state?.name ?? null;
  for (const w of wanted) made.keys.add(w);
  return made;
}

/** What a body must not call itself to be meant by a word that fits many: "the company", "the organisation". */
const otherThan: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const publicBodies =
    "ministry government court tribunal police army navy military force parliament senate congress council commission committee department embassy municipality university school college hospital church agency authority office board";
  const commercial = "inc corp ltd llc plc company corporation holding shipping airline airway motor";
  const firm = new Set(`${publicBodies} party union association federation institute foundation museum`.split(" "));
  const society = new Set(`${publicBodies} ${commercial} bank`.split(" "));
  return new Map([
    ["company", firm],
    ["firm", firm],
    ["organisation", society],
    ["organization", society],
  ]);
})();
const nearNames = 2;

const isGeneric = (d: Description, wanted: readonly string[]): boolean =>
  d.reference === "definite" && !d.plural && wanted.length === 1 && otherThan.has(wanted[0]!);

/** "the company": the body named last, in this sentence or the two before, if its name allows it. */
function namedBody(reading: Reading, d: Description, noun: string): Draft | null {
  const barred = otherThan.get(noun)!;
  const fits = (b: Draft | null): b is Draft =>
    b !== null && b.kind === "body" && !b.described && ![...b.keys].some((key) => barred.has(key));
  const recent = reading.seen.slice(-60).filter((s) => d.sentence - s.sentence <= nearNames && s.form === "name");
  return lastOf(recent, fits, d.sentence);
}

/** "Norlander", or "Norway's" where the article has no adjective. */
const adjectiveOf = (c: Casting, state: Draft): string => {
  const own = [...c.states.adjectives].find(([, name]) => name === state.name)?.[0];
  return own ? own[0]!.toUpperCase() + own.slice(1) : `${state.name}'s`;
};

/** "his ministry": the state of the one the pronoun means. */
function ownerOf(c: Casting, reading: Reading, word: Word): Draft | null {
  if (!["his", "her", "its"].includes(word.lower)) return null;
  const owner = pronounReferent(reading, word, reading.trees);
  if (owner?.kind === "state") return owner;
  return owner?.country ? (c.index.get(`state ${owner.country}`)?.[0] ?? null) : null;
}

/** "a mill that stands idle": one of a kind, which no other words mean again by chance. */
function someBody(c: Casting, name: string, state: Draft | null, wanted: readonly string[]): Draft {
  const made = draft("body", name, { country: state?.country ?? null, described: true, keys: new Set(wanted) });
  c.drafts.push(made);
  return made;
}
