import { expect, test } from "vitest";
import type { Measured } from "../model/index.js";
import { withLevels } from "./levels.js";
import type { Proposition } from "./propositions.js";

/** A clause of one amount; `before`: what is counted stands before the number. */
function clause(value: number, measure: string, words: readonly string[], before = false): Proposition {
  const of = before ? { article: "a", start: 0, end: 4 } : { article: "a", start: 9, end: 14 };
  const unit = measure.startsWith("unit:") ? measure.slice(5) : null;
  const amount = { article: "a", start: 5, end: 8, min: value, max: value, exact: true, unit, of, noun: null };
  const one: Measured = { amount, measure, whole: false, always: false, owners: [], picks: [], part: false };
  const features = new Set([...words, `%${measure}`]);
  return { assertion: { words, predicate: "stand", amounts: [one] }, features } as unknown as Proposition;
}

const readings = [clause(420, "unit:m3/s", ["gauge"]), clause(390, "unit:m3/s", ["gauge", "fall"])];
const measureOf = (p: Proposition | undefined) => p?.assertion.amounts[0]?.measure;

test("a bare number after what is read is in the unit that the story reads it in", () => {
  const [, , level] = withLevels([...readings, clause(470, "count:gauge", ["gauge"], true)]);
  expect(measureOf(level)).toBe("unit:m3/s");
  expect(level?.assertion.amounts[0]?.amount.unit).toBe("m3/s");
  expect(level?.features).toContain("%unit:m3/s");
});

test("a count, a number out of range and what is read once stay as they are", () => {
  const count = clause(470, "count:gauge", ["gauge"]);
  expect(measureOf(withLevels([...readings, count])[2])).toBe("count:gauge");
  const far = clause(4, "count:gauge", ["gauge"], true);
  expect(measureOf(withLevels([...readings, far])[2])).toBe("count:gauge");
  const once = clause(470, "count:gauge", ["gauge"], true);
  expect(measureOf(withLevels([readings[0]!, once])[1])).toBe("count:gauge");
});
