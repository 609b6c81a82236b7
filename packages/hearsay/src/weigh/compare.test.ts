import fc from "fast-check";
import { expect, test } from "vitest";
import type { Measured } from "../model/index.js";
import { compare } from "./compare.js";
import type { Proposition } from "./propositions.js";
import { Weights } from "./weights.js";

const amount = fc
  .record({
    value: fc.nat(30),
    measure: fc.constantFrom("toll:killed", "count:house", "count:people", "unit:cent/pound", null),
    whole: fc.boolean(),
  })
  .map(({ value, measure, whole }): Measured => {
    const amount = { article: "a", start: 0, end: 1, min: value, max: value, exact: true, of: null, noun: null };
    return { amount: { ...amount, unit: null }, measure, whole, always: false, owners: [] };
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
    return { assertion, features, subject: none, actors: none, denied: none } as unknown as Proposition;
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
