import type { Sentence, Token } from "@hearsay/english";

/** Tokens by index, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A sentence with what rules ask of its tree again and again. Tokens are referred to by index. */
export interface Tree extends Sentence {
  /** Lower-case lemmas. */
  readonly lemmas: readonly string[];
  /** Relations without their subtypes: nsubj for nsubj:pass. */
  readonly relations: readonly string[];
  readonly children: readonly (readonly number[])[];
  /** From the first to the last token below each token. */
  readonly hulls: readonly Range[];
}

export function treeOf({ start, end, tokens }: Sentence): Tree {
  const children: number[][] = tokens.map(() => []);
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.head >= 0) children[tokens[i]!.head]?.push(i);
  return {
    start,
    end,
    tokens,
    lemmas: tokens.map((token) => token.lemma.toLowerCase()),
    relations: tokens.map(({ deprel }) => baseOf(deprel)),
    children,
    hulls: hullsOf(tokens, children),
  };
}

/** A relation without its subtype: nsubj for nsubj:pass. */
export function baseOf(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

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
