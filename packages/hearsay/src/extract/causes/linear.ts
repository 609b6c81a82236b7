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

/** Sums up what a model says of features as they are found. */
export class Score {
  private sum = 0;
  private readonly bits: number;
  private readonly table: Int8Array;

  constructor(private readonly model: Linear) {
    this.bits = model.bits;
    this.table = model.table;
  }

  add(feature: number): void {
    this.sum += this.table[slotOf(feature, this.bits)]!;
  }

  /** The score of the features added since the last time: log odds, or a part of a softmax. */
  take(): number {
    const score = this.model.bias + this.model.scale * this.sum;
    this.sum = 0;
    return score;
  }
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
