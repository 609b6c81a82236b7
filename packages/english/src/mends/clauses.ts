import type { Token } from "../token.js";

/** What hangs on a verb as a noun does. */
const nominal = /^(?:obl|obj|nmod)$/;

/** Conjunctions that never introduce what is said. */
const adverbial = /^(?:because|although|though|unless|until|while)$/i;

/** Verbs that stand behind what was said; "warn" and the like are not here, for they take a participle too. */
const saying = /^(?:say|announce|report|state|claim|explain|insist|confirm|declare|write|add|note)$/;

/**
 * Calls clauses clauses: what has a subject and a copula of its own is no object or modifier ("Homes were without power,
 * police said"), what begins with "because" is not what is said, and in "Prices have risen, he said, adding that …" the
 * first clause is what was said, not the one with "adding". Nothing else changes.
 */
export function mendClauses(tokens: readonly Token[]): readonly Token[] {
  const own = (i: number, relation: RegExp) => tokens.some(({ head, deprel }) => head === i && relation.test(deprel));
  const because = (i: number) => tokens.some((t) => t.head === i && t.deprel === "mark" && adverbial.test(t.form));
  const isSaid = (i: number): boolean => {
    const { head, deprel } = tokens[i]!;
    const front = deprel === "advcl" && head > i && saying.test(tokens[head]!.lemma);
    return (
      front &&
      own(i, /^[nc]subj/) &&
      !own(i, /^(?:mark|advmod:rel)/) &&
      tokens.some((t) => t.head === head && /^(?:nsubj)/.test(t.deprel))
    );
  };
  const besides = (i: number): boolean =>
    tokens[i]!.xpos === "VBG" &&
    tokens[i]!.head < i &&
    !own(i, /^(?:aux|[nc]subj)/) &&
    tokens.some((t, k) => t.head === tokens[i]!.head && isSaid(k));
  const relationOf = (token: Token, i: number): string => {
    if (token.deprel === "ccomp" && (because(i) || besides(i))) return "advcl";
    if (isSaid(i)) return "ccomp";
    const clause = nominal.test(token.deprel) && own(i, /^cop$/) && own(i, /^nsubj/);
    return clause && tokens[token.head]!.upos === "VERB" ? "ccomp" : token.deprel;
  };
  const relations = tokens.map(relationOf);
  return relations.every((relation, i) => relation === tokens[i]!.deprel)
    ? tokens
    : tokens.map((token, i) => ({ ...token, deprel: relations[i]! }));
}
