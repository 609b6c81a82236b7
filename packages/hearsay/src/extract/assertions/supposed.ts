import type { Statement } from "../../model/index.js";
import type { Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import { isGoingTo } from "./predicate.js";

const hangs = (tree: Tree, head: number, relation: string, form: RegExp): boolean =>
  tree.children[head]!.some((child) => tree.relations[child] === relation && form.test(tree.tokens[child]!.form));

/** It is left open; so is what somebody refuses to speak to ("has not confirmed the report"). */
export const isConditional = (tree: Tree, { head }: Clause, statement: Statement | null): boolean =>
  statement?.act === "refusal" ||
  throughContents(tree, head).some((i) => hangs(tree, i, "mark", /^(if|unless|whether)$/i)) ||
  hangs(tree, head, "aux", /^(could|might|may|should)$/i) ||
  (hangs(tree, head, "aux", /^would$/i) && hangs(tree, head, "aux", /^have$/i)) ||
  isAsked(tree, head) ||
  isPutTo(tree, head) ||
  isCommand(tree, head);

/** "Consider it confirmed": what somebody is told to do is not said to be so. */
const isCommand = ({ tokens, children, relations }: Tree, head: number): boolean =>
  tokens[head]!.xpos === "VB" &&
  /^(?:root|conj|parataxis|ccomp)$/.test(relations[head]!) &&
  !children[head]!.some((i) => i < head && /^(?:nsubj|aux|mark|expl)$/.test(relations[i]!)) &&
  !(relations[head] === "conj" && tokens[tokens[head]!.head]?.xpos !== "VB");

/** A clause and those whose content it is: "whether he knew that it was false" leaves both open. */
function throughContents({ tokens, relations }: Tree, head: number): number[] {
  const path = [head];
  while (
    /^(?:ccomp|csubj)$/.test(relations[path.at(-1)!]!) &&
    tokens[path.at(-1)!]!.head >= 0 &&
    path.length < tokens.length
  )
    path.push(tokens[path.at(-1)!]!.head);
  return path;
}

/** "Nobody knows who struck the station" leaves open what "who" stands for. */
const isAsked = (tree: Tree, head: number): boolean =>
  tree.relations[head] === "ccomp" && hangs(tree, head, "nsubj", /^(who|what|which)$/i);

/** "I put to him that …" asks and does not assert. */
function isPutTo(tree: Tree, head: number): boolean {
  const { deprel, head: verb } = tree.tokens[head]!;
  return deprel === "ccomp" && tree.lemmas[verb] === "put" && hangs(tree, verb, "obj", /^it$/i);
}

/** It speaks of what is to come, or is the content of a promise, an offer, a threat. */
export function isFuture(tree: Tree, clause: Clause, statement: Statement | null, text: string): boolean {
  if (isGoingTo(tree, clause.head) && !isPast(tree, clause.head)) return true;
  if (clause.tokens.some((i) => /^(will|would|shall|['’]ll|wo)$/i.test(tree.tokens[i]!.form))) return true;
  if (statement === null) return false;
  return statement.act === "intention" || statement.cue.some((c) => promises.test(text.slice(c.start, c.end)));
}

/** "Prepares to strike", "wanted to serve", "was meant to arrive": what is led to need not have come. */
export const isMeant = (tree: Tree, head: number): boolean =>
  meant.has(tree.lemmas[head]!) &&
  tree.children[head]!.some(
    (i) => i > head && tree.relations[i] === "xcomp" && tree.children[i]!.some((c) => tree.lemmas[c] === "to"),
  );

const meant: ReadonlySet<string> = new Set("want wish hope prepare mean aim seek expect".split(" "));

const isPast = (tree: Tree, head: number): boolean =>
  tree.children[head]!.some((i) => tree.relations[i] === "aux" && /^(?:was|were)$/i.test(tree.tokens[i]!.form));

const promises =
  /\b(will\b|would\b|shall\b|promis|pledg|vow|offer|threat|plan|intend|guarant|expect|agreed? to|ready to)/i;
