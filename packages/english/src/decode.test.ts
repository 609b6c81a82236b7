import fc from "fast-check";
import { expect, test } from "vitest";
import { isTree, treeOf, withoutCycles } from "./decode.js";

test("what is a tree", () => {
  expect(isTree(Int32Array.of(1))).toBe(true);
  expect(isTree(Int32Array.of(1, 3, 1))).toBe(true);
  expect(isTree(Int32Array.of(3, 3, 1))).toBe(false);
  expect(isTree(Int32Array.of(1, 0, 3))).toBe(false);
  expect(isTree(Int32Array.of(3, 2, 1))).toBe(false);
});

test("favourite heads that make a tree stay, crossing or not; others give a tree all the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.integer({ min: -50, max: 50 })), (n, stream) => {
      const columns = n + 3;
      const scores = Float32Array.from({ length: n * columns }, () => stream.next().value!);
      expect(isTree(treeOf(scores, n, columns))).toBe(true);
    }),
    { seed: 2 },
  );
  // 0 → 2 and 1 → 3 cross.
  const heads = [2, 3, 4, 2];
  const scores = Float32Array.from({ length: 20 }, (_, i) => (heads[Math.floor(i / 5)] === i % 5 ? 9 : 0));
  expect([...treeOf(scores, 4)]).toEqual(heads);
});

test("favourites without their cycles are a tree, in sentences of any length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.infiniteStream(fc.integer({ min: -50, max: 50 })), (n, stream) => {
      const scores = Float32Array.from({ length: n * (n + 1) }, () => stream.next().value!);
      const favourites = Int32Array.from({ length: n }, (_, i) => (i + 1) % n || n);
      expect(isTree(withoutCycles(favourites, scores, n + 1))).toBe(true);
      expect(isTree(treeOf(scores, n))).toBe(true);
    }),
    { seed: 3, numRuns: 40 },
  );
  // Two hang on the root; 0 gains more by it, though 1 likes it better.
  const two = Float32Array.from([0, 1, 8, 8.5, 0, 9]);
  expect([...withoutCycles(Int32Array.of(2, 2), two, 3)]).toEqual([2, 0]);
  // 1 and 2 hang on each other; 2 loses less by hanging on 0, the root.
  const scores = Float32Array.from([0, 0, 0, 9, 1, 0, 5, 0, 4, 5, 0, 0]);
  expect([...withoutCycles(Int32Array.of(3, 2, 1), scores, 4)]).toEqual([3, 2, 0]);
});
