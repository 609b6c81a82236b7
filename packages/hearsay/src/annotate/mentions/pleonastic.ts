import type { Token } from "@hearsay/english";

const clause = /^(?:csubj|ccomp|xcomp|acl|advcl)/;
/** Verbs that take "it" for a subject in name only. */
const empty = new Set(
  "seem appear happen turn follow matter rain snow thunder transpire emerge remain depend take cost".split(" "),
);
const saying = new Set(
  "say report believe think know expect estimate hope assume suggest speculate claim allege fear understand recommend propose agree decide note argue announce".split(
    " ",
  ),
);
const times = new Set(
  "time noon midnight morning afternoon evening night day dark late early cold hot warm monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** What is denied, admitted or meant is mostly what was said before, not someone. */
const holding = new Set(
  "deny admit confirm doubt mean prove explain do tell dispute mention regret imagine".split(" "),
);

/** "It is clear that …", "it seems", "it was said that …", "make it hard to …", "denied it": "it" that stands for nothing or for a whole clause. */
export function isPleonastic(tokens: readonly Token[], at: number): boolean {
  const it = tokens[at]!;
  if (it.deprel === "expl") return true;
  const head = tokens[it.head];
  if (head === undefined) return false;
  const lemma = head.lemma.toLowerCase();
  const hasClause = childOf(tokens, it.head, at, clause);
  if (it.deprel === "nsubj") {
    if (childOf(tokens, it.head, -1, /^cop$/))
      return times.has(lemma) || (hasClause && (head.upos === "ADJ" || head.upos === "NOUN" || head.upos === "ADV"));
    return empty.has(lemma) && (hasClause || lemma === "rain" || lemma === "snow");
  }
  if (it.deprel === "nsubj:pass") return hasClause && saying.has(lemma);
  if (it.deprel === "obj" && (saying.has(lemma) || holding.has(lemma))) return true;
  return it.deprel === "obj" && ["make", "find", "consider", "think"].includes(lemma) && hasClause;
}

/** The token at `head` has a child after position `after` with such a relation. */
function childOf(tokens: readonly Token[], head: number, after: number, relation: RegExp): boolean {
  for (let i = after + 1; i < tokens.length; i++)
    if (tokens[i]!.head === head && relation.test(tokens[i]!.deprel)) return true;
  return false;
}
