import { describe, expect, it } from "vitest";
import { blockColumns } from "./block-features.js";
import { forestOf, loadForest, probability } from "./forest.js";
import { lineColumns } from "./line-features.js";

describe("forest", () => {
  it("walks a tree to its leaf", () => {
    const tree = { f: [0, -1, -1], t: [3, 0, 0], l: [1, 0, 0], v: [0, -2, 2] };
    const forest = forestOf({ features: ["a"], base: 0, trees: [tree] }, ["a"]);
    expect(probability(forest, [3])).toBeCloseTo(0.119, 3);
    expect(probability(forest, [4])).toBeCloseTo(0.881, 3);
  });
  it("adds up what its trees say, each of its own column", () => {
    const tree = (f: number, v: number) => ({ f: [f, -1, -1], t: [0, 0, 0], l: [1, 0, 0], v: [0, -v, v] });
    const trained = { features: ["a", "b"], base: 1, trees: [tree(0, 1), tree(1, 10)] };
    const odds = (row: readonly number[]) =>
      -Math.log(1 / probability(forestOf(trained, ["b", "other", "a"]), row) - 1);
    expect(odds([1, 0, -1])).toBeCloseTo(10);
    expect(odds([-1, 0, 1])).toBeCloseTo(-8);
  });
  it("loads the shipped models for the columns there are, in any order", () => {
    expect(loadForest("html", blockColumns).roots.length).toBeGreaterThan(50);
    const row = Object.fromEntries(lineColumns.map((name, i) => [name, i % 7]));
    const turned = [...lineColumns].reverse();
    const one = probability(
      loadForest("flat", lineColumns),
      lineColumns.map((name) => row[name]!),
    );
    expect(
      probability(
        loadForest("flat", turned),
        turned.map((name) => row[name]!),
      ),
    ).toBe(one);
  });
  it("refuses a model that asks for a column that is not there", () => {
    expect(() => loadForest("flat", ["words"])).toThrow(/asks for/);
  });
});
