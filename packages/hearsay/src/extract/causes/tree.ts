import type { Sentence, Token } from "@hearsay/english";
import { Tree as AnyTree, type Range } from "../tree.js";

export type { Range } from "../tree.js";

/** A sentence's tree with what candidates ask of it beyond what all rules do. */
export class Tree extends AnyTree {
  /** Which tokens head a clause: verbs, and predicates with their copula. */
  readonly predicates: readonly boolean[];
  /** Which tokens a stretch of words should not begin or end with, as bits of `opensWithout` and `endsWithout`. */
  readonly edges: readonly number[];

  constructor(sentence: Sentence) {
    super(sentence);
    this.predicates = predicatesOf(this);
    this.edges = this.tokens.map(edgesOf);
  }
}

const predicatesOf = ({ tokens, children, relations }: AnyTree): boolean[] =>
  tokens.map(
    ({ upos }, i) => upos === "VERB" || upos === "AUX" || children[i]!.some((c) => predicated.has(relations[c]!)),
  );

export const lemma = ({ lemmas }: Tree, i: number): string => lemmas[i] ?? "";
export const relation = ({ relations }: Tree, i: number): string => relations[i] ?? "";
export const isPredicate = ({ predicates }: Tree, i: number): boolean => predicates[i] ?? false;

/** The first child of token `i` with one of these relations, subtypes included, or −1. */
export function childWith({ children, relations }: Tree, i: number, wanted: ReadonlySet<string>): number {
  for (const child of children[i] ?? []) if (wanted.has(relations[child]!)) return child;
  return -1;
}

const predicated = new Set(["cop", "nsubj"]);

/** The nearest predicate above token `i`, or −1. */
export function clauseOver(tree: Tree, i: number): number {
  let at = tree.tokens[i]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    if (isPredicate(tree, at)) return at;
    at = tree.tokens[at]?.head ?? -1;
  }
  return -1;
}

const [opensWithout, endsWithout] = [1, 2];
const edge = /^(?:[.,;:!?)\]}”’"'…–—-]+|``|'')$/u;
const startEdge = /^(?:[.,;:!?([{“‘"'…–—-]+|``|'')$/u;
const wordy = /^[a-z\d]/i;
const links = /^(?:and|or|but|that)$/i;

/** Punctuation stands at neither end of its kind; "and", "that" and the like not at the start. */
function edgesOf({ form, deprel }: Token): number {
  if (wordy.test(form))
    return (deprel.startsWith("cc") || deprel.startsWith("mark")) && links.test(form) ? opensWithout : 0;
  return (startEdge.test(form) ? opensWithout : 0) | (edge.test(form) ? endsWithout : 0);
}

/** Without punctuation at its ends, and without "and", "that" and the like at its start; null when nothing is left. */
export function trimmed({ edges }: Tree, { from, to }: Range): Range | null {
  let [start, end] = [from, to];
  while (start < end && (edges[start]! & opensWithout) > 0) start++;
  while (end > start && (edges[end - 1]! & endsWithout) > 0) end--;
  return end > start ? { from: start, to: end } : null;
}

/**
 * The clause of predicate `head` on the side of `part` where the head stands: what is left of it when the part, and
 * clauses merely joined to it, are taken away.
 */
export function restOfClause(tree: Tree, head: number, part: Range): Range | null {
  const { from, to } = tree.hulls[head]!;
  let [start, end] = part.from > head ? [from, part.from] : [part.to, to];
  for (const child of tree.children[head]!) {
    const joined = beside.has(relation(tree, child)) && isPredicate(tree, child);
    const hull = tree.hulls[child]!;
    if (!joined || (hull.from < part.to && part.from < hull.to)) continue;
    if (child > head) end = Math.min(end, hull.from);
    else start = Math.max(start, hull.to);
  }
  return start <= head && head < end ? trimmed(tree, { from: start, to: end }) : null;
}

const beside = new Set(["conj", "parataxis"]);
