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

test("megabytes of nearly a thousand each take no time", () => {
  const items = measureLines([`${"x".repeat(999)} `.repeat(5_000)]);
  const began = performance.now();
  expect(decide(items, [0.9], "flat")).toEqual([true]);
  expect(performance.now() - began).toBeLessThan(2_500);
});
