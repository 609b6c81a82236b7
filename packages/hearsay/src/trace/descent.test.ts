import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestForest } from "./descent.js";

const parents = (nodes: number, steps: [number, number, number][]) => {
  const all = steps.map(([from, to, weight]) => ({ from, to, weight }));
  return [...bestForest(nodes, all)].map((at) => (at === -1 ? null : all[at]!.from));
};

describe("bestForest", () => {
  it("gives each node its heaviest source", () => {
    expect(
      parents(3, [
        [0, 1, 5],
        [0, 2, 3],
        [1, 2, 4],
      ]),
    ).toEqual([null, 0, 1]);
  });
  it("breaks a cycle where that costs least", () => {
    expect(
      parents(2, [
        [0, 1, 5],
        [1, 0, 4],
      ]),
    ).toEqual([null, 0]);
  });
  it("enters a cycle from outside when that is worth it", () => {
    expect(
      parents(3, [
        [1, 2, 10],
        [2, 1, 9],
        [0, 1, 6],
        [0, 2, 1],
      ]),
    ).toEqual([null, 0, 1]);
  });
  it("leaves a node without a source rather than take a step of negative weight", () => {
    expect(parents(2, [[0, 1, -1]])).toEqual([null, null]);
  });
  it("is as heavy as the heaviest forest found by trying all", () => {
    const edge = fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 8 }), (edges) => {
        const steps = edges.map(([from, to, weight]) => ({ from, to, weight }));
        const chosen = [...bestForest(4, steps)].filter((at) => at !== -1).map((at) => steps[at]!);
        expect(isForest(chosen)).toBe(true);
        expect(weightOf(chosen)).toBe(heaviest(steps));
      }),
      { numRuns: 200 },
    );
  });
});

interface Step {
  from: number;
  to: number;
  weight: number;
}
const weightOf = (steps: Step[]) => steps.reduce((sum, s) => sum + s.weight, 0);

function isForest(steps: Step[]): boolean {
  const parent = new Map(steps.map((s) => [s.to, s.from]));
  if (parent.size < steps.length) return false;
  return [...parent.keys()].every((start) => {
    let node: number | undefined = start;
    for (let i = 0; i <= parent.size && node !== undefined; i++) node = parent.get(node);
    return node === undefined;
  });
}

function heaviest(steps: Step[]): number {
  let best = 0;
  for (let mask = 0; mask < 2 ** steps.length; mask++) {
    const some = steps.filter((_, i) => (mask >> i) & 1);
    if (isForest(some)) best = Math.max(best, weightOf(some));
  }
  return best;
}
