import type { Token } from "../token.js";

/** Verbs that stand behind what was said: "The road is closed, police said." */
const saying = /^(?:say|announce|report|state|claim|warn|explain|argue|insist|confirm|declare|write|tell|add|note)$/;

/**
 * Makes the verb of saying at the end of a sentence its head, as treebanks mostly do: in "The road is closed, police
 * said" the road's being closed is what was said, not the other way round. Also finds the speaker behind the verb
 * ("says the mission's head") where it was taken for an object, and gives the clause back its own subject where that had
 * gone to the verb of saying. Nothing else changes.
 */
export function mendReported(tokens: readonly Token[]): readonly Token[] {
  const verb = tokens.findIndex((_, i) => isTail(tokens, i));
  if (verb < 0) return tokens;
  const said = tokens[verb]!.head;
  const [speaker, lost] = [speakerOf(tokens, verb), lostSubject(tokens, verb)];
  const { head, deprel } = tokens[said]!;
  return tokens.map((token, i): Token => {
    if (i === verb) return { ...token, head, deprel };
    if (i === said) return { ...token, head: verb, deprel: "ccomp" };
    if (i === speaker) return { ...token, head: verb, deprel: "nsubj" };
    if (i === lost) return { ...token, head: said };
    return token.head === said && i > verb ? { ...token, head: verb } : token;
  });
}

/** Whether word i says what stands before it: hung loosely on a clause to its left, with a comma or quote between. */
function isTail(tokens: readonly Token[], i: number): boolean {
  const { head, deprel, lemma, xpos } = tokens[i]!;
  if (!saying.test(lemma) || !/^VB[DZP]$/.test(xpos) || !/^(?:parataxis|conj)$/.test(deprel) || head >= i) return false;
  if (!/^(?:root|ccomp|parataxis)$/.test(tokens[head]!.deprel)) return false;
  const speaker = speakerOf(tokens, i);
  const below = tokens.filter((token) => token.head === i);
  if (speaker < 0 || below.some((token) => /^(?:cc|ccomp|mark)$/.test(token.deprel))) return false;
  const lost = lostSubject(tokens, i);
  const own = (k: number) =>
    !(lost >= 0 && under(tokens, k, lost)) && (under(tokens, k, i) || under(tokens, k, speaker));
  const first = Math.min(i, ...tokens.flatMap(({ upos }, k) => (own(k) && upos !== "PUNCT" ? [k] : [])));
  return first > head && /^(?:,|["”’]|'')$/.test(tokens[first - 1]?.form ?? "");
}

/**
 * The subject of the verb; or a noun taken for its object that stands behind it; or the noun between comma and verb that
 * was hung on a word before the comma. −1 if there is none.
 */
function speakerOf(tokens: readonly Token[], verb: number): number {
  const said = tokens[verb]!.head;
  const subject = tokens.findIndex(({ head, deprel }, k) => head === verb && deprel === "nsubj" && k > said);
  if (subject >= 0) return subject;
  const stray = strayBefore(tokens, verb);
  return stray >= 0 ? stray : tokens.findIndex(({ head, deprel }, k) => head === verb && k > verb && deprel === "obj");
}

/** The subject of what was said, hung on the verb of saying. −1 if there is none. */
function lostSubject(tokens: readonly Token[], verb: number): number {
  const said = tokens[verb]!.head;
  if (tokens.some(({ head, deprel }) => head === said && /^[nc]subj/.test(deprel))) return -1;
  return tokens.findIndex(({ head, deprel }, k) => head === verb && deprel === "nsubj" && k < said);
}

function strayBefore(tokens: readonly Token[], verb: number): number {
  const comma = tokens.findLastIndex(({ upos }, i) => i < verb && upos === "PUNCT");
  let top = verb - 1;
  if (comma < 0 || top === comma) return -1;
  while (tokens[top]!.head > comma && tokens[top]!.head < verb) top = tokens[top]!.head;
  const { head, deprel, xpos } = tokens[top]!;
  return head >= 0 && head < comma && /^NN/.test(xpos) && /^(?:appos|conj|nmod|list)/.test(deprel) ? top : -1;
}

function under(tokens: readonly Token[], word: number, verb: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && at !== verb && steps <= tokens.length; steps++) at = tokens[at]!.head;
  return at === verb;
}
