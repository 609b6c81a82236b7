import type { EntityKind } from "../../model/index.js";
import { countryByCapital } from "./countries.js";
import { isGivenName } from "./given-names.js";
import type { NameFind } from "./names.js";
import { rolesOf } from "./roles.js";
import type { Word } from "./words.js";

const locatives = new Set(
  "in at near from outside around inside across toward towards via through to into throughout".split(" "),
);
const sayings = new Set(
  "said says say told tells added adds asked asks wrote writes warned warns insisted replied noted argued claimed thinks believes believed thought explained stressed recalled".split(
    " ",
  ),
);

/** Role nouns that companies bear as well: "the operator Orbit Rail". */
const corporate = new Set(
  "operator builder contractor developer owner producer broker trader partner ally rival supplier maker manufacturer carrier lender investor donor supporter consultant publisher insurer".split(
    " ",
  ),
);

interface Votes {
  person: number;
  place: number;
  thing: number;
  said: number;
}

/** Decides the kind of names that no list and no title settled, from all their occurrences together. */
export function settleKinds(sentences: readonly (readonly Word[])[], finds: readonly NameFind[]): void {
  const surnames = surnamesOf(finds);
  const open = finds.filter((f) => f.kind === null);
  const votes = new Map<string, Votes>();
  for (const f of open) addVotes(votes, f, sentences[f.words[0]!.sentence]!);
  for (const f of open) f.kind = verdict(f, votes.get(f.name)!, surnames);
  const people = surnamesOf(finds);
  for (const f of finds)
    if (f.kind === "other" && f.words.length === 1 && people.has(f.words[0]!.lower)) f.kind = "person";
}

/** Last words of people's names of two words and more, and of those with a title or form of address. */
export function surnamesOf(finds: readonly NameFind[]): Set<string> {
  const people = finds.filter((f) => f.kind === "person" && f.form === "name");
  return new Set(people.map((f) => f.words.at(-1)!.lower));
}

function addVotes(votes: Map<string, Votes>, f: NameFind, sentence: readonly Word[]): void {
  const v = votes.get(f.name) ?? { person: 0, place: 0, thing: 0, said: 0 };
  votes.set(f.name, v);
  const before = sentence[f.words[0]!.at - 1]?.lower ?? "";
  const after = sentence[f.words.at(-1)!.at + 1]?.lower ?? "";
  if (rolesOf(sentence, f).some((r) => !corporate.has(sentence[r.to]!.lower))) v.person += 3;
  if (after === "," && /^\d\d$/.test(sentence[f.words.at(-1)!.at + 2]?.text ?? "")) v.person += 3;
  if (after === "who") v.person += 2;
  if (sayings.has(before) || sayings.has(after)) v.said += 1;
  if (locatives.has(before)) v.place += 1;
  if (before === "the") v.thing += 2;
}

function verdict(f: NameFind, v: Votes, surnames: ReadonlySet<string>): EntityKind {
  const single = f.words.length === 1;
  if (single && surnames.has(f.words[0]!.lower)) return "person";
  if (v.person > 0 && v.person >= v.place && f.words.length <= 5) return "person";
  if (v.place > 0 && v.place >= v.said) return "place";
  if (v.thing > 0) return "other";
  if (countryByCapital(f.name)) return "place";
  if (v.said > 0 && f.words.length <= 4) return single && !isGivenName(f.name) ? "other" : "person";
  return single && isGivenName(f.name) ? "person" : "other";
}
