import type { Matrix } from "./tensors.js";

/** What one pass over a batch found: sums over words. */
export interface Losses {
  words: number;
  tag: number;
  arc: number;
  label: number;
}

/** What speaks against the answers to a sentence: by word the next best class, and what of the two's chances the answer has. */
export interface Doubt {
  readonly second: Int32Array;
  readonly sure: Float32Array;
}

/** Turns logits into their gradient in place and gives the loss. A share of `sure` is asked of `gold`, the rest of `second`. */
export function crossEntropy(
  data: Float32Array,
  at: number,
  classes: number,
  gold: number,
  second = gold,
  sure = 1,
): number {
  let most = -Infinity;
  for (let c = 0; c < classes; c++) if (data[at + c]! > most) most = data[at + c]!;
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const e = Math.exp(data[at + c]! - most);
    data[at + c] = e;
    sum += e;
  }
  for (let c = 0; c < classes; c++) data[at + c]! /= sum;
  const surprise = (c: number) => -Math.log(Math.max(1e-9, data[at + c]!));
  const loss = sure * surprise(gold) + (1 - sure) * surprise(second);
  data[at + gold]! -= sure;
  data[at + second]! -= 1 - sure;
  return loss;
}

/** Adds `bias` to the first `rows` rows. */
export function addBias(matrix: Matrix, bias: Float32Array, rows: number): void {
  for (let r = 0; r < rows; r++) for (let c = 0; c < matrix.cols; c++) matrix.data[r * matrix.cols + c]! += bias[c]!;
}

/** Adds the first `rows` rows to `sums`. */
export function addRows(matrix: Matrix, sums: Float32Array, rows: number): void {
  for (let r = 0; r < rows; r++) for (let c = 0; c < matrix.cols; c++) sums[c]! += matrix.data[r * matrix.cols + c]!;
}

/** Clears the columns behind the classes. */
export function clearPadding(matrix: Matrix, classes: number, rows: number): void {
  for (let r = 0; r < rows; r++) for (let c = classes; c < matrix.cols; c++) matrix.data[r * matrix.cols + c] = 0;
}
