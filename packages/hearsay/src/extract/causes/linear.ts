import { hashText } from "../statements/hashing.js";

/** A linear model over hashed features: one signed byte a slot. */
export interface Linear {
  /** log2 of the number of slots. */
  readonly bits: number;
  readonly bias: number;
  readonly scale: number;
  readonly table: Int8Array;
}

/** The slot of a named feature in a table of 2^bits. */
export function slotOf(feature: string, bits: number): number {
  const hash = hashText(feature);
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - bits);
}

/** The score of a set of features: log odds, or a part of a softmax. */
export function scoreOf({ bits, bias, scale, table }: Linear, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += table[slotOf(feature, bits)] as number;
  return bias + scale * sum;
}

export const probabilityOf = (model: Linear, features: readonly string[]): number =>
  1 / (1 + Math.exp(-scoreOf(model, features)));
