import type { Token } from "../token.js";

/** Verbs that say to whom before what: "explained to the court in January that …". */
const telling =
  /^(?:tell|explain|say|announce|report|state|claim|warn|argue|insist|confirm|declare|write|add|note|inform|assure|remind|promise|suggest|admit|testify|complain|stress|signal|indicate|convince|persuade|notify)$/;

/** Those of them whose object is the one who is told; an object of the others may well have the clause itself. */
const addressing = /^(?:tell|warn|inform|assure|remind|promise|convince|persuade|notify)$/;

/** Nouns that such a clause spells out: "the fact that …". */
const contentful =
  /^(?:fact|claim|report|idea|news|hope|fear|view|belief|sign|evidence|proof|rumou?r|allegation|statement|suggestion|warning|promise|threat|condition|ground|notion|assumption|conclusion|accusation|impression|possibility|chance|risk|decision|demand|order|request|agreement|announcement|assurance|argument|assertion|concern|doubt|word|message|proposal|recommendation|result|point|indication|prospect|theory|understanding|insistence|complaint|denial|confirmation|explanation|reason|way|time)$/;

/**
 * Gives a verb of telling what was told, where a "that" hung the clause on the noun before it: "He told me by phone that
 * the company had agreed" has no phone that had agreed. Also gives what was said its subject back where both hung on the
 * verb of saying: "The price of rice has since doubled, he said". Nothing else changes.
 */
export function mendTold(tokens: readonly Token[]): readonly Token[] {
  return tokens.reduce<readonly Token[]>((tree, _, i) => withSubject(withContent(tree, i), i), tokens);
}

function withContent(tokens: readonly Token[], clause: number): readonly Token[] {
  const verb = tokens[clause]!.deprel.startsWith("acl") ? tellingAbove(tokens, clause) : -1;
  if (verb < 0) return tokens;
  return tokens.map((token, i): Token => {
    if (i === clause) return { ...token, head: verb, deprel: "ccomp" };
    return isThat(token, clause) ? { ...token, upos: "SCONJ", xpos: "IN" } : token;
  });
}

const isThat = ({ form, head, deprel }: Token, clause: number): boolean =>
  head === clause && deprel === "mark" && /^that$/i.test(form);

/** The verb of telling over the noun that the clause hangs on; −1 when the noun may well have such a clause itself. */
function tellingAbove(tokens: readonly Token[], clause: number): number {
  const own = tokens.filter(({ head }) => head === clause);
  if (!own.some((t) => isThat(t, clause)) || !own.some(({ deprel }) => /^nsubj/.test(deprel))) return -1;
  const noun = tokens[clause]!.head;
  if (noun > clause || contentful.test(tokens[noun]!.lemma)) return -1;
  const verb = verbAbove(tokens, noun);
  const below = tokens.filter(({ head }) => head === verb);
  const free = !below.some(({ deprel }) => /^(?:ccomp|csubj)/.test(deprel));
  return verb >= 0 && verb < noun && free && (tellsOnly(tokens[verb]!, below) || putsIt(tokens[verb]!, below))
    ? verb
    : -1;
}

/** Not "he reported a leak in a pipe that they had mended". */
const tellsOnly = ({ lemma }: Token, below: readonly Token[]): boolean =>
  addressing.test(lemma) || (telling.test(lemma) && !below.some(({ deprel }) => deprel === "obj"));

/** "I put it to a clerk that …". */
const putsIt = ({ lemma }: Token, below: readonly Token[]): boolean =>
  /^(?:put|make|get)$/.test(lemma) && below.some(({ form, deprel }) => deprel === "obj" && form.toLowerCase() === "it");

/** Up from a noun over nouns to their verb; −1 if anything else comes between. */
function verbAbove(tokens: readonly Token[], noun: number): number {
  let at = noun;
  for (
    let steps = 0;
    steps <= tokens.length && /^(?:nmod|appos|flat|compound|obl|obj|iobj)/.test(tokens[at]!.deprel);
    steps++
  ) {
    at = tokens[at]!.head;
    if (tokens[at]!.upos === "VERB") return at;
  }
  return -1;
}

/** A noun that hangs on the verb of saying as if it were a clause, before the clause that lacks a subject. */
function withSubject(tokens: readonly Token[], clause: number): readonly Token[] {
  const { head: said, deprel, upos } = tokens[clause]!;
  if (deprel !== "ccomp" || upos !== "VERB" || said < clause || !telling.test(tokens[said]!.lemma)) return tokens;
  const below = tokens.filter(({ head }) => head === clause);
  if (below.some((t) => /^(?:[nc]subj|expl|mark)/.test(t.deprel)) || !below.some((t) => /^aux/.test(t.deprel)))
    return tokens;
  const noun = tokens.findIndex((t, i) => i < clause && t.head === said && isBareNoun(tokens, i));
  const passive = below.some((t) => t.deprel === "aux:pass");
  return noun < 0
    ? tokens
    : tokens.with(noun, { ...tokens[noun]!, head: clause, deprel: passive ? "nsubj:pass" : "nsubj" });
}

const isBareNoun = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.deprel === "ccomp" &&
  /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos) &&
  !tokens.some(({ head, deprel }) => head === i && /^(?:cop|[nc]subj|mark|aux|case)/.test(deprel));
