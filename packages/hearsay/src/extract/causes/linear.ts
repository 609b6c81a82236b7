/** A linear model over hashed features: one signed byte a slot. */
export interface Linear {
  /** log2 of the number of slots. */
  readonly bits: number;
  readonly bias: number;
  readonly scale: number;
  readonly table: Int8Array;
  /** One bit a slot: whether it holds a weight. Most do not, and so many bits fit where the table does not. */
  readonly used: Uint32Array;
}

export function linear(bits: number, bias: number, scale: number, table: Int8Array): Linear {
  const used = new Uint32Array(Math.ceil(table.length / 32));
  for (let slot = 0; slot < table.length; slot++) if (table[slot] !== 0) used[slot >>> 5]! |= 1 << (slot & 31);
  return { bits, bias, scale, table, used };
}

/** The slot of a feature, given as the hash of its name, in a table of 2^bits. */
export const slotOf = (feature: number, bits: number): number =>
  Math.imul(feature ^ (feature >>> 15), 0x9e3779b1) >>> (32 - bits);

/** Sums up what a model says of features as they are found. */
export class Score {
  private sum = 0;
  private readonly bits: number;
  private readonly table: Int8Array;
  private readonly used: Uint32Array;

  constructor(private readonly model: Linear) {
    this.bits = model.bits;
    this.table = model.table;
    this.used = model.used;
  }

  add(feature: number): void {
    const slot = slotOf(feature, this.bits);
    if ((this.used[slot >>> 5]! & (1 << (slot & 31))) !== 0) this.sum += this.table[slot]!;
  }

  /** The score of the features added since the last time: log odds, or a part of a softmax. */
  take(): number {
    const score = this.model.bias + this.model.scale * this.sum;
    this.sum = 0;
    return score;
  }
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
