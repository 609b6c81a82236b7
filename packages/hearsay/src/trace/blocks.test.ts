import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.js";

const at = (a: number, b: number) => ({ a: { start: a, end: a + 1 }, b: { start: b, end: b + 1 } });

describe("blocksOf", () => {
  it("joins what lies close together on both sides and nothing else", () => {
    const blocks = blocksOf([at(0, 10), at(2, 11), at(3, 40), at(30, 12)], 3);
    expect(blocks.map(({ a, b }) => [a.start, a.end, b.start, b.end])).toEqual(
      [
        [0, 3, 10, 12],
        [30, 31, 12, 13],
        [3, 4, 40, 41],
      ]
        .sort((x, y) => x[2]! - y[2]!)
        .sort((x, y) => x[0]! - y[0]!),
    );
  });
  it("keeps every place in one block, in any order of the input", () => {
    const places = fc.array(
      fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => at(a, b)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(places, fc.nat(5), (own, gap) => {
        const hulls = (of: typeof own) =>
          blocksOf(of, gap)
            .map(({ a, b }) => `${a.start} ${a.end} ${b.start} ${b.end}`)
            .sort();
        expect(blocksOf(own, gap).reduce((sum, block) => sum + block.places.length, 0)).toBe(own.length);
        expect(hulls([...own].reverse())).toEqual(hulls(own));
      }),
    );
  });
});
