import { expect, test } from "vitest";
import { packColumns } from "../layout.js";
import { randomFrom } from "../train/random.js";
import { kernelMemory } from "./kernel.js";

const random = randomFrom(7);
const { buffer, kernel } = kernelMemory(1 << 20);
const [a, b, c, d] = [64, 200_000, 500_000, 900_000];

test.each([
  [4, 8, 8],
  [8, 64, 24],
  [28, 130, 16],
])("a product of 16-bit integers, %i by %i by %i", (m, k, n) => {
  const left = new Int16Array(buffer, a, m * k);
  left.set(left.map(() => Math.floor(random() * 65_536) - 32_768));
  const right = Int8Array.from({ length: k * n }, () => Math.floor(random() * 255) - 127);
  packColumns(right, k, n, new Int16Array(buffer, b, k * n));
  const worth = new Float32Array(buffer, d, n);
  worth.set(worth.map(() => 2 ** -Math.floor(random() * 20)));
  const bias = new Float32Array(buffer, d + 4 * n, n);
  bias.set(bias.map(() => random() - 0.5));
  kernel.gemm_i16(a, b, c, m, k, n, d, d + 4 * n);
  const out = new Float32Array(buffer, c, m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += left[i * k + p]! * right[p * n + j]!;
      const scaled = Math.fround(Math.fround(Math.fround(sum) * worth[j]!) + bias[j]!);
      expect(out[i * n + j]).toBe(scaled);
    }
});

test.each([
  [4, 3, 8],
  [12, 65, 16],
])("a product of floats, %i by %i by %i, over and onto what was there", (m, k, n) => {
  const left = new Float32Array(buffer, a, m * k);
  left.set(left.map(() => random() - 0.5));
  const right = new Float32Array(buffer, b, k * n);
  right.set(right.map(() => random() - 0.5));
  const out = new Float32Array(buffer, c, m * n);
  out.fill(99);
  kernel.gemm_f32(a, b, c, m, k, n, 0);
  kernel.gemm_f32(a, b, c, m, k, n, 1);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += left[i * k + p]! * right[p * n + j]!;
      expect(out[i * n + j]).toBeCloseTo(2 * sum, 4);
    }
});

test("adding, squashing and rounding", () => {
  new Int16Array(buffer, a, 8).set([100, 200, 300, -400, 30_000, 5, 6, 7]);
  new Int16Array(buffer, b, 8).set([1, 2, 3, 4, 30_000, 6, 7, 8]);
  const out = new Float32Array(buffer, c, 8);
  kernel.blend(a, b, a, c, 8, 2);
  expect([...out]).toEqual([100.5, 201, 301.5, -398, 45_000, 8, 9.5, 11]);
  out.set([3, -8, 4, -2]);
  kernel.squash(c, 4);
  expect([...out.subarray(0, 4)]).toEqual([3, -8, 4, -2].map((x) => Math.fround(x / (1 + Math.abs(x)))));
  out.set([0.5, -0.25, 100, -100, 0.01, 0, 1, -1]);
  kernel.quantise(c, a, 8, 1000);
  expect([...new Int16Array(buffer, a, 8)]).toEqual([500, -250, 32_767, -32_768, 10, 0, 1000, -1000]);
});

test("turning a matrix on its side, and two words with their product", () => {
  new Float32Array(buffer, a, 8).set([1, 2, 3, 9, 4, 5, 6, 9]);
  kernel.turn(a, 16, c, 8, 2, 3);
  expect([...new Float32Array(buffer, c, 6)]).toEqual([1, 4, 2, 5, 3, 6]);
  const [x, y] = [
    [1, -1, 0.5, 0, 2, 1, 1, 1],
    [1, 1, 0.5, 3, -2, 0, 0.25, -1],
  ];
  new Float32Array(buffer, a, 8).set(x!);
  new Float32Array(buffer, b, 8).set(y!);
  kernel.pair(a, b, c, 8, 100);
  const products = x!.map((value, i) => value * y![i]!);
  expect([...new Int16Array(buffer, c, 24)]).toEqual([...x!, ...y!, ...products].map((value) => 100 * value));
});

test("a gated layer remembers in either direction", () => {
  const [n, h] = [5, 4];
  const pre = new Float32Array(buffer, a, n * 2 * h);
  pre.set(pre.map(() => random() * 4 - 2));
  const out = new Float32Array(buffer, c, n * h);
  const softsign = (x: number) => x / (1 + Math.abs(x));
  for (const direction of [1, -1]) {
    out.fill(0);
    const last = direction === 1 ? 0 : n - 1;
    kernel.recur(a + last * 8 * h, c + last * 4 * h, n, h, direction * 8 * h, direction * 4 * h);
    for (let j = 0; j < h; j++) {
      let memory = 0;
      for (let k = 0; k < n; k++) {
        const t = direction === 1 ? k : n - 1 - k;
        const gate = 0.5 + 0.5 * softsign(pre[t * 2 * h + j]!);
        memory += gate * (softsign(pre[t * 2 * h + h + j]!) - memory);
        expect(out[t * h + j]).toBeCloseTo(memory, 5);
      }
    }
  }
});
