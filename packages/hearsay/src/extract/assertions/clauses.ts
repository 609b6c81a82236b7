import type { Token } from "@hearsay/english";
import type { Tree } from "../tree.js";
import { isSaying } from "./meaning.js";

/** A clause: its head and the tokens that are its own, not those of a clause within it, in text order. */
export interface Clause {
  readonly head: number;
  readonly tokens: readonly number[];
}

const clauseRelations = new Set(["root", "ccomp", "advcl", "acl:relcl", "parataxis", "conj", "csubj", "csubj:pass"]);

/**
 * Cuts a sentence into clauses along its tree: predicates with their own arguments, embedded predicates apart. A
 * relative clause takes along what it is said of ("mortars which opened fire"); "what …" stays with its governor.
 */
export function clausesOf(tree: Tree): Clause[] {
  const heads = tree.tokens.map((token, i) => headsClause(tree, token, i) && isMarked(tree, token, i));
  const owned = new Map<number, number[]>();
  for (let i = 0; i < heads.length; i++) if (heads[i]) owned.set(i, []);
  for (let i = 0; i < heads.length; i++) owned.get(ownerOf(tree, i, heads))?.push(i);
  return [...owned]
    .map(([head, tokens]) => ({ head, tokens: trimmed(tree, [...antecedent(tree, head), ...tokens]) }))
    .filter((clause) => clause.tokens.length > 1);
}

function headsClause(tree: Tree, token: Token, i: number): boolean {
  if (token.head < 0) return true;
  if (isTold(tree, token, i)) return true;
  if (!clauseRelations.has(token.deprel)) return false;
  if (tree.children[i]!.some((child) => /^what$/i.test(tree.tokens[child]!.form))) return false;
  const verbal = token.upos === "VERB" || token.upos === "AUX";
  if (token.deprel !== "conj") return verbal || hasDependent(tree, i, predicated);
  return verbal && hasDependent(tree, i, complemented);
}

/** "Its report that the gate was open": what is reported is a clause of its own. */
const isTold = (tree: Tree, { deprel, head }: Token, i: number): boolean =>
  deprel === "acl" &&
  isSaying(tree.lemmas[head]!) &&
  hasDependent(tree, i, predicated) &&
  tree.children[i]!.some((child) => tree.relations[child] === "mark" && tree.lemmas[child] === "that");

const predicated = new Set(["nsubj", "cop"]);
const complemented = new Set(["nsubj", "obj", "obl"]);

/**
 * A clause within a clause shows where it begins: a conjunction, a relative word, punctuation, or at the front of the
 * sentence a comma after it. What shows nothing is one clause to a reader, and most often an error of the parser.
 */
function isMarked(tree: Tree, token: Token, i: number): boolean {
  if (token.head < 0) return true;
  const { from, to } = tree.hulls[i]!;
  const opening = tree.tokens[from]!;
  if (connective.has(opening.upos) || opening.xpos.startsWith("W")) return true;
  const outside = tree.tokens[from === 0 ? to : from - 1];
  return outside !== undefined && connective.has(outside.upos);
}

const connective = new Set(["SCONJ", "CCONJ", "PUNCT"]);

/** The noun phrase that a relative clause is said of, if it stands right before it. */
function antecedent(tree: Tree, head: number): number[] {
  const noun = antecedentNoun(tree, head);
  if (noun < 0) return [];
  const parts = tree.children[noun]!.filter((i) => phrasal.has(tree.tokens[i]!.deprel));
  return [noun, ...parts].sort((a, b) => a - b).filter((i) => i < head);
}

const phrasal = new Set(["amod", "compound", "nummod", "flat", "det", "nmod:poss"]);

/** By the tree, or for "…, which bought it" by position: parsers often hang such a clause elsewhere. */
function antecedentNoun(tree: Tree, head: number): number {
  const token = tree.tokens[head]!;
  if (token.deprel === "acl:relcl") return token.head;
  const word = tree.children[head]!.find((i) => /^(which|who)$/i.test(tree.tokens[i]!.form)) ?? 0;
  // "…, of which they had been told"
  const opening = tree.tokens[word - 1]?.upos === "ADP" ? word - 1 : word;
  const before = tree.tokens[opening - 1]?.form === "," ? opening - 2 : opening - 1;
  return word > 0 && /^(NOUN|PROPN)$/.test(tree.tokens[before]?.upos ?? "") ? before : -1;
}

/** Whether a token has a dependent with one of these relations, subtypes included. */
const hasDependent = ({ children, relations }: Tree, head: number, wanted: ReadonlySet<string>): boolean =>
  children[head]!.some((child) => wanted.has(relations[child]!));

function ownerOf({ tokens }: Tree, i: number, heads: readonly boolean[]): number {
  let at = i;
  for (let steps = 0; steps <= tokens.length && at >= 0; steps++) {
    if (heads[at]) return at;
    at = tokens[at]!.head;
  }
  return -1;
}

/** Without punctuation and connectives at either end; "since the strikes" keeps its preposition, however it is tagged. */
function trimmed({ tokens }: Tree, clause: readonly number[]): number[] {
  const isEdge = (i: number) => connective.has(tokens[i]!.upos) && tokens[i]!.deprel !== "case";
  let from = 0;
  let to = clause.length;
  while (from < to && isEdge(clause[from]!)) from++;
  while (to > from && isEdge(clause[to - 1]!)) to--;
  return clause.slice(from, to);
}
