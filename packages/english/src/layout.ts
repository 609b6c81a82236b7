import type { PackedMatrix } from "./weights.js";

/** The first layer's bias belongs to the word itself, the middle one of three parts. */
export function firstBias(bias: Float32Array): Float32Array {
  const out = new Float32Array(3 * bias.length);
  out.set(bias, bias.length);
  return out;
}

/** A packed matrix as floats. */
export function unpacked({ rows, cols, bytes, scales }: PackedMatrix): Float32Array {
  const out = new Float32Array(rows * cols);
  for (let i = 0; i < out.length; i++) out[i] = bytes[i]! * scales[i % cols]!;
  return out;
}

/** The first layer's three blocks of rows (word before, itself, after) side by side, so that one product serves all. */
export function sideBySide({ bytes, scales }: PackedMatrix, d: number, n: number): PackedMatrix {
  const out = new Int8Array(d * 3 * n);
  for (let part = 0; part < 3; part++)
    for (let r = 0; r < d; r++)
      for (let c = 0; c < n; c++) out[r * 3 * n + part * n + c] = bytes[(part * d + r) * n + c]!;
  const all = new Float32Array(3 * n);
  for (let part = 0; part < 3; part++) all.set(scales, part * n);
  return { rows: d, cols: 3 * n, bytes: out, scales: all };
}

/** The columns from `from` up to `to`. */
export function columnsOf({ rows, cols, bytes, scales }: PackedMatrix, from: number, to: number): PackedMatrix {
  const out = new Int8Array(rows * (to - from));
  for (let r = 0; r < rows; r++) out.set(bytes.subarray(r * cols + from, r * cols + to), r * (to - from));
  return { rows, cols: to - from, bytes: out, scales: scales.slice(from, to) };
}

/** Lays a k×n matrix out as `gemm_i16` wants it: by eight columns, by pair of rows, each column's two side by side. */
export function packColumns(from: Int8Array, k: number, n: number, to: Int16Array): void {
  let at = 0;
  for (let j = 0; j < n; j += 8)
    for (let p = 0; p < k; p += 2)
      for (let c = j; c < j + 8; c++) {
        to[at++] = from[p * n + c]!;
        to[at++] = from[(p + 1) * n + c]!;
      }
}
