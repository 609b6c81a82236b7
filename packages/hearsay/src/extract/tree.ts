import type { Sentence, Token } from "@hearsay/english";

/** Tokens by index, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A sentence with what rules ask of its tree again and again. Tokens are referred to by index. */
export class Tree implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Lower-case lemmas. */
  readonly lemmas: readonly string[];
  /** Relations without their subtypes: nsubj for nsubj:pass. */
  readonly relations: readonly string[];
  readonly children: readonly (readonly number[])[];
  private extents: readonly Range[] | null = null;

  constructor({ start, end, tokens }: Sentence) {
    this.start = start;
    this.end = end;
    this.tokens = tokens;
    this.lemmas = tokens.map((token) => token.lemma.toLowerCase());
    this.relations = tokens.map(({ deprel }) => baseOf(deprel));
    this.children = childrenOf(tokens);
  }

  /** From the first to the last token below each token. */
  get hulls(): readonly Range[] {
    this.extents ??= hullsOf(this.tokens, this.children);
    return this.extents;
  }
}

function childrenOf(tokens: readonly Token[]): readonly (readonly number[])[] {
  const children: number[][] = tokens.map(() => []);
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.head >= 0) children[tokens[i]!.head]?.push(i);
  return children;
}

/** A relation without its subtype: nsubj for nsubj:pass. */
export function baseOf(relation: string): string {
  const colon = relation.indexOf(":");
  if (colon < 0) return relation;
  let base = bases.get(relation);
  if (base === undefined) {
    base = relation.slice(0, colon);
    bases.set(relation, base);
  }
  return base;
}

/** Relations are few: one string for each base is quicker to look up than ever new ones. */
const bases = new Map<string, string>();

function hullsOf(tokens: readonly Token[], children: readonly (readonly number[])[]): Range[] {
  const hulls = tokens.map((_, i) => ({ from: i, to: i + 1 }));
  for (const i of deepestFirst(tokens, children)) {
    const [above, below] = [hulls[tokens[i]!.head], hulls[i]!];
    if (above === undefined) continue;
    above.from = Math.min(above.from, below.from);
    above.to = Math.max(above.to, below.to);
  }
  return hulls;
}

function deepestFirst(tokens: readonly Token[], children: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.head < 0) order.push(i);
  for (let k = 0; k < order.length; k++) for (const child of children[order[k]!]!) order.push(child);
  return order.reverse();
}

/** Token `i` and everything below it, upper tokens first. */
export function below({ children }: Tree, i: number): number[] {
  const found = [i];
  for (let k = 0; k < found.length; k++) for (const child of children[found[k]!]!) found.push(child);
  return found;
}
