import fc from "fast-check";
import { expect, test } from "vitest";
import { isTree, projectiveTree, treeOf, withoutCycles } from "./decode.js";

const worth = (scores: Float32Array, heads: readonly number[]): number =>
  heads.reduce((sum, head, i) => sum + scores[i * (heads.length + 1) + head]!, 0);

const crosses = (heads: readonly number[]): boolean =>
  heads.some((h, i) =>
    heads.some((g, j) => {
      if (h === heads.length || g === heads.length) return false;
      const [a, b, c, d] = [Math.min(i, h), Math.max(i, h), Math.min(j, g), Math.max(j, g)];
      return a < c && c < b && b < d;
    }),
  );

/** The root hangs from above, so no arc may pass over it. */
const coversRoot = (heads: readonly number[]): boolean => {
  const root = heads.indexOf(heads.length);
  return heads.some((h, i) => h !== heads.length && Math.min(i, h) < root && root < Math.max(i, h));
};

/** Every projective tree over n words. */
function* trees(n: number): Generator<number[]> {
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
    if (heads.some((h, i) => h === i) || !isTree(Int32Array.from(heads)) || crosses(heads) || coversRoot(heads))
      continue;
    yield heads;
  }
}

test("what is a tree", () => {
  expect(isTree(Int32Array.of(1))).toBe(true);
  expect(isTree(Int32Array.of(1, 3, 1))).toBe(true);
  expect(isTree(Int32Array.of(3, 3, 1))).toBe(false);
  expect(isTree(Int32Array.of(1, 0, 3))).toBe(false);
  expect(isTree(Int32Array.of(3, 2, 1))).toBe(false);
});

test("the best projective tree of all", () => {
  const all = new Map([1, 2, 3, 4].map((n) => [n, [...trees(n)]] as const));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.integer({ min: -50, max: 50 })), (n, stream) => {
      const scores = Float32Array.from({ length: n * (n + 1) }, () => stream.next().value!);
      const best = Math.max(...all.get(n)!.map((heads) => worth(scores, heads)));
      const heads = projectiveTree(scores, n);
      expect(isTree(heads)).toBe(true);
      expect(crosses([...heads]) || coversRoot([...heads])).toBe(false);
      expect(worth(scores, [...heads])).toBe(best);
    }),
    { seed: 1 },
  );
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
  // 1 and 2 hang on each other; 2 loses less by hanging on 0, the root.
  const scores = Float32Array.from([0, 0, 0, 9, 1, 0, 5, 0, 4, 5, 0, 0]);
  expect([...withoutCycles(Int32Array.of(3, 2, 1), scores, 4)]).toEqual([3, 2, 0]);
});
