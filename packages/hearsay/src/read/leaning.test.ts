import fc from "fast-check";
import { expect, test } from "vitest";
import { leaning } from "./leaning.js";
import { measureLines } from "./measured.js";

test("a line between two likely ones becomes likelier, one between two unlikely ones less likely", () => {
  const items = measureLines(["One line.", "Two lines.", "Three lines."]);
  expect(leaning(items, [0.9, 0.4, 0.9])[1]).toBeGreaterThan(0.4);
  expect(leaning(items, [0.1, 0.4, 0.1])[1]).toBeLessThan(0.4);
});

test("the longer neighbour counts for more", () => {
  const items = measureLines(["word ".repeat(50), "Two lines.", "Three."]);
  expect(leaning(items, [0.9, 0.5, 0.1])[1]).toBeGreaterThan(0.5);
});

test("a line far from where the article stands becomes less likely than one in it", () => {
  const lines = [...Array(30).fill("Menu"), "A line of seven words, no more.", ...Array(30).fill("Menu")];
  const items = measureLines([...lines, ...Array(10).fill("word ".repeat(50)), lines[30]!]);
  const found = leaning(items, [...lines.map((_, i) => (i === 30 ? 0.5 : 0.01)), ...Array(10).fill(0.95), 0.5]);
  expect(found[30]).toBeLessThan(0.25);
  expect(found.at(-1)).toBeGreaterThan(0.5);
});

test("gives a probability for each line, its own where there is no other", () => {
  expect(leaning(measureLines(["One line."]), [0.3])[0]).toBeCloseTo(0.3);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (probabilities) => {
      const found = leaning(measureLines(probabilities.map(() => "A line of words.")), probabilities);
      return found.length === probabilities.length && found.every((p) => p > 0 && p < 1);
    }),
  );
});
