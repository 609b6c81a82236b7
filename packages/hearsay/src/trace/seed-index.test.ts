import { describe, expect, it } from "vitest";
import { candidatesOf } from "./candidates.js";
import { SeedIndex, searchLimits } from "./seed-index.js";

const seeds = (from: number, count = 40) => Array.from({ length: count }, (_, i) => (from + i) * 7919);

describe("SeedIndex", () => {
  it("finds what shares seeds, the likest first, whenever it is asked", () => {
    const index = new SeedIndex(1000);
    expect(index.search(seeds(0))).toEqual([]);
    const [whole, half] = [index.add(seeds(0)), index.add(seeds(20))];
    index.add(seeds(5000));
    expect(index.search(seeds(0)).map(({ other }) => other)).toEqual([whole, half]);
    expect(index.search(seeds(30, 20)).map(({ other }) => other)).toEqual([half, whole]);
  });
  it("keeps only the oldest few of a seed that thousands have, so that each costs the same", () => {
    const index = new SeedIndex(1000);
    for (let i = 0; i < 3000; i++) index.add(seeds(0));
    const found = index.search(seeds(0));
    expect(found.map(({ other }) => other)).toEqual(Array.from({ length: searchLimits.heads }, (_, i) => i));
  });
  it("finds the same whether seeds are looked for or have places of their own", () => {
    const [few, many] = [new SeedIndex(3000), new SeedIndex(2 ** 24)];
    for (const from of [0, 10, 20, 500, 505]) {
      expect(few.search(seeds(from))).toEqual(many.search(seeds(from)));
      for (const index of [few, many]) index.add(seeds(from));
    }
  });
  it("says so when it is given more than it was made for", () => {
    const index = new SeedIndex(1);
    expect(() => index.add(Array.from({ length: 2000 }, (_, seed) => seed))).toThrow(RangeError);
  });
  it("bounds the pairs of a hot story by the articles", () => {
    const story = Array.from({ length: 400 }, () => seeds(0));
    expect(candidatesOf(story).length).toBeLessThanOrEqual(400 * searchLimits.perArticle);
  });
});
