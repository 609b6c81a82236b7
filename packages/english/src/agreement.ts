import type { Token } from "./token.js";

/**
 * Adds the features that only the tree tells: number and person of finite verbs, which English shows on the subject
 * ("they went"); the case of "you" and "it"; commands, passives, and gerunds against participles.
 */
export function agree(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    const added = featuresAt(tokens, token, i);
    return added === undefined ? token : { ...token, feats: merged(token.feats, added) };
  });
}

function featuresAt(tokens: readonly Token[], token: Token, i: number): readonly string[] | undefined {
  if (token.xpos === "PRP") return /Case=/.test(token.feats) ? undefined : [caseOf(token)];
  if (token.xpos === "VBD" || token.xpos === "VBP") return personOf(tokens, i, token.xpos);
  if (token.xpos === "VB" && token.upos === "VERB")
    return commands(tokens, i) ? ["Mood=Imp", "VerbForm=Fin"] : ["VerbForm=Inf"];
  if (token.xpos === "VBN" && token.upos === "VERB") return passive(tokens, i) ? ["Voice=Pass"] : undefined;
  if (token.xpos === "VBG" && token.upos === "VERB")
    return gerund(tokens, i) ? ["VerbForm=Ger"] : ["Tense=Pres", "VerbForm=Part"];
  return undefined;
}

const caseOf = ({ deprel }: Token): string => (/^(?:nsubj|expl)/.test(deprel) ? "Case=Nom" : "Case=Acc");

/** Number and person of a finite verb's subject; without one, nothing. */
function personOf(tokens: readonly Token[], i: number, xpos: string): readonly string[] | undefined {
  const at = subjectOf(tokens, i);
  if (at < 0) return undefined;
  const subject = tokens[at]!;
  const person = /Person=([12])/.exec(subject.feats)?.[1] ?? "3";
  if (person === "2") return ["Number=Sing", "Person=2"];
  const joined = tokens.some(({ head, deprel }) => head === at && deprel === "conj");
  const plural = joined || /Number=Plur/.test(subject.feats) || (xpos === "VBP" && person === "3");
  return [plural ? "Number=Plur" : "Number=Sing", `Person=${person}`];
}

/** The subject of the clause a verb or auxiliary belongs to; a relative pronoun's antecedent in its place. */
function subjectOf(tokens: readonly Token[], verb: number): number {
  let clause = /^(?:aux|cop)/.test(tokens[verb]!.deprel) ? tokens[verb]!.head : verb;
  for (let steps = 0; clause >= 0 && steps < 8; steps++) {
    const subject = tokens.findIndex(({ head, deprel }) => head === clause && /^[nc]subj/.test(deprel));
    if (subject >= 0)
      return /^W(?:P|DT)$/.test(tokens[subject]!.xpos) && tokens[clause]!.deprel === "acl:relcl"
        ? tokens[clause]!.head
        : subject;
    if (tokens[clause]!.deprel !== "conj") return -1;
    clause = tokens[clause]!.head;
  }
  return -1;
}

/** Whether a base form is a main verb with neither subject nor auxiliary nor mark: "Call us." */
function commands(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:root|parataxis|conj)$/.test(tokens[verb]!.deprel)) return false;
  if (tokens[verb]!.deprel === "conj" && tokens[tokens[verb]!.head]!.xpos !== "VB") return false;
  const below = tokens.filter(({ head }) => head === verb);
  if (below.some(({ deprel }) => /^(?:[nc]subj|mark|expl)/.test(deprel))) return false;
  if (below.some(({ deprel, lemma }) => deprel.startsWith("aux") && lemma !== "do")) return false;
  return tokens[verb]!.deprel !== "conj" || commands(tokens, tokens[verb]!.head);
}

const passive = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb]!.deprel === "acl" || tokens.some(({ head, deprel }) => head === verb && deprel.endsWith(":pass"));

/** Whether an -ing form stands where a noun could: as subject, object or complement, or behind a preposition. */
const gerund = (tokens: readonly Token[], verb: number): boolean =>
  /^(?:csubj|xcomp|ccomp|nmod|obl|obj|nsubj)/.test(tokens[verb]!.deprel) ||
  tokens.some(({ head, xpos }, i) => head === verb && i < verb && xpos === "IN");

/** Both sets of features in one, in order of name; of two values for one name the added one counts. */
function merged(own: string, added: readonly string[]): string {
  const names = new Set<string>();
  const all = [...added, ...(own === "_" ? [] : own.split("|"))].filter((feature) => {
    const name = feature.split("=")[0]!;
    if (names.has(name)) return false;
    names.add(name);
    return true;
  });
  return all.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join("|");
}
