import fc from "fast-check";
import { expect, test } from "vitest";
import { measureLines } from "./measured.js";
import { pageCut } from "./page-cut.js";

const words = (count: number): string => "word ".repeat(count).trim();

test("a page that the model is sure of asks for more than one that it doubts", () => {
  const items = measureLines(Array(10).fill(words(200)));
  const sure = pageCut(items, [...Array(8).fill(0.98), 0.4, 0.4]);
  const doubted = pageCut(items, [...Array(4).fill(0.6), ...Array(6).fill(0.4)]);
  expect(sure).toBeGreaterThan(0.4);
  expect(doubted).toBeLessThan(0.35);
});

test("a page of a few words is judged as one that the model is sure of", () => {
  expect(pageCut(measureLines(Array(10).fill(words(5))), Array(10).fill(0.4))).toBe(0.45);
  expect(pageCut([], [])).toBe(0.45);
});

test("long items tell more than short ones", () => {
  const items = measureLines([words(300), ...Array(5).fill(words(2))]);
  expect(pageCut(items, [0.95, ...Array(5).fill(0.3)])).toBeGreaterThan(
    pageCut(measureLines(Array(6).fill(words(300))), [0.95, ...Array(5).fill(0.3)]),
  );
});

test("stays within its bounds, whatever the page", () => {
  const page = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 40 });
  fc.assert(
    fc.property(page, (items) => {
      const cut = pageCut(
        measureLines(items.map(([count]) => words(count))),
        items.map(([, probability]) => probability),
      );
      return cut >= 0.2 && cut <= 0.465;
    }),
  );
});
