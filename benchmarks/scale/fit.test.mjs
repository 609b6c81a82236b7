import fc from "fast-check";
import { expect, it } from "vitest";
import { fitted } from "./fit.mjs";

const sizes = [1000, 10_000, 100_000];

it("finds again how something grows, but for the noise", () => {
  const part = fc.double({ min: 0.01, max: 10, noNaN: true });
  fc.assert(
    fc.property(part, part, fc.integer({ min: 1, max: 60 }), (a, share, step) => {
      const grow = (n) => a + share * (n / 100_000) ** (step / 40);
      const { residual, at } = fitted(sizes.map((n) => [n, grow(n)]));
      expect(residual).toBeLessThanOrEqual(0.15);
      expect(Math.abs(at(50_000) / grow(50_000) - 1)).toBeLessThan(0.25);
    }),
  );
});

it("of what does not grow says so, and nothing falls", () => {
  expect(fitted(sizes.map((n) => [n, 5])).residual).toBeCloseTo(0, 9);
  const { at, b } = fitted([
    [1000, 9],
    [10_000, 7],
    [100_000, 5],
  ]);
  expect([b, at(1e6)]).toEqual([0, at(1e3)]);
});

it("through two points a line goes", () => {
  const { at } = fitted([
    [100, 2],
    [1000, 11],
  ]);
  expect(at(10_000)).toBeCloseTo(101, 6);
});
