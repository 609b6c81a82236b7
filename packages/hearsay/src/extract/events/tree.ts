import type { Sentence, Token } from "@hearsay/english";

/** One sentence with its dependents at hand. Tokens are referred to by index. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly kids: readonly (readonly number[])[];
}

export function treeOf(sentence: Sentence): Tree {
  const kids: number[][] = sentence.tokens.map(() => []);
  sentence.tokens.forEach((token, i) => {
    if (token.head >= 0 && token.head !== i) kids[token.head]?.push(i);
  });
  return { tokens: sentence.tokens, kids };
}

export const lemmaAt = (tree: Tree, i: number): string => tree.tokens[i]?.lemma.toLowerCase() ?? "";
export const formAt = (tree: Tree, i: number): string => tree.tokens[i]?.form.toLowerCase() ?? "";
export const relationAt = (tree: Tree, i: number): string => tree.tokens[i]?.deprel ?? "";
export const posAt = (tree: Tree, i: number): string => tree.tokens[i]?.upos ?? "";
export const headAt = (tree: Tree, i: number): number => tree.tokens[i]?.head ?? -1;

/** The relation without its subtype: nsubj for nsubj:pass. */
export const baseRelation = (tree: Tree, i: number): string => relationAt(tree, i).split(":")[0] ?? "";

/** Dependents of `i` whose relation is one of those given; "nsubj" takes its subtypes along, "nsubj:pass" only itself. */
export function dependents(tree: Tree, i: number, ...relations: readonly string[]): readonly number[] {
  return (tree.kids[i] ?? []).filter(
    (kid) => relations.includes(relationAt(tree, kid)) || relations.includes(baseRelation(tree, kid)),
  );
}

/** The preposition that introduces `i`: "on", "out of" as "out of"; empty when there is none. */
export function preposition(tree: Tree, i: number): string {
  const marks = isNominal(tree, i) ? dependents(tree, i, "case", "mark") : dependents(tree, i, "case");
  const cases = marks.filter((kid) => formAt(tree, kid) !== "'s" && formAt(tree, kid) !== "’s");
  return cases.map((kid) => formAt(tree, kid)).join(" ");
}

/** Every token under `i`, itself included, save what `skip` cuts off. In text order. */
export function subtree(tree: Tree, i: number, skip: (kid: number) => boolean = () => false): readonly number[] {
  const found: number[] = [];
  const walk = (at: number, depth: number): void => {
    found.push(at);
    if (depth < 60) for (const kid of tree.kids[at] ?? []) if (!skip(kid)) walk(kid, depth + 1);
  };
  walk(i, 0);
  return found.sort((a, b) => a - b);
}

/** `i` and what is coordinated with it. */
export function conjuncts(tree: Tree, i: number): readonly number[] {
  return [i, ...dependents(tree, i, "conj").filter((kid) => isNominal(tree, kid))];
}

export const isNominal = (tree: Tree, i: number): boolean =>
  ["NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"].includes(posAt(tree, i)) || isHumanAdjective(tree, i);

/** "the wounded", "the Dutch": an adjective that heads a noun phrase. */
function isHumanAdjective(tree: Tree, i: number): boolean {
  return posAt(tree, i) === "ADJ" && dependents(tree, i, "det").length > 0;
}

/** The token's form is a past participle in the passive: it has a passive subject or auxiliary. */
export function isPassive(tree: Tree, i: number): boolean {
  return (tree.kids[i] ?? []).some((kid) => ["nsubj:pass", "aux:pass", "csubj:pass"].includes(relationAt(tree, kid)));
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
export const isTimeWord = (lemma: string): boolean => timeWords.has(lemma.toLowerCase()) || /^\d{4}$/.test(lemma);
