import { pathToRoot } from "@hearsay/english";
import type { Statement } from "../../model/index.js";
import type { Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import { callsUntrue, isDenial } from "./denial.js";
import { governed } from "./predicate.js";

const negations = new Set(
  "not n't never no none neither nor nobody nothing cant dont didnt wont isnt wasnt".split(" "),
);

/** An odd number of "not", a word of denial in it or above it, or a statement that denies. */
export function isNegated(tree: Tree, clause: Clause, statement: Statement | null): boolean {
  const above = pathToRoot(tree, clause.head).map((i) => tree.lemmas[i]!);
  const doubted = above.includes("hard") && above.some((l) => /^(sustain|believe|maintain|credit|defend)$/.test(l));
  const denied = deniersOf(tree, clause.head).some((i) => callsUntrue(tree, i));
  // What is said of a noun by the way ("Roe, who was mayor until May, denied …") is not denied with it.
  const byTheWay = tree.tokens[clause.head]!.deprel === "acl:relcl";
  if (doubted || (statement?.act === "denial" && !byTheWay) || isDenial(tree, clause) || denied) return true;
  if (tree.lemmas[clause.head] === "fail" && governed(tree, clause.head) !== clause.head) return true;
  if (isWithoutEvidence(tree, clause.head)) return true;
  return clause.tokens.filter((i) => negations.has(tree.lemmas[i]!) && governs(tree, clause.head, i)).length % 2 === 1;
}

/** "Not one shred of evidence that …", "without proof that …": what is said to be shown by nothing. */
function isWithoutEvidence({ tokens, relations, lemmas, children }: Tree, head: number): boolean {
  let at = tokens[head]!.head;
  if (at < 0 || !/^(?:acl|ccomp|csubj)$/.test(relations[head]!) || !evidence.has(lemmas[at]!)) return false;
  for (let step = 0; step < 4 && at >= 0; step++) {
    if (children[at]!.some((i) => i < head && (negations.has(lemmas[i]!) || lemmas[i] === "without"))) return true;
    if (tokens[at]!.upos === "VERB") return false;
    at = tokens[at]!.head;
  }
  return false;
}

const evidence = new Set("evidence proof indication sign hint suggestion".split(" "));

/** What stands above a clause and may deny it: not the verb of whose subject something is said by the way. */
function deniersOf(tree: Tree, head: number): number[] {
  const path = pathToRoot(tree, head);
  const subject = path.findIndex((i, n) => {
    const above = tree.tokens[path[n + 1] ?? -1];
    return tree.relations[i] === "nsubj" && n > 0 && above?.upos === "VERB";
  });
  return subject < 0 ? path : path.slice(0, subject + 1);
}

/**
 * A negation counts where it stands with the predicate, an argument or an adverbial of time and manner ("at no point"),
 * not deeper ("to life with no chance of parole"), nor in what is coordinated with it or said besides ("…, but no one was
 * hurt"); "not just" and "not only" negate nothing.
 */
function governs(tree: Tree, head: number, i: number): boolean {
  const { tokens, relations } = tree;
  if (/^(?:just|only|merely|simply|solely)$/i.test(tokens[i + 1]?.form ?? "")) return false;
  if (/^["“”'‘’]$/.test(tokens[i - 1]?.form ?? "") && /^["“”'‘’]$/.test(tokens[i + 1]?.form ?? "")) return false;
  if (i === head) return true;
  if (within.test(tokens[i - 1]?.form ?? "")) return leadsTo(tree, head, i, 4);
  const argument = tokens[i]!.head;
  if (argument === head) return !besides.test(relations[i]!);
  return argument >= 0 && core.test(relations[argument]!) && tokens[argument]!.head === head;
}

const besides = /^(?:conj|parataxis|appos|advcl|acl|ccomp|csubj)/;
const core = /^(?:nsubj|obj|iobj|aux|cop|advmod|amod)/;
/** "at no point", "in no way", "by no means". */
const within = /^(?:at|in|on|under|by)$/i;

function leadsTo({ tokens, relations }: Tree, head: number, i: number, steps: number): boolean {
  let at = i;
  for (let step = 0; step <= steps && at >= 0; step++) {
    if (at === head) return true;
    if (besides.test(relations[at]!)) return false;
    at = tokens[at]!.head;
  }
  return false;
}
