import type { Token } from "../token.js";

/**
 * Finds the verb of a sentence read as a mere noun: in "Norway lifted sanctions on Belarus." what stands before "lifted"
 * is its subject and the root its object. Only in sentences that end with a full stop; headlines may well have no verb.
 * Nothing else changes.
 */
export function mendVerbless(tokens: readonly Token[]): readonly Token[] {
  const root = tokens.findIndex(({ head }) => head < 0);
  if (tokens.at(-1)?.form !== "." || !isNoun(tokens[root]) || hasPredicate(tokens, root)) return tokens;
  const verb = tokens.findIndex((token, i) => i > 0 && i < root && token.head === root && isVerb(tokens, i, root));
  const subject = verb < 0 ? -1 : subjectOf(tokens, verb, root);
  return subject < 0 ? tokens : withVerb(tokens, { subject, verb, root });
}

/** A noun, or a pronoun that can be a subject. */
const isNoun = (token: Token | undefined): boolean =>
  /^(?:NOUN|PROPN)$/.test(token?.upos ?? "") || /^(?:I|we|you|he|she|it|they)$/i.test(token?.form ?? "");

const hasPredicate = (tokens: readonly Token[], root: number): boolean =>
  tokens.some(({ head, deprel }) => head === root && /^(?:cop|aux|nsubj|csubj|expl)/.test(deprel));

/** A participle before the noun, not behind the noun's own article. */
function isVerb(tokens: readonly Token[], i: number, root: number): boolean {
  const { deprel, xpos } = tokens[i]!;
  const article = tokens.some(
    (t, k) => k < i && t.head === root && /^(?:det|nmod:poss|nummod|case|mark|cc)$/.test(t.deprel),
  );
  return deprel === "amod" && /^VB[DN]$/.test(xpos) && !article;
}

/** The noun on top of all that stands before the verb; −1 when that is not one noun group right before it. */
function subjectOf(tokens: readonly Token[], verb: number, root: number): number {
  const tops = [];
  for (let i = 0; i < verb; i++) {
    const { head, upos } = tokens[i]!;
    if (upos !== "PUNCT" && (head >= verb || head < 0)) tops.push(i);
  }
  const top = tops.at(-1) ?? -1;
  const before = tokens[verb - 1]!;
  const behindComma = before.form === "," && tokens.slice(0, verb - 1).some(({ form }) => form === ",");
  const own = [root, verb, clauseBehind(tokens, root)].includes(tokens[top]?.head ?? -1);
  const fits = own && isNoun(tokens[top]) && (isNoun(before) || behindComma);
  const others = tops.slice(0, -1).every((i) => /^(?:advmod|obl|advcl|discourse|cc)/.test(tokens[i]!.deprel));
  return fits && others ? top : -1;
}

/** The verb of the clause with "that" right behind the root: "informed journalists that …"; −1 if there is none. */
const clauseBehind = (tokens: readonly Token[], root: number): number =>
  tokens[root + 1]?.form !== "that"
    ? -1
    : tokens.findIndex(({ head, deprel }, i) => i > root && head === root && /^(?:acl|ccomp)/.test(deprel));

interface Clause {
  readonly subject: number;
  readonly verb: number;
  readonly root: number;
}

function withVerb(tokens: readonly Token[], { subject, verb, root }: Clause): readonly Token[] {
  const ofVerb = /^(?:punct|ccomp|xcomp|advcl|obl|advmod|parataxis|discourse|cc)/;
  const clause = tokens[subject]!.head > root ? tokens[subject]!.head : -1;
  return tokens.map((token, i): Token => {
    if (i === clause) return { ...token, head: verb, deprel: "ccomp" };
    if (clause >= 0 && i === root + 1) return { ...token, upos: "SCONJ", xpos: "IN", head: clause, deprel: "mark" };
    if (i === verb) return { ...token, xpos: "VBD", upos: "VERB", head: -1, deprel: "root" };
    if (i === subject) return { ...token, head: verb, deprel: "nsubj" };
    if (i === root) return { ...token, head: verb, deprel: "obj" };
    return token.head === root && (i < verb || ofVerb.test(token.deprel)) ? { ...token, head: verb } : token;
  });
}
