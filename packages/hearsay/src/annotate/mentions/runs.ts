import { countryByAdjective, countryByName } from "./countries.js";
import { isGivenName } from "./given-names.js";
import { bodyNouns, honorifics, notNames, portfolios, postalLetters, roleNouns } from "./lexicon.js";
import { isAcronym, isPossessive, type Word } from "./words.js";

/** What the article as a whole tells of capital letters: which words it also writes small, which it writes large in mid-sentence. */
export interface Capitals {
  readonly small: ReadonlySet<string>;
  readonly large: ReadonlySet<string>;
}

const particles = new Set(
  "van der den de del della di da dos das du von zu zur bin ibn bint al el la le ten ter ben abu umm y e".split(" "),
);
const links = new Set(["of", "for", "and", "&", "on", "the", "in"]);
const opensSentence = /^["“„«‘'([—–:•*-]+$/u;

/** True for headings: most words of any length begin with a capital, and no full stop ends it. */
export function isHeading(sentence: readonly Word[]): boolean {
  if (/^[.!?]/u.test(sentence.at(-1)?.text ?? "")) return false;
  const letters = sentence.filter((w) => /^\p{L}/u.test(w.text) && w.text.length > 3);
  return letters.length > 2 && letters.filter((w) => w.capital).length >= letters.length * 0.8;
}

export function capitalsOf(sentences: readonly (readonly Word[])[]): Capitals {
  const small = new Set<string>();
  const large = new Set<string>();
  for (const sentence of sentences) {
    const heading = isHeading(sentence);
    for (const word of sentence) {
      if (!word.capital) small.add(word.lower);
      else if (!heading && !isFirst(sentence, word.at)) large.add(word.lower);
    }
  }
  return { small, large };
}

/** Nothing but opening marks stands before the word in its sentence. */
function isFirst(sentence: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    if (!opensSentence.test(sentence[i]!.text)) return false;
    if (i === at - 1) return true;
  }
  return true;
}

/** Party and state of a member of Congress, as American papers put them after the name: "(R-Texas)", "D-N.Y.". */
const allegiance = /^[DRI]-\p{Lu}/u;

function isNameWord(sentence: readonly Word[], at: number, heading: boolean, capitals: Capitals): boolean {
  const word = sentence[at]!;
  if (!word.capital || notNames.has(word.lower) || allegiance.test(word.text)) return false;
  if (heading) return isKnownName(word, capitals);
  if (isFirst(sentence, at)) return opensWithName(sentence, at, capitals);
  return true;
}

function isKnownName(word: Word, capitals: Capitals): boolean {
  if (countryByName(word.text) || countryByAdjective(word.text)) return true;
  return capitals.large.has(word.lower) && !capitals.small.has(word.lower);
}

function opensWithName(sentence: readonly Word[], at: number, capitals: Capitals): boolean {
  const word = sentence[at]!;
  const next = sentence[at + 1];
  if (isKnownName(word, capitals) || isGivenName(word.text) || honorifics.has(word.lower.replace(/\.$/, "")))
    return true;
  if (opening.has(word.upos)) return false;
  if (capitals.small.has(word.lower)) return startsTitle(word, next);
  if (isAcronym(word.text)) return true;
  if (word.upos === "PROPN") return true;
  return startsTitle(word, next) || (word.upos === "X" && next !== undefined && next.capital);
}

/** Parts of speech that begin a sentence with a capital and name nobody. */
const opening = new Set(["ADP", "ADV", "DET", "PRON", "SCONJ", "CCONJ", "AUX", "VERB", "INTJ", "NUM"]);

/** "Foreign Minister …", "Central Bank …": a common word that opens a capitalised title. */
function startsTitle(word: Word, next: Word | undefined): boolean {
  if (next === undefined || !next.capital || notNames.has(next.lower)) return false;
  return word.upos !== "VERB" && word.upos !== "ADV" && word.upos !== "DET" && word.upos !== "PRON";
}

/** Runs of words that may hold names: [first, last] positions in the sentence. */
export function runsOf(sentence: readonly Word[], capitals: Capitals): [number, number][] {
  const heading = isHeading(sentence);
  const runs: [number, number][] = [];
  for (let i = 0; i < sentence.length; i++) {
    if (!isNameWord(sentence, i, heading, capitals)) continue;
    const last = extend(sentence, i, heading, capitals);
    runs.push([i, last]);
    i = last;
  }
  return runs;
}

function extend(sentence: readonly Word[], from: number, heading: boolean, capitals: Capitals): number {
  // "In Washington, D.C. Roe said": the letters belong to the town before them.
  const letters = /^(?:\p{Lu}\.){2,}$/u.test(sentence[from]!.text) && sentence[from - 1]?.text === ",";
  if (letters && postalLetters.has(sentence[from]!.lower.replace(/\./g, ""))) return from;
  let last = from;
  while (last - from < 14) {
    const step = nextNameWord(sentence, from, last, heading, capitals);
    if (step === null) return last;
    last = step;
  }
  return last;
}

function nextNameWord(
  sentence: readonly Word[],
  from: number,
  last: number,
  heading: boolean,
  capitals: Capitals,
): number | null {
  const next = sentence[last + 1];
  if (next === undefined || isPossessive(next)) return null;
  const named = (at: number) => sentence[at] !== undefined && isNameWord(sentence, at, heading, capitals);
  if (named(last + 1)) return last + 1;
  if (particles.has(next.lower)) return particleTarget(sentence, last + 1, named);
  if (!links.has(next.lower)) return null;
  return linkTarget(sentence, from, last, named);
}

function particleTarget(sentence: readonly Word[], at: number, named: (at: number) => boolean): number | null {
  if (named(at + 1)) return at + 1;
  return sentence[at + 1] && particles.has(sentence[at + 1]!.lower) && named(at + 2) ? at + 2 : null;
}

/** "Ministry of …", "Centre for … and …", "Commodities & …": where the name goes on after a small word. */
function linkTarget(
  sentence: readonly Word[],
  from: number,
  last: number,
  named: (at: number) => boolean,
): number | null {
  const link = sentence[last + 1]!.lower;
  const target = sentence[last + 2]?.lower === "the" ? last + 3 : last + 2;
  if (!named(target)) return null;
  if (link === "&") return target;
  const inside = sentence.slice(from, last + 1).map((w) => w.lower);
  const heads = inside.some((w) => bodyNouns.has(w) || roleNouns.has(w) || w === "republic" || w === "bank");
  if (link === "of" && heads && inside.length <= 6) return target;
  const opened = inside.includes("of") || inside.includes("for") || inside.includes("on");
  if (link === "and") return opened && continuesField(sentence, target) ? target : null;
  if (link === "for" || link === "on") return inside.some((w) => bodyNouns.has(w)) ? target : null;
  return null;
}

/** After "and" inside a body's name only a field of work goes on, not the next person or country. */
function continuesField(sentence: readonly Word[], at: number): boolean {
  const word = sentence[at]!;
  if (portfolios.has(word.lower)) return true;
  return !isGivenName(word.text) && !countryByName(word.text) && /(?:s|ion|ment|ure|ry|ogy|ing|ce)$/u.test(word.lower);
}
