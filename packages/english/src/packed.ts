import type { Scorer } from "./scorer.js";

/** Weights are kept as the signed square root of their size in a byte: small ones keep their digits, large ones their size. */
const expanded = Int32Array.from({ length: 256 }, (_, byte) => {
  const signed = (byte << 24) >> 24;
  return signed * Math.abs(signed);
});

/** The byte for a weight when `largest` is the largest size of any. */
export function companded(weight: number, largest: number): number {
  return (Math.sign(weight) * Math.round(Math.sqrt(Math.min(1, Math.abs(weight) / largest)) * 127)) & 255;
}

/** A read position in bytes. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

export function readVarint(cursor: Cursor): number {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = cursor.bytes[cursor.at++]!;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
}

export function writeVarint(value: number, out: number[]): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
  out.push(rest);
}

/**
 * Keys with one number each, open addressing, in one array of pairs so that a look-up touches one cache line. The slot
 * is the key's high bits: keys inserted in order fill the table from front to back, which is what makes loading fast.
 */
class PairTable {
  readonly pairs: Int32Array;
  readonly mask: number;
  readonly shift: number;

  /** Room for `count` keys, at most half full. */
  constructor(count: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(count * 2 + 1)));
    this.pairs = new Int32Array(2 ** (bits + 1));
    this.mask = 2 ** bits - 1;
    this.shift = 32 - bits;
  }

  insert(key: number, value: number): void {
    let slot = key >>> this.shift;
    while (this.pairs[slot * 2] !== 0) slot = (slot + 1) & this.mask;
    this.pairs[slot * 2] = key;
    this.pairs[slot * 2 + 1] = value;
  }
}

/** The three parser moves: two bytes a feature, since only differences from the first move matter. */
export class PackedMoves implements Scorer {
  private readonly table: PairTable;

  /** Layout: number of rows, then for each row the distance to the key before it and two weights. */
  constructor(bytes: Uint8Array) {
    const cursor = { bytes, at: 0 };
    const rows = readVarint(cursor);
    this.table = new PairTable(rows);
    let key = 0;
    for (let row = 0; row < rows; row++) {
      key += readVarint(cursor);
      this.table.insert(key | 0, bytes[cursor.at]! | (bytes[cursor.at + 1]! << 8));
      cursor.at += 2;
    }
  }

  score(keys: Int32Array, count: number, scores: Float64Array): void {
    const { pairs, mask, shift } = this.table;
    let second = 0;
    let third = 0;
    for (let k = 0; k < count; k++) {
      const key = keys[k]!;
      let slot = key >>> shift;
      let met = pairs[slot * 2]!;
      while (met !== key && met !== 0) {
        slot = (slot + 1) & mask;
        met = pairs[slot * 2]!;
      }
      if (met === 0) continue;
      const weights = pairs[slot * 2 + 1]!;
      second += expanded[weights & 255]!;
      third += expanded[weights >>> 8]!;
    }
    scores[0] = 0;
    scores[1] = second;
    scores[2] = third;
  }
}

/** Many classes: a feature points at a run of (class, weight) cells. */
export class PackedClasses implements Scorer {
  private readonly table: PairTable;
  /** For each row its number of cells, then the cells, class in the high byte and weight in the low one. */
  private readonly cells: Uint16Array;

  /** Layout: rows, cells, then for each row the distance to the key before it, how many cells, and two bytes a cell. */
  constructor(bytes: Uint8Array) {
    const cursor = { bytes, at: 0 };
    const rows = readVarint(cursor);
    this.cells = new Uint16Array(rows + readVarint(cursor));
    this.table = new PairTable(rows);
    let key = 0;
    let end = 0;
    for (let row = 0; row < rows; row++) {
      key += readVarint(cursor);
      this.table.insert(key | 0, end);
      const count = bytes[cursor.at++]!;
      this.cells[end++] = count;
      for (let c = 0; c < count; c++, cursor.at += 2)
        this.cells[end++] = (bytes[cursor.at]! << 8) | bytes[cursor.at + 1]!;
    }
  }

  score(keys: Int32Array, count: number, scores: Float64Array): void {
    const { table, cells } = this;
    const { pairs, mask, shift } = table;
    scores.fill(0);
    for (let k = 0; k < count; k++) {
      const key = keys[k]!;
      let slot = key >>> shift;
      let met = pairs[slot * 2]!;
      while (met !== key && met !== 0) {
        slot = (slot + 1) & mask;
        met = pairs[slot * 2]!;
      }
      if (met === 0) continue;
      let cell = pairs[slot * 2 + 1]!;
      for (const last = cell + cells[cell]!; cell < last; ) {
        const packed = cells[++cell]!;
        scores[packed >>> 8]! += expanded[packed & 255]!;
      }
    }
  }
}
