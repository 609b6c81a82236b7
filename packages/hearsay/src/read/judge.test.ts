import { expect, test } from "vitest";
import { decide } from "./judge.js";
import { measureLines } from "./measured.js";

const prose =
  "The ferry to Tolm ran aground at dawn on Monday, and the harbour office said that it had been late again.";
const keptOf = (lines: readonly string[]): boolean[] =>
  decide(
    measureLines(lines),
    lines.map(() => 0.9),
    "flat",
  );

test("a thousand letters without a break are data, however likely", () => {
  expect(keptOf([prose, "x".repeat(999), "x".repeat(1_000), `${prose} ${"ab+/".repeat(300)}=`])).toEqual([
    ...[true, true, false, false],
  ]);
});

test("in a scrape a line that comes again goes, the likelier stays; in a pasted text both do", () => {
  const lines = [prose, "Nobody was hurt.", prose];
  const items = measureLines(lines);
  expect(decide(items, [0.6, 0.9, 0.8], "flat")).toEqual([false, true, true]);
  expect(decide(items, [0.6, 0.9, 0.8], "flat", "bare")).toEqual([true, true, true]);
});

test("a long line of prose stays where the model doubts it, and goes where it is sure", () => {
  const long = `${prose} `.repeat(6).trim();
  const keptWith = (probability: number): boolean[] => decide(measureLines([prose, long]), [0.9, probability], "flat");
  expect(keptWith(0.32)).toEqual([true, true]);
  expect(keptWith(0.02)).toEqual([true, false]);
});

test("megabytes of nearly a thousand each take no time", () => {
  const items = measureLines([`${"x".repeat(999)} `.repeat(5_000)]);
  const began = performance.now();
  expect(decide(items, [0.9], "flat")).toEqual([true]);
  expect(performance.now() - began).toBeLessThan(2_500);
});
