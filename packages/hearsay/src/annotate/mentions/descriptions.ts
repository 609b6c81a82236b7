import type { Sentence } from "@hearsay/english";
import { commonBodies, portfolios, sourceNouns } from "./lexicon.js";
import { isPeopleNoun } from "./roles.js";
import { isPossessive, singular, type Word } from "./words.js";

/** A noun phrase that stands for people, a body or a place without naming it. */
export interface Description {
  readonly sentence: number;
  /** Positions of its first word (determiner included), head and last word (prepositional phrases included). */
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly sort: "people" | "body" | "place";
  readonly reference: "definite" | "indefinite" | "bare";
  readonly plural: boolean;
  /** The article says or shows that the name is withheld. */
  readonly withheld: boolean;
}

const definite = new Set("the this that these those his her its their our my your both".split(" "));
const indefinite = new Set(
  "a an another one some several many most few two three four five six seven eight nine ten multiple numerous various".split(
    " ",
  ),
);
const nominal = new Set(["NOUN", "ADJ", "PROPN", "NUM"]);
const withheldMarks =
  /\b(?:(?:on (?:the )?conditions? of (?:strict )?anonymity)|(?:ask(?:ed|ing) (?:that (?:his|her|their) names? not|not to be (?:named|identified)|(?:me |us )?not to use (?:his|her|their) name))|(?:(?:did|does|do) not (?:want|wish) to be (?:named|identified))|(?:declin(?:ed|ing) to be (?:named|identified))|(?:refus(?:ed|ing) to give (?:his|her|their) name)|(?:not (?:authori[sz]ed|allowed|permitted) to (?:speak|discuss|comment|talk))|(?:speaking anonymously)|(?:requested anonymity)|(?:asked for anonymity)|(?:who (?:asked|requested|wished|preferred) (?:not )?to (?:remain|be|stay) (?:anonymous|named|identified|unnamed|unidentified))|(?:(?:familiar with|with (?:direct )?knowledge of|briefed on|close to|with ties to) (?:the|a|his|her|its|their)\b))/iu;

/** The descriptions of one sentence; `taken` words already belong to a name or its role. */
export function descriptionsOf(
  text: string,
  sentence: Sentence,
  words: readonly Word[],
  taken: ReadonlySet<number>,
): Description[] {
  const out: Description[] = [];
  const predicates = predicatesOf(sentence);
  for (const word of words) {
    if (!headlike.has(word.upos)) continue;
    const sort = taken.has(word.at) || predicates.has(word.to) ? null : sortOf(words, word);
    if (sort !== null) out.push(describe(text, sentence, words, word.at, sort));
  }
  return out;
}

const headlike = new Set(["NOUN", "PROPN", "X", "ADJ"]);

/** "She is a mere clerk": says something of someone, means no one further. */
function predicatesOf(sentence: Sentence): ReadonlySet<number> {
  const out = new Set<number>();
  for (const t of sentence.tokens) if (t.deprel === "cop") out.add(t.head);
  return out;
}

function sortOf(words: readonly Word[], word: Word): Description["sort"] | null {
  const next = words[word.at + 1];
  if (!isNounHere(words, word) || isCapitalisedInside(words, word) || word.lower === "parties") return null;
  if (next !== undefined && ["NOUN", "PROPN"].includes(next.upos) && !isPossessive(next) && !hanging.test(next.lower))
    return null;
  if (isPossessive(next) && isPeopleNoun(words[word.at + 2]?.lower ?? "")) return null;
  if (/^figures?$/.test(word.lower)) return persons.has(words[word.at - 1]?.lower ?? "") ? "people" : null;
  if (twoFaced.has(word.lower) && next?.lower !== "of") return null;
  if (isPeopleNoun(word.lower) || sourceNouns.has(word.lower)) return "people";
  if (placeNouns.has(word.lower)) return isBarePlace(words, word) ? "place" : null;
  return commonBodies.has(word.lower) || commonBodies.has(singular(word.lower)) ? "body" : null;
}

/** Nouns for a place that has been named: "the town". */
export const placeNouns: ReadonlySet<string> = new Set(
  "city town village island peninsula country nation republic kingdom province".split(" "),
);

/** "The town", not "the old town", "the town of …", "the town hall". */
const isBarePlace = (words: readonly Word[], { at }: Word): boolean =>
  /^(?:the|this|that)$/.test(words[at - 1]?.lower ?? "") &&
  !/^(?:of|in|where|which|that)$/.test(words[at + 1]?.lower ?? "");

/** Before "figure" these make a person of it. */
const persons = new Set(
  "senior leading top key prominent opposition public influential political religious".split(" "),
);

/** Words after a noun for people that go on about them: "an official close to …". */
const hanging = /^(?:close|familiar|near|based|briefed|involved)$/;

/** A noun, or an adjective that stands as one after an article: "the official said". */
function isNounHere(words: readonly Word[], word: Word): boolean {
  if (["NOUN", "X", "PROPN"].includes(word.upos)) return true;
  const [before, next] = [words[word.at - 1]?.upos ?? "", words[word.at + 1]?.upos ?? ""];
  if (word.upos === "ADJ" && hanging.test(words[word.at + 1]?.lower ?? "")) return true;
  return word.upos === "ADJ" && ["DET", "ADJ"].includes(before) && !["NOUN", "PROPN", "ADJ"].includes(next);
}

/** Nouns that are people only with "of": "the head of the mission". */
const twoFaced = new Set([
  "chair",
  "head",
  "chief",
  "lead",
  "leads",
  "heads",
  "general",
  "major",
  "private",
  "principal",
  "whip",
  "anchor",
]);

const isCapitalisedInside = (words: readonly Word[], word: Word): boolean =>
  word.capital && word.at > 0 && words[word.at - 1]!.lower !== "the";

function describe(
  text: string,
  sentence: Sentence,
  words: readonly Word[],
  head: number,
  sort: Description["sort"],
): Description {
  const first = firstOf(words, head);
  const to = lastOf(sentence, words, head);
  const opener = words[first]!;
  const plural = isPlural(words[head]!);
  const possessed = words.slice(first, head).some(isPossessive);
  const reference =
    definite.has(opener.lower) || possessed
      ? "definite"
      : indefinite.has(opener.lower) || opener.upos === "NUM"
        ? "indefinite"
        : "bare";
  const around = text.slice(opener.start, Math.min(sentence.end, words[head]!.end + 220));
  const withheld = sort === "people" && (sourceNouns.has(words[head]!.lower) || withheldMarks.test(around));
  return { sentence: opener.sentence, from: first, head, to, sort, reference, plural, withheld };
}

export const isPlural = (word: Word): boolean =>
  /(?:men|women|people|children)$/.test(word.lower) ||
  word.xpos === "NNS" ||
  word.xpos === "NNPS" ||
  (word.upos === "X" && /[^s]s$/.test(word.lower));

function firstOf(words: readonly Word[], head: number): number {
  let i = head;
  while (i > 0 && head - i < 9) {
    const word = words[i - 1]!;
    if (definite.has(word.lower) || indefinite.has(word.lower)) return i - 1;
    if (isPossessive(word) && i >= 2) i -= 2;
    else if (isModifier(word)) i--;
    else break;
  }
  return i;
}

function isModifier(word: Word): boolean {
  if (nominal.has(word.upos)) return true;
  if (word.upos === "VERB") return /(?:ed|ing)$/.test(word.lower) && word.xpos !== "VBD";
  return (
    word.upos === "X" &&
    (word.capital || isPeopleNoun(word.lower) || commonBodies.has(word.lower) || portfolios.has(word.lower))
  );
}

/** The last word of the prepositional phrases that hang on the head, by the tree; relative clauses stay out. */
function lastOf(sentence: Sentence, words: readonly Word[], head: number): number {
  const token = words[head]!.to;
  let last = token;
  const inside = new Set([token]);
  for (let i = token + 1; i < sentence.tokens.length && i - token < 30; i++) {
    const t = sentence.tokens[i]!;
    if (/[,;:.!?"“”—–]/u.test(t.form) || !reaches(sentence, i, inside)) break;
    inside.add(i);
    last = i;
  }
  return words.find((w) => w.from <= last && last <= w.to)?.at ?? head;
}

const hangers = /^(?:nmod|acl|amod|case|det|compound|nummod|advmod|obl|fixed|flat|conj|cc|mark|obj|xcomp|dep:none)/;

/** Token `i` leads up to one already inside, over relations that belong to a noun phrase. */
function reaches(sentence: Sentence, i: number, inside: ReadonlySet<number>): boolean {
  let at = i;
  for (let steps = 0; steps < 8; steps++) {
    const t = sentence.tokens[at]!;
    if (!hangers.test(t.deprel) || t.deprel === "acl:relcl") return false;
    if (inside.has(t.head)) return true;
    if (t.head < 0) return false;
    at = t.head;
  }
  return false;
}
