import type { Sentence, Token } from "@hearsay/english";

/** Tokens by index, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A sentence's tree with what candidates ask of it again and again. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
  /** From the first to the last token below each token. */
  readonly hulls: readonly Range[];
}

export function treeOf({ tokens }: Sentence): Tree {
  const children: number[][] = tokens.map(() => []);
  for (const [i, token] of tokens.entries()) if (token.head >= 0) children[token.head]?.push(i);
  const hulls: Range[] = tokens.map((_, i) => ({ from: i, to: i + 1 }));
  for (const i of deepestFirst(tokens, children)) {
    const { head } = tokens[i] as Token;
    if (head >= 0) hulls[head] = join(hulls[head] as Range, hulls[i] as Range);
  }
  return { tokens, children, hulls };
}

const join = (a: Range, b: Range): Range => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) });

function deepestFirst(tokens: readonly Token[], children: readonly (readonly number[])[]): number[] {
  const order = tokens.flatMap((token, i) => (token.head < 0 ? [i] : []));
  for (let k = 0; k < order.length; k++) order.push(...(children[order[k] as number] as readonly number[]));
  return order.reverse();
}

export const lemma = ({ tokens }: Tree, i: number): string => tokens[i]?.lemma.toLowerCase() ?? "";
export const relation = ({ tokens }: Tree, i: number): string => (tokens[i]?.deprel ?? "").split(":", 1)[0] as string;
export const childWith = (tree: Tree, i: number, pattern: RegExp): number =>
  tree.children[i]?.find((c) => pattern.test(tree.tokens[c]?.deprel ?? "")) ?? -1;

/** Heads a clause: a verb, or a predicate with its copula. */
export const isPredicate = (tree: Tree, i: number): boolean =>
  /^(?:VERB|AUX)$/.test(tree.tokens[i]?.upos ?? "") || childWith(tree, i, /^(?:cop|nsubj)/) >= 0;

/** The nearest predicate above token `i`, or −1. */
export function clauseOver(tree: Tree, i: number): number {
  let at = tree.tokens[i]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    if (isPredicate(tree, at)) return at;
    at = tree.tokens[at]?.head ?? -1;
  }
  return -1;
}

const edge = /^(?:[.,;:!?)\]}”’"'…–—-]+|``|'')$/u;
const startEdge = /^(?:[.,;:!?([{“‘"'…–—-]+|``|'')$/u;
const isLink = (token: Token | undefined): boolean =>
  /^(?:and|or|but|that)$/i.test(token?.form ?? "") && /^(?:cc|mark)/.test(token?.deprel ?? "");

/** Without punctuation at its ends, and without "and", "that" and the like at its start; null when nothing is left. */
export function trimmed({ tokens }: Tree, { from, to }: Range): Range | null {
  let [start, end] = [from, to];
  while (start < end && (startEdge.test(tokens[start]?.form ?? "") || isLink(tokens[start]))) start++;
  while (end > start && edge.test(tokens[end - 1]?.form ?? "")) end--;
  return end > start ? { from: start, to: end } : null;
}

/**
 * The clause of predicate `head` on the side of `part` where the head stands: what is left of it when the part, and
 * clauses merely joined to it, are taken away.
 */
export function restOfClause(tree: Tree, head: number, part: Range): Range | null {
  const { from, to } = tree.hulls[head] as Range;
  let [start, end] = part.from > head ? [from, part.from] : [part.to, to];
  for (const child of tree.children[head] as readonly number[]) {
    const joined = /^(?:conj|parataxis)/.test(tree.tokens[child]?.deprel ?? "") && isPredicate(tree, child);
    const hull = tree.hulls[child] as Range;
    if (!joined || (hull.from < part.to && part.from < hull.to)) continue;
    if (child > head) end = Math.min(end, hull.from);
    else start = Math.max(start, hull.to);
  }
  return start <= head && head < end ? trimmed(tree, { from: start, to: end }) : null;
}
