import fc from "fast-check";
import { expect, test } from "vitest";
import type { Measured } from "../model/index.js";
import { withShares } from "./shares.js";

/** The numbers in a text, all of one measure, and which of them are marked. */
function parts(text: string, owners: readonly string[][] = []): number[] {
  const amounts = [...text.matchAll(/\d+/g)].map(({ index, 0: digits }, i): Measured => {
    const [start, end, value] = [index, index + digits.length, Number(digits)];
    const amount = { article: "a", start, end, min: value, max: value, exact: true, unit: null, of: null, noun: null };
    return {
      amount,
      measure: "toll:killed",
      whole: false,
      always: false,
      owners: owners[i] ?? [],
      picks: [],
      part: false,
    };
  });
  return withShares(amounts, amounts, text).flatMap(({ amount, part }) => (part ? [amount.min] : []));
}

test("some of a total are no total", () => {
  expect(parts("the toll rose to 14 after 3 wounded miners died")).toEqual([3]);
  expect(parts("the blast killed 14 people, including 3 children")).toEqual([3]);
  expect(parts("3 more died, bringing the toll to 14")).toEqual([3]);
});

test("a change is no value", () => {
  expect(parts("wheat closed at 91, up 2 on the day")).toEqual([2]);
  expect(parts("the toll rose by 5")).toEqual([5]);
});

test("two counts side by side stay as they are", () => {
  expect(parts("14 miners and 3 rescuers were killed")).toEqual([]);
  expect(parts("the toll rose to 14 after 3 guests died", [["north"], ["south"]])).toEqual([]);
});

test("the largest total is never a share of another", () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 5 }), (values) => {
      const text = `the toll rose to ${values.join(" after ")} died`;
      expect(parts(text)).not.toContain(Math.max(...values));
    }),
  ));
