import fc from "fast-check";
import { expect, test } from "vitest";
import type { Measured } from "../model/index.js";
import type { Proposition } from "./propositions.js";
import { compare } from "./slots.js";
import { Weights } from "./weights.js";

const amount = fc
  .record({
    value: fc.nat(30),
    measure: fc.constantFrom("toll:killed", "count:house", "count:people", "unit:cent/pound", null),
    whole: fc.boolean(),
  })
  .map(({ value, measure, whole }): Measured => {
    const amount = { article: "a", start: 0, end: 1, min: value, max: value, exact: true, of: null, noun: null };
    return {
      amount: { ...amount, unit: null },
      measure,
      whole,
      always: false,
      owners: [],
      picks: [],
      part: false,
    };
  });

const proposition = fc
  .record({
    amounts: fc.array(amount, { maxLength: 3 }),
    words: fc.uniqueArray(fc.constantFrom("house", "people", "=kill", "harbour", "@e1", "#3-3 "), { maxLength: 4 }),
  })
  .map(({ amounts, words }) => {
    const features = new Set([
      ...words,
      ...amounts.flatMap(({ measure }) => (measure === null ? [] : [`%${measure}`])),
    ]);
    const none = new Set<string>();
    const assertion = { article: "a", amounts, times: [], events: [], predicate: "=kill", negated: false };
    const slots = { subject: none, actors: none, denied: none, places: none, wording: words };
    return { assertion, features, ...slots } as unknown as Proposition;
  });

test("which of two clauses comes first makes no difference", () => {
  fc.assert(
    fc.property(proposition, proposition, (a, b) => {
      const weights = new Weights([a, b], (article) => article);
      const [there, back] = [compare(a, b, weights), compare(b, a, weights)];
      expect(back.central).toBe(there.central);
      expect(back.setting).toBeCloseTo(there.setting, 9);
      expect([back.numbers, back.sameSeries, back.sameFigure]).toEqual([
        there.numbers,
        there.sameSeries,
        there.sameFigure,
      ]);
      const sides = [there.differing?.a.min, there.differing?.b.min];
      expect([back.differing?.b.min, back.differing?.a.min]).toEqual(sides);
    }),
    { numRuns: 2000 },
  );
});

/** A clause with counts of one measure. */
function counting(...counts: readonly (number | (Partial<Measured> & { readonly value: number }))[]): Proposition {
  const amounts = counts.map((count): Measured => {
    const { value, ...more } = typeof count === "number" ? { value: count } : count;
    const amount = {
      article: "a",
      start: 0,
      end: 1,
      min: value,
      max: value,
      exact: true,
      of: null,
      noun: null,
      unit: null,
    };
    const plain = { measure: "count:smuggler", whole: false, always: false, owners: [], part: false };
    return { amount, ...plain, picks: [], ...more };
  });
  const none = new Set<string>();
  const assertion = { article: "a", amounts, times: [], events: [], predicate: "=arrest", negated: false };
  const slots = { subject: none, actors: none, denied: none, places: none, wording: [] };
  return { assertion, features: new Set(["=arrest", "smuggler"]), ...slots } as unknown as Proposition;
}

const numbers = (a: Proposition, b: Proposition) => compare(a, b, new Weights([a, b], (article) => article)).numbers;
const picked = (...picks: string[]) => ({ picks });

test("counts that add up to the other report's agree with it", () => {
  expect(numbers(counting(12, 11), counting(23))).toBe("agree");
  expect(numbers(counting(23), counting(12, 11))).toBe("agree");
  expect(numbers(counting(12, 10), counting(23))).toBe("differ");
});

test("some picked out, and parts of a whole, are set against nothing", () => {
  expect(numbers(counting(17), counting(29))).toBe("differ");
  expect(numbers(counting({ value: 17, ...picked("first") }), counting(29))).toBe("aside");
  expect(numbers(counting({ value: 17, ...picked("first") }), counting({ value: 29, ...picked("first") }))).toBe(
    "differ",
  );
  expect(numbers(counting({ value: 3, part: true }), counting(29))).toBe("aside");
});
