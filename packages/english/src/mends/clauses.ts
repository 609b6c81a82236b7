import type { Token } from "../token.js";

/** What hangs on a verb as a noun does. */
const nominal = /^(?:obl|obj|nmod)$/;

/** Conjunctions that never introduce what is said. */
const adverbial = /^(?:because|although|though|unless|until|while)$/i;

/** Verbs that stand behind what was said. */
const saying = /^(?:say|announce|report|state|claim|explain|insist|confirm|declare|write|add|note)$/;

/**
 * Calls clauses clauses: what has a subject and a copula of its own is no object or modifier ("Homes were without power,
 * police said"), what begins with "because" is not what is said, and in "Prices have risen, he said, adding that …" the
 * first clause is what was said, not the one with "adding". Nothing else changes.
 */
export function mendClauses(tokens: readonly Token[]): readonly Token[] {
  const relations = tokens.map((_, i) => relationOf(tokens, i));
  return relations.every((relation, i) => relation === tokens[i]!.deprel)
    ? tokens
    : tokens.map((token, i) => ({ ...token, deprel: relations[i]! }));
}

function relationOf(tokens: readonly Token[], i: number): string {
  const { head, deprel } = tokens[i]!;
  if (deprel === "ccomp") return isBecause(tokens, i) || isBeside(tokens, i) ? "advcl" : deprel;
  if (isSaidFirst(tokens, i)) return "ccomp";
  const clause = nominal.test(deprel) && has(tokens, i, /^cop$/) && has(tokens, i, /^nsubj/);
  return clause && tokens[head]!.upos === "VERB" ? "ccomp" : deprel;
}

const has = (tokens: readonly Token[], i: number, relation: RegExp): boolean =>
  tokens.some(({ head, deprel }) => head === i && relation.test(deprel));

const isBecause = (tokens: readonly Token[], i: number): boolean =>
  tokens.some(({ form, head, deprel }) => head === i && deprel === "mark" && adverbial.test(form));

/** A clause with its own subject and no conjunction, before a verb of saying that has a speaker. */
function isSaidFirst(tokens: readonly Token[], i: number): boolean {
  const { head, deprel } = tokens[i]!;
  if (deprel !== "advcl" || head < i || !saying.test(tokens[head]!.lemma)) return false;
  return has(tokens, i, /^[nc]subj/) && !has(tokens, i, /^mark/) && has(tokens, head, /^nsubj/);
}

/** A participle behind a verb of saying that has its content before it. */
function isBeside(tokens: readonly Token[], i: number): boolean {
  const { head, xpos } = tokens[i]!;
  if (xpos !== "VBG" || head > i || has(tokens, i, /^(?:aux|[nc]subj)/)) return false;
  return tokens.some((token, k) => token.head === head && isSaidFirst(tokens, k));
}
