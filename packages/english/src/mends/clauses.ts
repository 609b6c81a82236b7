import type { Token } from "../token.js";

/** What hangs on a verb as a noun does. */
const nominal = /^(?:obl|obj|nmod)$/;

/** Conjunctions that never introduce what is said. */
const adverbial = /^(?:because|although|though|unless|until|while)$/i;

/**
 * Calls clauses clauses: what has a subject and a copula of its own is no object or modifier ("Homes were without power,
 * police said"), and what begins with "because" is not what is said. Nothing else changes.
 */
export function mendClauses(tokens: readonly Token[]): readonly Token[] {
  const own = (i: number, relation: RegExp) => tokens.some(({ head, deprel }) => head === i && relation.test(deprel));
  const because = (i: number) => tokens.some((t) => t.head === i && t.deprel === "mark" && adverbial.test(t.form));
  const relationOf = (token: Token, i: number): string => {
    if (token.deprel === "ccomp" && because(i)) return "advcl";
    const clause = nominal.test(token.deprel) && own(i, /^cop$/) && own(i, /^nsubj/);
    return clause && tokens[token.head]!.upos === "VERB" ? "ccomp" : token.deprel;
  };
  const relations = tokens.map(relationOf);
  return relations.every((relation, i) => relation === tokens[i]!.deprel)
    ? tokens
    : tokens.map((token, i) => ({ ...token, deprel: relations[i]! }));
}
