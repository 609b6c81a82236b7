import { describe, expect, it } from "vitest";
import { blockColumns } from "./block-features.js";
import { loadForest, probability } from "./forest.js";
import { lineColumns } from "./line-features.js";

describe("forest", () => {
  it("walks a tree to its leaf", () => {
    const forest = { features: ["a"], base: 0, trees: [{ f: [0, -1, -1], t: [3, 0, 0], l: [1, 0, 0], v: [0, -2, 2] }] };
    expect(probability(forest, [3])).toBeCloseTo(0.119, 3);
    expect(probability(forest, [4])).toBeCloseTo(0.881, 3);
  });
  it("loads the shipped models for the columns there are, in any order", () => {
    expect(loadForest("html", blockColumns).trees.length).toBeGreaterThan(50);
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
