import { isGivenName } from "./given-names.js";
import { commonBodies, roleNouns } from "./lexicon.js";
import type { NameFind } from "./names.js";
import { isPossessive, singular, type Word } from "./words.js";

/** Countries that are in no list, as the article shows them: adjectives by form, names by what they own and appoint. */
export interface OwnStates {
  /** Lower-case adjective to the state's name: "norlander" to "Norland". */
  readonly adjectives: ReadonlyMap<string, string>;
  readonly names: ReadonlySet<string>;
  /** Lower-case capital to the state's name or adjective, where the article says so. */
  readonly capitals: ReadonlyMap<string, string>;
}

const endings = ["n", "an", "ian", "ean", "ese", "ish", "i", "ic"] as const;
const stateBodies = new Set(
  "government army military parliament president minister ministry ambassador embassy constitution border capital navy foreign defence defense prime interior forces troops department soldiers artillery".split(
    " ",
  ),
);
const offices = new Set(
  "ambassador president king queen government republic kingdom minister army people parliament embassy envoy".split(
    " ",
  ),
);

/** The adjectives of nationality a name may have: "Vesmaran" for "Vesmara". */
function adjectivesOf(name: string): string[] {
  const base = name.toLowerCase();
  if (base.length < 4) return [];
  const stems = new Set([base, base.replace(/[aeiouy]+$/, ""), base.replace(/land$/, "l")]);
  return [...stems].filter((stem) => stem.length > 2).flatMap((stem) => endings.map((end) => stem + end));
}

export function ownStates(sentences: readonly (readonly Word[])[], finds: readonly NameFind[]): OwnStates {
  const open = finds.filter((f) => f.kind === null && f.words.length <= 3);
  const surnames = new Set(
    finds.filter((f) => f.kind === "person" && f.words.length > 1).map((f) => f.words.at(-1)!.lower),
  );
  const candidates = [...new Set(open.map((f) => f.name))].filter((n) => !surnames.has(n.toLowerCase()));
  const adjectives = adjectivesAmong(candidates);
  const names = new Set(adjectives.values());
  for (const f of open) {
    if (!adjectives.has(f.name.toLowerCase()) && !surnames.has(f.name.toLowerCase()) && actsAsState(sentences, f))
      names.add(f.name);
  }
  finds.forEach((f, i) => {
    if (f.kind === null && !surnames.has(f.name.toLowerCase()) && besideState(sentences, f, finds[i - 1], names))
      names.add(f.name);
  });
  return { adjectives, names, capitals: capitalsTold(sentences, open, adjectives) };
}

function adjectivesAmong(candidates: readonly string[]): Map<string, string> {
  const lower = new Set(candidates.map((name) => name.toLowerCase()));
  const adjectives = new Map<string, string>();
  for (const name of candidates)
    for (const adjective of adjectivesOf(name))
      if (lower.has(adjective) && adjective !== name.toLowerCase()) adjectives.set(adjective, name);
  return adjectives;
}

/** "X's defence ministry", "X's Defence Secretary", "ambassador to X", "the government of X". */
function actsAsState(sentences: readonly (readonly Word[])[], f: NameFind): boolean {
  const sentence = sentences[f.words[0]!.sentence]!;
  const [first, last] = [f.words[0]!.at, f.words.at(-1)!.at];
  if (isPossessive(sentence[last + 1]) && ownsState(sentence, last + 2)) return true;
  const [link, office] = [sentence[first - 1]?.lower ?? "", sentence[first - 2]?.lower ?? ""];
  if (["of", "to"].includes(link) && offices.has(singular(office))) return true;
  return (
    ["prime", "foreign", "defence", "defense"].includes(sentence[last + 1]?.lower ?? "") &&
    ownsState(sentence, last + 1)
  );
}

/** "STATE and X": what is joined to a state by "and" is one. */
function besideState(
  sentences: readonly (readonly Word[])[],
  f: NameFind,
  other: NameFind | undefined,
  names: ReadonlySet<string>,
): boolean {
  const [first] = f.words;
  if (f.words.length > 1 || isGivenName(f.name) || sentences[first!.sentence]![first!.at - 1]?.lower !== "and")
    return false;
  const before = other?.words.at(-1);
  if (!other || before?.sentence !== first!.sentence || before.at !== first!.at - 2) return false;
  return other.form === "name" && (other.kind === "state" || names.has(other.name));
}

/** What follows a possessor within three words is an office or body only a state has. */
function ownsState(sentence: readonly Word[], at: number): boolean {
  const next = sentence.slice(at, at + 3).map((w) => w.lower);
  if (!stateBodies.has(next[0] ?? "")) return false;
  if (!["foreign", "defence", "defense", "prime", "interior"].includes(next[0]!)) return true;
  return next.slice(1).some((w) => commonBodies.has(w) || roleNouns.has(w));
}

/** "the Norlander capital, X", "X, the capital of Norland", "Norland's capital X". */
function capitalsTold(
  sentences: readonly (readonly Word[])[],
  open: readonly NameFind[],
  adjectives: ReadonlyMap<string, string>,
): Map<string, string> {
  const capitals = new Map<string, string>();
  for (const f of open) {
    const sentence = sentences[f.words[0]!.sentence]!;
    const owner = capitalOwner(sentence, f.words[0]!.at, f.words.at(-1)!.at);
    if (owner) capitals.set(f.name.toLowerCase(), adjectives.get(owner.toLowerCase()) ?? owner);
  }
  return capitals;
}

function capitalOwner(sentence: readonly Word[], first: number, last: number): string | null {
  const comma = sentence[first - 1]?.text === "," ? 1 : 0;
  if (sentence[first - 1 - comma]?.lower === "capital") {
    const at = first - 2 - comma;
    return (isPossessive(sentence[at]) ? sentence[at - 1]?.text : sentence[at]?.text) ?? null;
  }
  const after = sentence.slice(last + 1, last + 6);
  const at = after.findIndex((w) => w.lower === "capital");
  if (after[0]?.text !== "," || at < 0) return null;
  if (after[at + 1]?.lower === "of") return after[at + 2]?.text ?? sentence[last + at + 4]?.text ?? null;
  const owner = after[at - 1];
  return (isPossessive(owner) ? after[at - 2]?.text : owner?.text) ?? null;
}
