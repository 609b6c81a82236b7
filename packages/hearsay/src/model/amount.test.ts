import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Amount, agree } from "./amount.js";

const amount = (min: number, max: number | null, unit: string | null = null): Amount => ({
  article: "a",
  start: 0,
  end: 1,
  min,
  max,
  exact: min === max,
  unit,
  of: null,
  noun: "sailor",
});

describe("agree", () => {
  it("joins a vague quantity with a number inside it", () => {
    const dozens = amount(24, 99);
    expect(agree(dozens, amount(34, 34))).toBe(true);
    expect(agree(dozens, amount(340, 340))).toBe(false);
  });

  it("counts both ends in", () => {
    expect(agree(amount(20, 30), amount(30, 40))).toBe(true);
    expect(agree(amount(20, 30), amount(31, 40))).toBe(false);
  });

  it("has no upper end where the text gives none", () => {
    const atLeastForty = amount(40, null);
    expect(agree(atLeastForty, amount(1_000_000, 1_000_000))).toBe(true);
    expect(agree(atLeastForty, amount(39, 39))).toBe(false);
    expect(agree(atLeastForty, amount(7, null))).toBe(true);
  });

  it("never joins two units, nor a unit with a bare count", () => {
    expect(agree(amount(5, 5, "km"), amount(5, 5, "USD"))).toBe(false);
    expect(agree(amount(5, 5, "percent"), amount(5, 5))).toBe(false);
  });

  it("holds from either side, and of anything with itself", () => {
    const any = fc
      .tuple(fc.nat(50), fc.option(fc.nat(50)), fc.constantFrom(null, "km"))
      .map(([min, more, unit]) => amount(min, more === null ? null : min + more, unit));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(agree(a, b)).toBe(agree(b, a));
        expect(agree(a, a)).toBe(true);
      }),
    );
  });
});
