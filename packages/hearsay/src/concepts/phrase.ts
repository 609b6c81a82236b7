import { parse, type Token } from "@hearsay/english";
import { inBritish } from "../model/index.js";
import type { Parties } from "./parties.js";
import { down, light, times, undoing, up } from "./words.js";

/** A phrase as something that can go up or down. */
export interface Variable {
  /** Stems of the words that say what it is, sorted; empty where it only names a party. */
  readonly words: readonly string[];
  /** Who is named in it, sorted: states by their code. */
  readonly parties: readonly string[];
  /** Stem of its main word. */
  readonly head: string;
  /** −1 where the phrase says that it falls, ends or is not so. */
  readonly direction: 1 | -1;
  /** Whether "it", "they", "that" stand in it for something else. */
  readonly vague: boolean;
}

/** A clause or phrase is read up to this length; longer ones are no names for anything. */
const longest = 400;

/** The parser knows sentences: it reads a phrase better that ends like one. */
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** So many phrases are remembered with their trees: after a change to a story nearly all of them are as they were. */
const mostKept = 20_000;
const trees = new Map<string, readonly Token[]>();

function treeOf(text: string): readonly Token[] {
  const known = trees.get(text);
  if (known !== undefined) return known;
  if (trees.size >= mostKept) trees.clear();
  const tokens = parse(ended(text))[0]?.tokens ?? [];
  trees.set(text, tokens);
  return tokens;
}

/** What a phrase says can rise or fall, or null where it only points at something ("it") or says nothing that can. */
export function readPhrase(text: string, parties: Parties): Variable | null {
  const tokens = text.length > longest ? [] : treeOf(text);
  const root = tokens.findIndex(({ head }) => head < 0);
  if (root < 0) return null;
  const [main, undone] = mainOf(tokens, root);
  const kept = keptOf(tokens, main);
  const moving = new Set(kept.filter((i) => moves(tokens, i, main)));
  const named = partiesIn(text, tokens, kept, parties);
  const rest = kept.filter((i) => !moving.has(i) && !named.covered.has(i) && isContent(tokens[i]!));
  const words = [...new Set(rest.map((i) => stemOf(baseOf(tokens[i]!))))].sort();
  if (words.length === 0 && named.parties.length === 0) return null;
  if (named.parties.length === 0 && isBareAct(tokens)) return null;
  const turns = [...moving].filter((i) => down.has(lemma(tokens[i]!))).length + denials(tokens, main) + undone;
  const vague = kept.some((i) => pointing.test(tokens[i]!.form) && tokens[i]!.upos === "PRON");
  return {
    ...{ words, parties: named.parties, head: headOf(tokens, rest, main) },
    ...{ direction: turns % 2 === 0 ? 1 : -1, vague },
  };
}

const lemma = (token: Token): string => token.lemma.toLowerCase();
const pointing = /^(?:it|they|them|he|him|she|her|this|that|these|those|all|which|one|there|i|we|you)$/i;
const childrenOf = (tokens: readonly Token[], of: number): number[] =>
  tokens.flatMap(({ head }, i) => (head === of ? [i] : []));

/** The word that says what happens, below "stop", "begin", "think"; and how often it is undone on the way. */
function mainOf(tokens: readonly Token[], root: number): readonly [number, number] {
  let [at, undone] = [root, 0];
  for (let n = 0; n < 4; n++) {
    const word = lemma(tokens[at]!);
    const inner = childrenOf(tokens, at).find((i) => /^(?:xcomp|ccomp)$/.test(tokens[i]!.deprel));
    if (inner === undefined || !(light.has(word) || undoing.has(word))) break;
    undone += (undoing.has(word) ? 1 : 0) + denials(tokens, at);
    at = inner;
  }
  return [at, undone];
}

const aside = /^(?:acl|acl:relcl|advcl|advcl:relcl|parataxis|appos|discourse|vocative)$/;

/** The tokens of the phrase without asides: relative and adverbial clauses, appositions. */
function keptOf(tokens: readonly Token[], main: number): number[] {
  const isAside = (i: number): boolean => {
    for (let at = i, n = 0; at >= 0 && at !== main && n < tokens.length; at = tokens[at]!.head, n++)
      if (aside.test(tokens[at]!.deprel)) return true;
    return false;
  };
  return [...tokens.keys()].filter((i) => !isAside(i));
}

/** Whether a word says that the thing goes up or down: the main word itself, or an adjective of it or of what it is about. */
function moves(tokens: readonly Token[], i: number, main: number): boolean {
  const token = tokens[i]!;
  const word = lemma(token);
  if (!up.has(word) && !down.has(word)) return false;
  // "The truce holds", not "holds talks".
  if (word === "hold" && childrenOf(tokens, i).some((c) => /^(?:obj|compound:prt)$/.test(tokens[c]!.deprel)))
    return false;
  if (i === main) return childrenOf(tokens, i).some((c) => /^(?:nsubj|obj|nmod|compound|obl)/.test(tokens[c]!.deprel));
  if (token.head < 0 || isVerbAtEnd(tokens, i)) return true;
  const near = token.head === main || tokens[token.head]!.head === main;
  return near && /^(?:amod|advmod|xcomp)$/.test(token.deprel);
}

/** "the regime in Tehran collapses": a last word like this is a verb, whatever a tagger makes of it without its sentence. */
const isVerbAtEnd = (tokens: readonly Token[], i: number): boolean =>
  i > 1 && /(?:s|ed)$/.test(tokens[i]!.form) && tokens.slice(i + 1).every(({ upos }) => upos === "PUNCT");

const denial = /^(?:not|n't|n’t|never|no|neither|nor|without|hardly)$/;
const denials = (tokens: readonly Token[], at: number): number =>
  childrenOf(tokens, at).filter(
    (i) =>
      denial.test(lemma(tokens[i]!)) ||
      isNoLonger(tokens, i) ||
      (/^(?:nsubj|obj)/.test(tokens[i]!.deprel) && childrenOf(tokens, i).some((c) => lemma(tokens[c]!) === "no")),
  ).length;

/** "No longer", "no more": however a tree has it. */
const isNoLonger = (tokens: readonly Token[], i: number): boolean =>
  /^(?:longer|long|more)$/.test(lemma(tokens[i]!)) && /^no$/i.test(tokens[i - 1]?.form ?? "");

function partiesIn(text: string, tokens: readonly Token[], kept: readonly number[], parties: Parties) {
  const found = parties.in(text);
  const covered = new Set(
    tokens.flatMap(({ start, end }, i) =>
      found.some((p) => start < p.end && end > (p.person ? titleFrom(text, p.start) : p.start)) ? [i] : [],
    ),
  );
  const within = found.filter((p) => kept.some((i) => tokens[i]!.start >= p.start && tokens[i]!.end <= p.end));
  return { parties: [...new Set(within.map(({ key }) => key))].sort(), covered };
}

/** Where the title before a name begins: words with capitals right before it ("Foreign Minister Ines Kallo"). */
function titleFrom(text: string, start: number): number {
  const [title = ""] = /(?:\p{Lu}[\p{L}-]*\.? ){1,4}$/u.exec(text.slice(Math.max(0, start - 80), start)) ?? [];
  return start - title.length;
}

/** "is granted", "they were told": an act without anything that it is done to or with is nothing that can rise or fall. */
function isBareAct(tokens: readonly Token[]): boolean {
  const has = (tag: RegExp): boolean => tokens.some(({ upos }) => tag.test(upos));
  return !has(/^(?:NOUN|PROPN|NUM)$/) && has(/^AUX$/) && has(/^VERB$/);
}

const isContent = (token: Token): boolean =>
  /^(?:NOUN|PROPN|VERB|ADJ)$/.test(token.upos) &&
  /\p{L}{2}/u.test(token.form) &&
  !light.has(lemma(token)) &&
  !times.has(lemma(token));

/** The lemma; but of nouns and of what ends like no form of a verb the word itself, where a wrong tag makes a wrong lemma. */
const baseOf = ({ form, lemma, upos }: Token): string =>
  upos === "NOUN" || upos === "ADJ" || /(?:ght|st)$/i.test(form) ? form : lemma;

/** A verb and the noun made of it alike: "escalate", "escalation"; short words as they are. */
export function stemOf(word: string): string {
  const plain = inBritish(word.toLowerCase()).replace(/['’]s?$/, "");
  const stem = plain.replace(/(?:isation|ation|ition|ment|ing|ion|ence|ance|ities|ity|ed|es|s|e)$/, "");
  return stem.length >= 4 ? stem : plain;
}

function headOf(tokens: readonly Token[], rest: readonly number[], main: number): string {
  const depth = (i: number): number => {
    let n = 0;
    for (let at = i; at >= 0 && at !== main && n < tokens.length; at = tokens[at]!.head) n++;
    return n;
  };
  const nouns = rest.filter((i) => /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos));
  const best = (nouns.length > 0 ? nouns : rest).reduce<number | null>(
    (a, b) => (a === null || depth(b) < depth(a) ? b : a),
    null,
  );
  return best === null ? "" : stemOf(baseOf(tokens[best]!));
}
