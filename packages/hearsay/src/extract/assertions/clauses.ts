import { type Sentence, subtree, type Token } from "@hearsay/english";

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
export function clausesOf(sentence: Sentence): Clause[] {
  const heads = new Set(
    sentence.tokens.flatMap((token, i) => (headsClause(sentence, token, i) && isMarked(sentence, token, i) ? [i] : [])),
  );
  const owned = new Map<number, number[]>([...heads].map((head) => [head, []]));
  sentence.tokens.forEach((_, i) => {
    owned.get(ownerOf(sentence, i, heads))?.push(i);
  });
  return [...owned]
    .map(([head, tokens]) => ({ head, tokens: trimmed(sentence, [...antecedent(sentence, head), ...tokens]) }))
    .filter((clause) => clause.tokens.length > 1);
}

function headsClause(sentence: Sentence, token: Token, i: number): boolean {
  if (token.head < 0) return true;
  if (!clauseRelations.has(token.deprel)) return false;
  if (sentence.tokens.some((t) => t.head === i && /^what$/i.test(t.form))) return false;
  const verbal = token.upos === "VERB" || token.upos === "AUX";
  if (token.deprel !== "conj") return verbal || hasDependent(sentence, i, /^(nsubj|cop)/);
  return verbal && hasDependent(sentence, i, /^(nsubj|obj|obl)/);
}

/**
 * A clause within a clause shows where it begins: a conjunction, a relative word, punctuation, or at the front of the
 * sentence a comma after it. What shows nothing is one clause to a reader, and most often an error of the parser.
 */
function isMarked(sentence: Sentence, token: Token, i: number): boolean {
  if (token.head < 0) return true;
  const tokens = subtree(sentence, i);
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  const opening = sentence.tokens[first]!;
  if (/^(SCONJ|CCONJ|PUNCT)$/.test(opening.upos) || opening.xpos.startsWith("W")) return true;
  const outside = sentence.tokens[first === 0 ? last + 1 : first - 1];
  return outside !== undefined && /^(PUNCT|CCONJ|SCONJ)$/.test(outside.upos);
}

/** The noun phrase that a relative clause is said of, if it stands right before it. */
function antecedent(sentence: Sentence, head: number): number[] {
  const noun = antecedentNoun(sentence, head);
  if (noun < 0) return [];
  const phrase = [noun];
  sentence.tokens.forEach((t, i) => {
    if (t.head === noun && /^(amod|compound|nummod|flat|det|nmod:poss)$/.test(t.deprel)) phrase.push(i);
  });
  return phrase.sort((a, b) => a - b).filter((i) => i < head);
}

/** By the tree, or for "…, which bought it" by position: parsers often hang such a clause elsewhere. */
function antecedentNoun(sentence: Sentence, head: number): number {
  const token = sentence.tokens[head]!;
  if (token.deprel === "acl:relcl") return token.head;
  const word = sentence.tokens.findIndex((t) => t.head === head && /^(which|who)$/i.test(t.form));
  const before = sentence.tokens[word - 1]?.form === "," ? word - 2 : word - 1;
  return word > 0 && /^(NOUN|PROPN)$/.test(sentence.tokens[before]?.upos ?? "") ? before : -1;
}

/** Whether a token has a dependent whose relation matches. */
export function hasDependent(sentence: Sentence, head: number, relation: RegExp): boolean {
  return sentence.tokens.some((token) => token.head === head && relation.test(token.deprel));
}

function ownerOf(sentence: Sentence, i: number, heads: ReadonlySet<number>): number {
  let at = i;
  for (let steps = 0; steps <= sentence.tokens.length && at >= 0; steps++) {
    if (heads.has(at)) return at;
    at = sentence.tokens[at]!.head;
  }
  return -1;
}

/** Without punctuation and connectives at either end. */
export function trimmed(sentence: Sentence, tokens: readonly number[]): number[] {
  const edge = (i: number | undefined) =>
    i !== undefined && ["PUNCT", "SCONJ", "CCONJ"].includes(sentence.tokens[i]!.upos);
  let from = 0;
  let to = tokens.length;
  while (from < to && edge(tokens[from])) from++;
  while (to > from && edge(tokens[to - 1])) to--;
  return tokens.slice(from, to);
}
