import type { Sentence } from "@hearsay/english";
import type { EntityKind } from "../../model/index.js";
import { add, type Evidence, noEvidence, occurrence, shape } from "./evidence.js";
import { isGivenName } from "./given-names.js";
import { postalLetters } from "./lexicon.js";
import type { NameFind } from "./names.js";
import { isAcronym, isPossessive, type Word } from "./words.js";

/** How many occurrences of one name count, and how little evidence leaves a name "other". */
const manyOccurrences = 40;
const enough = 1;

/**
 * Decides the kind of names that no list and no title settled, from all their occurrences together: longer names
 * first, then single words, which may be the surname of someone named in full; last, what stands in a row with names
 * whose kind is sure.
 */
export function settleKinds(
  sentences: readonly (readonly Word[])[],
  trees: readonly Sentence[],
  finds: readonly NameFind[],
): void {
  for (const f of finds) if (f.kind === "body") f.kind = lettersOf(sentences, f);
  const open = finds.filter((f) => f.kind === null);
  const evidence = gather(sentences, trees, open);
  beside(sentences, finds, evidence);
  for (const f of open) if (f.words.length > 1) f.kind = verdict(evidence.get(f.name)!);
  const surnames = surnamesOf(finds);
  const certain = surnamesOf(finds.filter(isSurelyPerson));
  for (const name of new Set(open.filter((f) => f.words.length === 1).map((f) => f.name))) {
    const lower = name.toLowerCase();
    evidence.get(name)!.person += certain.has(lower) ? 5 : surnames.has(lower) ? 4 : 0;
  }
  for (const f of open) if (f.words.length === 1) f.kind = verdict(evidence.get(f.name)!);
  for (const f of finds) if (isNamesake(sentences, f, certain)) f.kind = "person";
}

const isSurelyPerson = (f: NameFind): boolean =>
  f.gender !== null || f.role.length > 0 || (f.words.length > 1 && isGivenName(f.words[0]!.text));

/** "TOWN, NY" is a place; letters that shorten words in small letters right before them are a thing. */
function lettersOf(sentences: readonly (readonly Word[])[], f: NameFind): EntityKind {
  const [word] = f.words;
  if (f.words.length > 1 || !isAcronym(word!.text)) return "body";
  const sentence = sentences[word!.sentence]!;
  const before = sentence[word!.at - 1]?.text;
  if (before === "," && postalLetters.has(word!.lower)) return "place";
  return before === "(" && shortens(sentence, word!) ? "other" : "body";
}

/** "information technology (IT)": the small words before the bracket begin with these letters. */
function shortens(sentence: readonly Word[], word: Word): boolean {
  const letters = word.lower.replace(/\W/g, "");
  const long = sentence.slice(Math.max(0, word.at - 1 - letters.length), word.at - 1);
  return long.length === letters.length && long.every((w, i) => w.text[0] === letters[i]);
}

/** A town, state or body whose name someone in the article bears, where no preposition of place stands before it. */
function isNamesake(sentences: readonly (readonly Word[])[], f: NameFind, surnames: ReadonlySet<string>): boolean {
  const [word] = f.words;
  if (f.words.length > 1 || f.form !== "name" || !/^(?:place|state|body)$/.test(f.kind ?? "")) return false;
  if (isAcronym(word!.text) || !surnames.has(word!.lower)) return false;
  const before = sentences[word!.sentence]![word!.at - 1]?.lower ?? "";
  return ![",", "in", "at", "near", "to", "from", "outside", "across", "into", "around"].includes(before);
}

/** Last words of people's names of two words and more, and of those with a title or form of address. */
export function surnamesOf(finds: readonly NameFind[]): Set<string> {
  const people = finds.filter((f) => f.kind === "person" && f.form === "name");
  return new Set(people.map((f) => f.words.at(-1)!.lower));
}

/** The evidence on each name; what its occurrences tell grows with the root of their number. */
function gather(
  sentences: readonly (readonly Word[])[],
  trees: readonly Sentence[],
  open: readonly NameFind[],
): Map<string, Evidence> {
  const told = new Map<string, { all: Evidence; times: number }>();
  for (const f of open) {
    const number = f.words[0]!.sentence;
    const entry = told.get(f.name) ?? { all: noEvidence(), times: 0 };
    told.set(f.name, entry);
    if (entry.times >= manyOccurrences) continue;
    entry.times++;
    add(entry.all, occurrence(sentences[number]!, trees[number]!.tokens, f));
  }
  const evidence = new Map<string, Evidence>();
  for (const f of open) {
    if (evidence.has(f.name)) continue;
    const { all, times } = told.get(f.name)!;
    const e = shape(f);
    add(e, all, times ** -0.5);
    evidence.set(f.name, e);
  }
  return evidence;
}

/** "A, B and C" are of one kind; "TOWN, COUNTRY" are both places. */
function beside(
  sentences: readonly (readonly Word[])[],
  finds: readonly NameFind[],
  evidence: ReadonlyMap<string, Evidence>,
): void {
  const told = (f: NameFind): EntityKind | null => f.kind ?? sure(evidence.get(f.name)!);
  const lend = (to: NameFind, from: NameFind, link: string): void => {
    if (to.kind !== null) return;
    const kind = told(from);
    const e = evidence.get(to.name)!;
    if (link === "," && (kind === "place" || kind === "state") && from.form === "name") e.place += 1.5;
    else if (link !== ",") add(e, lent(kind));
    else add(e, lent(kind), 0.6);
  };
  for (let i = 1; i < finds.length; i++) {
    const link = linkBetween(sentences, finds[i - 1]!, finds[i]!);
    if (link !== null) lend(finds[i]!, finds[i - 1]!, link);
  }
  for (let i = finds.length - 1; i > 0; i--) {
    const link = linkBetween(sentences, finds[i - 1]!, finds[i]!);
    if (link !== null) lend(finds[i - 1]!, finds[i]!, link);
  }
}

const lent = (kind: EntityKind | null): Partial<Evidence> => {
  if (kind === "person") return { person: 1.5 };
  if (kind === "place" || kind === "state") return { place: 1.5 };
  return kind === "body" ? { body: 1.5 } : {};
};

/** What stands between two names, if nothing but a comma or "and" does. */
function linkBetween(sentences: readonly (readonly Word[])[], a: NameFind, b: NameFind): string | null {
  const [end, start] = [a.words.at(-1)!, b.words[0]!];
  if (end.sentence !== start.sentence || start.at - end.at < 2 || start.at - end.at > 3) return null;
  const words = sentences[end.sentence]!.slice(end.at + 1, start.at);
  const text = words.map((w) => w.lower).join(" ");
  return [",", "and", "or", ", and", "&"].includes(text) && !isPossessive(words[0]) ? text : null;
}

function sure(e: Evidence): EntityKind | null {
  const [[kind, best], [, next]] = ranked(e);
  return best - next >= 1.5 && kind !== "other" ? kind : null;
}

function verdict(e: Evidence): EntityKind {
  const [[kind, best]] = ranked(e);
  return best >= enough ? kind : "other";
}

type Ranked = [keyof Evidence, number];
const ranked = (e: Evidence): [Ranked, Ranked] => {
  const all: Ranked[] = [
    ["person", e.person],
    ["place", e.place],
    ["body", e.body],
    ["other", e.other],
  ];
  all.sort((a, b) => b[1] - a[1]);
  return [all[0]!, all[1]!];
};
