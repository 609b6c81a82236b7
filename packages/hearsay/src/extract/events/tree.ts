import type { Sentence } from "@hearsay/english";
import { Tree as AnyTree } from "../tree.js";

/** A sentence's tree with what the rules of events ask for again and again. */
export class Tree extends AnyTree {
  /** Lower-case forms. */
  readonly forms: readonly string[];
  /** Found when first asked for, then kept. */
  readonly prepositions: (string | undefined)[];
  readonly keys: (readonly string[] | undefined)[];

  constructor(sentence: Sentence) {
    super(sentence);
    const { tokens } = sentence;
    this.forms = tokens.map((token) => token.form.toLowerCase());
    this.prepositions = new Array(tokens.length);
    this.keys = new Array(tokens.length);
  }
}

export const lemmaAt = (tree: Tree, i: number): string => tree.lemmas[i] ?? "";
export const formAt = (tree: Tree, i: number): string => tree.forms[i] ?? "";
export const relationAt = (tree: Tree, i: number): string => tree.tokens[i]?.deprel ?? "";
export const baseRelation = (tree: Tree, i: number): string => tree.relations[i] ?? "";
export const posAt = (tree: Tree, i: number): string => tree.tokens[i]?.upos ?? "";
export const headAt = (tree: Tree, i: number): number => tree.tokens[i]?.head ?? -1;

/** Dependents of `i` whose relation is one of those given; "nsubj" takes its subtypes along, "nsubj:pass" only itself. */
export function dependents(tree: Tree, i: number, ...relations: readonly string[]): readonly number[] {
  let found: number[] | null = null;
  for (const kid of tree.children[i] ?? none) {
    if (!relations.includes(tree.relations[kid]!) && !relations.includes(tree.tokens[kid]!.deprel)) continue;
    if (found === null) found = [kid];
    else found.push(kid);
  }
  return found ?? none;
}

const none: readonly number[] = [];

/** The preposition that introduces `i`: "on", "out of" as "out of"; empty when there is none. */
export function preposition(tree: Tree, i: number): string {
  tree.prepositions[i] ??= prepositionOf(tree, i);
  return tree.prepositions[i];
}

function prepositionOf(tree: Tree, i: number): string {
  const marks = isNominal(tree, i) ? dependents(tree, i, "case", "mark") : dependents(tree, i, "case");
  const cases = marks.filter((kid) => formAt(tree, kid) !== "'s" && formAt(tree, kid) !== "’s");
  return cases.map((kid) => formAt(tree, kid)).join(" ");
}

/** Every token under `i`, itself included, save what `skip` cuts off. In text order. */
export function subtree(tree: Tree, i: number, skip: (kid: number) => boolean = () => false): readonly number[] {
  const found: number[] = [];
  const walk = (at: number, depth: number): void => {
    found.push(at);
    if (depth < 60) for (const kid of tree.children[at] ?? []) if (!skip(kid)) walk(kid, depth + 1);
  };
  walk(i, 0);
  return found.sort((a, b) => a - b);
}

/** `i` and what is coordinated with it. */
export function conjuncts(tree: Tree, i: number): readonly number[] {
  return [i, ...dependents(tree, i, "conj").filter((kid) => isNominal(tree, kid))];
}

/** Those coordinated at `i`; of "the two neighbours, X and Y" only X and Y. */
export function membersOf(tree: Tree, i: number): readonly number[] {
  const named = dependents(tree, i, "conj", "appos").flatMap((kid) => [kid, ...dependents(tree, kid, "conj")]);
  const names = [...new Set(named)].filter((kid) => posAt(tree, kid) === "PROPN").sort((a, b) => a - b);
  const counted = dependents(tree, i, "nummod", "det").some((kid) =>
    /^(?:two|three|both|2|3)$/.test(formAt(tree, kid)),
  );
  const isGroup = posAt(tree, i) === "NOUN" && (counted || dependents(tree, i, "appos").length > 0);
  return isGroup && names.length > 1 && formAt(tree, i + 1) === "," ? names : conjuncts(tree, i);
}

const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"]);

export const isNominal = (tree: Tree, i: number): boolean => nominal.has(posAt(tree, i)) || isHumanAdjective(tree, i);

/** "the wounded", "the Dutch": an adjective that heads a noun phrase. */
function isHumanAdjective(tree: Tree, i: number): boolean {
  return posAt(tree, i) === "ADJ" && dependents(tree, i, "det").length > 0;
}

const perfect = new Set(["has", "have", "had", "'ve", "’ve", "not", "never", "n't", "n’t"]);
const passive = new Set(["nsubj:pass", "aux:pass", "csubj:pass"]);

/** The token's form is a past participle in the passive: it has a passive subject or auxiliary; "has apologised" has none. */
export function isPassive(tree: Tree, i: number): boolean {
  const helpers = dependents(tree, i, "aux").map((kid) => formAt(tree, kid));
  if (helpers.length > 0 && helpers.every((form) => perfect.has(form))) return false;
  return (tree.children[i] ?? []).some((kid) => passive.has(relationAt(tree, kid)));
}

/** Auxiliaries of a verb, lower case. */
export function auxiliaries(tree: Tree, i: number): readonly string[] {
  return dependents(tree, i, "aux", "cop").map((kid) => formAt(tree, kid));
}

/** The particle of a phrasal verb, or an adverb right after the verb that works like one ("pulled back"). */
export function particle(tree: Tree, i: number): string | null {
  const own = dependents(tree, i, "compound:prt")[0];
  if (own !== undefined) return formAt(tree, own);
  const next = formAt(tree, i + 1);
  return particleAdverbs.has(next) && headAt(tree, i + 1) === i ? next : null;
}

const particleAdverbs = new Set("back out off down up away aside in over on apart together along for upon".split(" "));

const timeWords = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december today yesterday tomorrow tonight day week month year night morning evening afternoon hour
  minute weekend decade century jan. feb. mar. apr. aug. sept. oct. nov. dec.`.split(/\s+/),
);
export const isTimeWord = (lemma: string): boolean =>
  timeWords.has(lemma) || (lemma.length === 4 && /^\d{4}$/.test(lemma));
