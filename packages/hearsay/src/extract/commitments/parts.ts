import { type Span, span } from "../../model/index.js";
import { hasAttitude } from "../events/lexicon.js";
import {
  dependents,
  formAt,
  isTimeWord,
  lemmaAt,
  posAt,
  preposition,
  relationAt,
  subtree,
  type Tree,
} from "../events/tree.js";
import { keysAt, objectOf } from "../events/voice.js";
import { conditionMarks, conditionPhrases } from "./tables.js";

const marks = new Set(conditionMarks.split(/\s+/).filter(Boolean));
const phrases = new Set(conditionPhrases.split(/\s+/).filter(Boolean));

/** The words from first to last token of a subtree, without punctuation and opening "to", "that", "for" around them. */
export function wordsOf(article: string, tree: Tree, i: number, skip?: (kid: number) => boolean): Span {
  const inside = subtree(tree, i, skip).map((at) => tree.tokens[at]!);
  while (inside.length > 1 && inside.at(-1)!.upos === "PUNCT") inside.pop();
  while (inside.length > 1 && (inside[0]!.upos === "PUNCT" || opening.has(inside[0]!.form.toLowerCase())))
    inside.shift();
  return span(article, inside[0]!.start, inside.at(-1)!.end);
}

const opening = new Set(["that", "for", "of"]);

/**
 * What is promised, asked, given or refused by the word at `i`: its clause, else its object, else its "for", "with" or
 * "to" phrase. Who it is given to or asked of is no object.
 */
export function objectSpan(article: string, tree: Tree, i: number, to: Span | null): Span | null {
  const skip = (kid: number): boolean => isConditionClause(tree, kid);
  const clause =
    dependents(tree, i, "xcomp")[0] ??
    dependents(tree, i, "advcl").find((kid) => kid > i && isAsked(tree, i, kid)) ??
    dependents(tree, i, "ccomp")[0] ??
    dependents(tree, i, "acl").find((kid) => kid > i);
  if (clause !== undefined) return withNot(tree, wordsOf(article, tree, clause, skip));
  const object = things(tree, i).find((kid) => !isWithin(to, tree, kid));
  return object === undefined || posAt(tree, object) === "PRON"
    ? null
    : bare(tree, wordsOf(article, tree, object, skip));
}

/** "agreed to a truce": a truce. */
function bare(tree: Tree, words: Span): Span {
  const first = tree.tokens.findIndex((token) => token.start === words.start);
  const next = tree.tokens[first + 1];
  const joins = ["to", "on", "with", "from"].includes(formAt(tree, first)) && posAt(tree, first + 1) !== "VERB";
  return joins && next !== undefined && next.start < words.end ? { ...words, start: next.start } : words;
}

/** "sworn not to hold talks": what is sworn is not to hold them. */
function withNot(tree: Tree, words: Span): Span {
  const first = tree.tokens.findIndex((token) => token.start === words.start);
  const before = tree.tokens[first - 1];
  return before?.form.toLowerCase() === "not" ? { ...words, start: before.start } : words;
}

function things(tree: Tree, i: number): readonly number[] {
  const object = objectOf(tree, i);
  const joined = dependents(tree, i, "obl", "nmod").filter(
    (kid) => ["for", "with", "to", "of", "on", "from"].includes(preposition(tree, kid)) && !isDate(tree, kid),
  );
  return [...(object === null ? [] : [object]), ...dependents(tree, i, "obj"), ...joined];
}

/** The infinitive of what is asked for, hung on the verb as if it were a purpose. */
const isAsked = (tree: Tree, i: number, kid: number): boolean =>
  tree.tokens[kid]?.xpos === "VB" &&
  hasAttitude(keysAt(tree, i), "ask") &&
  dependents(tree, kid, "mark").some((mark) => formAt(tree, mark) === "to");

/** "on 2 December", "on Thursday". */
const isDate = (tree: Tree, i: number): boolean =>
  isTimeWord(lemmaAt(tree, i)) || (preposition(tree, i) === "on" && posAt(tree, i) === "NUM");

function isWithin(side: Span | null, tree: Tree, i: number): boolean {
  const token = tree.tokens[i]!;
  return side !== null && token.start >= side.start && token.end <= side.end;
}

/** The condition under which it holds: "if …", "unless …", "in return for …". */
export function conditionOf(article: string, tree: Tree, i: number): Span | null {
  const below = subtree(tree, i);
  const clause = below.find((at) => isConditionClause(tree, at));
  if (clause !== undefined) return wordsOf(article, tree, clause);
  const phrase = below.find(
    (at) =>
      phrases.has(lemmaAt(tree, at)) &&
      ["in", "on"].includes(preposition(tree, at)) &&
      dependents(tree, at, "nmod", "acl", "ccomp").length > 0,
  );
  return phrase === undefined ? null : wordsOf(article, tree, phrase);
}

function isConditionClause(tree: Tree, i: number): boolean {
  if (relationAt(tree, i) !== "advcl") return false;
  return dependents(tree, i, "mark", "advmod").some((kid) => marks.has(formAt(tree, kid)));
}
