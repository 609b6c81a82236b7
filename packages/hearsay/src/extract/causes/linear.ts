/** A linear model over hashed features: one signed byte a slot. */
export interface Linear {
  /** log2 of the number of slots. */
  readonly bits: number;
  readonly bias: number;
  readonly scale: number;
  readonly table: Int8Array;
}

/** The slot of a feature, given as the hash of its name, in a table of 2^bits. */
export const slotOf = (feature: number, bits: number): number =>
  Math.imul(feature ^ (feature >>> 15), 0x9e3779b1) >>> (32 - bits);

/** The score of a set of features: log odds, or a part of a softmax. */
export function scoreOf({ bits, bias, scale, table }: Linear, features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += table[slotOf(features[i]!, bits)]!;
  return bias + scale * sum;
}

export const probabilityOf = (model: Linear, features: readonly number[]): number =>
  1 / (1 + Math.exp(-scoreOf(model, features)));
