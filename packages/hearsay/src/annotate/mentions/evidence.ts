import type { Sentence } from "@hearsay/english";
import { countryByCapital, countryByName } from "./countries.js";
import { isGivenName } from "./given-names.js";
import { bodyNouns, commonBodies, placeNouns, thingNouns } from "./lexicon.js";
import type { NameFind } from "./names.js";
import { knownPlaces, regions } from "./places.js";
import { isPeopleNoun, rolesOf } from "./roles.js";
import { isAcronym, isPossessive, type Word } from "./words.js";

/** How much speaks for each kind of a name that no list and no title settles. */
export interface Evidence {
  person: number;
  place: number;
  body: number;
  other: number;
}

export const noEvidence = (): Evidence => ({ person: 0, place: 0, body: 0, other: 0 });

type Weights = Partial<Evidence>;
const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const table = (rows: readonly (readonly [string, Weights])[]): ReadonlyMap<string, Weights> =>
  new Map(rows.flatMap(([words, weights]) => words.split(" ").map((w) => [w, weights] as const)));

/** The word right before a name. */
const wordsBefore = table([
  ["in near outside inside throughout across around", { place: 2 }],
  ["at", { place: 1, body: 1 }],
  ["from through into toward towards via", { place: 0.9 }],
  ["to", { place: 0.4 }],
  ["by", { person: 0.5, body: 0.3 }],
  ["the", { body: 1, other: 1.3, person: -2 }],
  ["a an", { other: 1 }],
  ["named called", { person: 0.5 }],
  ["married met meets thanked congratulated telephoned hugged interviewed interviewing", { person: 1.5 }],
  ["joined founded co-founded joining founding", { body: 2 }],
  ["visited visiting left leaving reached reaching entered", { place: 1.2 }],
  ["dear thank", { person: 1.5 }],
]);

/** The word right after a name. */
const wordsAfter = table([
  ["who whom", { person: 2 }],
  ["where", { place: 1.5 }],
  ["himself herself", { person: 3 }],
  ["et", { person: 1 }],
  ["jr jr. sr sr. iii", { person: 3 }],
]);

/** What belongs to someone or something: the noun after "NAME's". */
const possessions = table([
  [
    "wife husband son daughter father mother brother sister friend friends cousin uncle aunt girlfriend boyfriend children family death birth life childhood career lawyer lawyers attorney doctor book novel poem biography face eyes hand hands voice funeral arrest letter letters friendship marriage grave supporters allies successor predecessor",
    { person: 1.6 },
  ],
  [
    "population coast coastline suburbs streets outskirts airport climate mayor residents borders north south",
    { place: 2 },
  ],
  [
    "headquarters shares share ceo founder website products customers employees subsidiary shareholders profits",
    { body: 2 },
  ],
]);

/** Verbs that only a human being does. */
const humanVerbs = set(
  "say tell add ask write think believe explain recall admit smile laugh marry die grow study graduate resign retire marry feel know want remember sit stand walk speak testify argue insist describe hope love hate teach learn wear travel",
);
/** Nouns before "of NAME". */
const placesOf = set(
  "city town village province state district county island port suburb capital region area coast municipality outskirts streets people kingdom north south east west centre center neighbourhood neighborhood prefecture battle siege",
);
const bodyOffices = set(
  "member members chairman chairwoman chair ceo employee employees founder co-founder shareholder subsidiary branch spokesman spokeswoman director president professor leader head boss secretary-general part-owner owner editor owners fellow",
);
/** Role nouns that companies bear as well: "the operator Orbit Rail". */
const corporate = set(
  "operator builder contractor developer owner producer broker trader partner ally rival supplier maker manufacturer carrier lender investor donor supporter consultant publisher insurer",
);

/** What one occurrence of an open name tells. */
export function occurrence(sentence: readonly Word[], tokens: Sentence["tokens"], f: NameFind): Evidence {
  const e = noEvidence();
  const [first, last] = [f.words[0]!, f.words.at(-1)!];
  const before = sentence[first.at - 1];
  const after = sentence[last.at + 1];
  if (before) add(e, wordsBefore.get(before.lower));
  if (after) add(e, wordsAfter.get(after.lower));
  if (before?.lower === "of") add(e, ownedBy(sentence[first.at - 2]));
  if (before && before.upos === "NOUN" && isPeopleNoun(before.lower) && !corporate.has(before.lower)) e.person += 2;
  for (const role of rolesOf(sentence, f))
    add(e, corporate.has(sentence[role.to]!.lower) ? { body: 3 } : { person: 3 });
  if (isPossessive(after)) add(e, possessions.get(sentence[last.at + 2]?.lower ?? ""));
  else if (after?.upos === "NOUN" && after.start > last.end && !isPeopleNoun(after.lower)) add(e, compounding);
  if (after?.text === "(") add(e, bracketed(sentence, f));
  if (after?.text === "," && /^\d\d$/.test(sentence[last.at + 2]?.text ?? "")) e.person += 3;
  if (before && before.upos === "NOUN" && sentence[first.at - 2]?.lower !== "of") add(e, classOf(before.lower), 0.7);
  add(e, asSubject(tokens, f));
  add(e, equated(tokens, f));
  return e;
}

/** What a common noun makes of the name it is said of. */
function classOf(noun: string): Weights | undefined {
  if (isPeopleNoun(noun)) return corporate.has(noun) ? undefined : { person: 3 };
  if (placeNouns.has(noun) || noun === "country" || noun === "capital") return { place: 3 };
  if (commonBodies.has(noun) || bodyNouns.has(noun)) return { body: 3 };
  return thingNouns.has(noun) ? { other: 3 } : undefined;
}

/** "NAME is a village", "NAME, a village near the border": the noun that is said of the name. */
function equated(tokens: Sentence["tokens"], f: NameFind): Weights | undefined {
  const [from, to] = [f.words[0]!.from, f.words.at(-1)!.to];
  for (let i = from; i <= to; i++) {
    const noun = tokens[i]!.deprel === "nsubj" ? tokens[tokens[i]!.head] : undefined;
    if (noun?.upos === "NOUN") return classOf(noun.lemma.toLowerCase());
  }
  for (let i = to + 2; i < Math.min(tokens.length, to + 12); i++) {
    const { head, deprel, upos, lemma } = tokens[i]!;
    if (deprel === "appos" && upos === "NOUN" && head >= from && head <= to) return classOf(lemma.toLowerCase());
  }
  return undefined;
}

const compounding: Weights = { body: 0.8, other: 0.4, place: 0.3 };

export function add(e: Evidence, w: Weights | undefined, times = 1): void {
  if (w === undefined) return;
  e.person += (w.person ?? 0) * times;
  e.place += (w.place ?? 0) * times;
  e.body += (w.body ?? 0) * times;
  e.other += (w.other ?? 0) * times;
}

function ownedBy(noun: Word | undefined): Weights | undefined {
  if (noun === undefined) return undefined;
  if (placesOf.has(noun.lower)) return { place: 3 };
  if (bodyOffices.has(noun.lower)) return { body: 1.5, place: 0.7 };
  return undefined;
}

/** "NAME (1922 – 2013)", "NAME (born 1950)", "NAME (ABC)". */
function bracketed(sentence: readonly Word[], f: NameFind): Weights | undefined {
  const at = f.words.at(-1)!.at + 2;
  const inside = sentence[at];
  if (inside === undefined) return undefined;
  if (isAcronym(inside.text) && sentence[at + 1]?.text === ")" && initialsOf(f) === inside.text.replace(/\W/g, ""))
    return { body: 4 };
  if (/^(?:born|b|b\.|died|d|d\.|aged|age)$/.test(inside.lower)) return { person: 3 };
  const next = sentence[at + 1]?.text ?? "";
  return /^\d{3,4}$/.test(inside.text) && /^[–—-]$/u.test(next) ? { person: 3 } : undefined;
}

export const initialsOf = (f: NameFind): string =>
  f.words
    .flatMap((w) => w.text.split("-"))
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part[0])
    .join("");

function asSubject(tokens: Sentence["tokens"], f: NameFind): Weights | undefined {
  // A person is mostly brought in by a full name: one word that acts, and is no given name, may as well be a body.
  const single = f.words.length === 1 && !isGivenName(f.name);
  for (const word of f.words) {
    if (word.deprel !== "nsubj" && word.deprel !== "nsubj:pass") continue;
    const verb = tokens[word.head]?.lemma.toLowerCase() ?? "";
    if (single && verb !== "bear")
      return humanVerbs.has(verb) ? { person: 0.6, body: 0.8 } : { person: 0.2, body: 0.4 };
    if (word.deprel === "nsubj" && humanVerbs.has(verb)) return { person: 1, body: 0.5 };
    if (verb === "bear") return { person: 2 };
    return { person: 0.5, body: 0.4, other: 0.2 };
  }
  return undefined;
}

const compass = set(
  "old new ancient modern inner outer downtown north south east west northern southern eastern western central upper lower great greater",
);
const placeEnd = /(?:shire|ville|burgh?|stan|abad|grad|pur|polis|land|mouth|bury|chester|wick|heim|dorf|stadt)$/u;
const personEnd =
  /(?:sson|ssen|ov|ova|ev|eva|sky|skiy|ski|ska|enko|i[cć]|ian|yan|shvili|dze|oğlu|opoulos|akis|ez|berg|stein|mann)$/u;
const notionEnd = /(?:ism|ology|ity|ness|ics|phobia|graphy|nomy|tion|ment|ance|ence)$/u;

const isPlaceName = (word: string): boolean =>
  knownPlaces.has(word) || countryByCapital(word) !== null || countryByName(word) !== null;

/** What the name itself tells: its length, its letters, endings and the lists. */
export function shape(f: NameFind): Evidence {
  const e = noEvidence();
  const tail = f.words.at(-1)!.lower;
  const name = f.name.toLowerCase();
  const plain = f.words.every((w) => /^[\p{L}'’.-]+$/u.test(w.text) && !isAcronym(w.text));
  const common = f.words.some((w) => ["ADJ", "NOUN", "VERB", "ADV"].includes(w.upos));
  const led = f.words.length > 1 ? f.words[0]!.lower : "";
  if (compass.has(led)) e.place += 1.5;
  else if (isPlaceName(led)) e.body += 1.5;
  if (led !== "" && isPlaceName(tail) && !isGivenName(led)) add(e, { place: 1, person: -1.5 });
  if (f.words.length === 1) e.other += 0.5;
  else if (f.words.length <= 4 && plain) e.person += common ? 0.6 : 1.3;
  else e.other += 1;
  if (/[^s]s$/u.test(tail) && f.words.length > 1) e.body += 0.4;
  if ((!plain && f.words.length > 1) || /\p{Ll}\p{Lu}/u.test(f.name.replace(/\bMa?c(?=\p{Lu})/gu, ""))) e.body += 1;
  if (knownPlaces.has(name) || regions.has(name)) e.place += 3;
  else if (countryByCapital(f.name)) e.place += 2;
  if (isGivenName(f.words[0]!.text)) e.person += f.words.length > 1 ? 2 : 1.5;
  if (placeEnd.test(tail)) e.place += 0.7;
  if (/ing$/u.test(tail) && f.words.length > 1) e.body += 0.7;
  if (/ia$/u.test(tail) && f.words.length === 1 && !isGivenName(tail)) e.place += 0.7;
  if (personEnd.test(tail)) e.person += 0.7;
  if (notionEnd.test(tail)) e.other += 2;
  return e;
}
