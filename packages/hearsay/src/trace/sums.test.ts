import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sums } from "./sums.js";

describe("Sums", () => {
  it("finds what sorting all sums finds, and begins anew", () => {
    const one = fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 9 }));
    const sums = new Sums();
    fc.assert(
      fc.property(fc.array(one), fc.integer({ min: 1, max: 40 }), (all, most) => {
        const expected = new Map<number, number>();
        for (const [at, weight] of all) {
          sums.add(at, weight);
          expected.set(at, (expected.get(at) ?? 0) + weight);
        }
        const sorted = [...expected].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, most);
        expect(sums.largest(most)).toEqual(sorted.map(([other, likeness]) => ({ other, likeness })));
      }),
    );
  });
});
