import { frameType, isEmptyFrame, isThing, nominalizedVerb, nounType } from "../events/lexicon.js";
import { below, type Tree } from "../tree.js";
import type { Lookup } from "./lookup.js";
import { everyday, negative, phrasal, positive } from "./stances.js";

/**
 * Whether the words from a clause's head to what it is about only tell what somebody did, whoever may be for it: "opened
 * fire", "left the hospital", "gave an interview". Verbs of every day take a stand with an infinitive, with what the tables
 * of events know as an act, aid or arms, or with what is given to somebody named. `path` ends with `target`; with
 * `intended` the stand lies in the intention.
 */
export function isMundane(tree: Tree, path: readonly number[], intended: boolean, lookup: Lookup): boolean {
  const target = path.at(-1)!;
  const taking = path.slice(0, -1).filter((i) => positive.has(tree.lemmas[i]!) || negative.has(tree.lemmas[i]!));
  const verb = taking.at(-1);
  if (verb === undefined || tree.tokens[verb]!.upos !== "VERB" || !everyday.has(tree.lemmas[verb]!)) return false;
  const way = path[path.indexOf(verb) + 1]!;
  const lemma = tree.lemmas[verb]!;
  if (/^(?:xcomp|ccomp|acl|advcl)$/.test(tree.relations[way]!) && tree.tokens[way]!.upos === "VERB") return false;
  if (lemma === "call" && tree.relations[way] === "obl") return false;
  if (phrasal.has(lemma) && hasParticle(tree, verb)) return true;
  const noun = tree.lemmas[target]!;
  if (isIdiom(lemma, noun)) return true;
  return !intended && taking.length === 1 && !isIssue(lemma, noun) && !isGivenTo(tree, verb, target, lookup);
}

/** "Brought back", "sent back" is the verb's own sense still. */
const hasParticle = (tree: Tree, verb: number): boolean =>
  tree.children[verb]!.some((i) => tree.tokens[i]!.deprel === "compound:prt" && tree.lemmas[i] !== "back");

const isIdiom = (verb: string, noun: string): boolean =>
  (verb === "open" && noun === "fire") || (verb !== "pay" && isEmptyFrame([verb], [noun]));

const isIssue = (verb: string, noun: string): boolean =>
  (isThing(noun) && !/^(?:call|keep|leave|take)$/.test(verb)) ||
  nounType(noun) !== null ||
  nominalizedVerb(noun) !== null ||
  (frameType([verb], [noun], false) ?? null) !== null;

/** "Sent 40 buses to Norland", "gave Norland a loan". */
const isGivenTo = (tree: Tree, verb: number, given: number, lookup: Lookup): boolean =>
  /^(?:send|give|pay|lend|grant|return|release)$/.test(tree.lemmas[verb]!) &&
  [...tree.children[verb]!, ...tree.children[given]!].some(
    (i) =>
      (tree.relations[i] === "iobj" || (/^(?:obl|nmod)$/.test(tree.relations[i]!) && isTo(tree, i))) &&
      lookup.entitiesAt(below(tree, i).map((at) => tree.tokens[at]!)).length > 0,
  );

const isTo = (tree: Tree, i: number): boolean =>
  tree.children[i]!.some((child) => tree.relations[child] === "case" && tree.lemmas[child] === "to");
