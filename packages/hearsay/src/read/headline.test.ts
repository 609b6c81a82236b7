import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headlineColumns, headlineOf, headlineRows } from "./headline.js";
import { measureLines } from "./measured.js";

const prose = [
  "Port officials closed the old ferry pier on Tuesday after a third ferry struck its rotten piles, the harbour master said.",
  "Nobody was hurt, but two hundred ferry passengers waited for hours in the rain before buses arrived to take them round the bay.",
  "The ministry said repairs of the pier would begin in May and cost about 12 million crowns, half of it paid by the ferry company.",
  "The company has not answered questions about who will pay for the other half, and its shares fell by 3 percent on Wednesday.",
];
const menu = ["Home", "News", "Sport", "Opinion", "Sign in", "Jobs", "Boats for sale"];
const scrape = [
  ...menu,
  "Rotten pier closes after third ferry strikes it",
  "By Ana Novak",
  "4 March 2031",
  ...prose,
  "Share",
  ...menu,
];
const of = (lines: readonly string[]): string | undefined => lines[headlineOf(measureLines(lines))];

describe("the headline of a flat scrape", () => {
  it("is the line above by-line and prose that speaks of the same", () => {
    expect(of(scrape)).toBe("Rotten pier closes after third ferry strikes it");
  });
  it("is not that of another article below", () => {
    expect(of([...scrape, "Ten ferry lighthouses worth the long walk", "5 March 2031", ...menu])).toBe(
      "Rotten pier closes after third ferry strikes it",
    );
  });
  it("has a row of all columns for every line short enough, and none for prose", () => {
    const rows = headlineRows(measureLines([...menu, "x ".repeat(100)]));
    expect(rows.slice(0, -1).every((row) => row?.length === headlineColumns.length)).toBe(true);
    expect(rows.at(-1)).toBeNull();
  });
  it("is a line or none, whatever the lines are", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...scrape)), { maxLength: 40 }), (lines) => {
        const items = measureLines(lines);
        const at = headlineOf(items);
        expect(at === -1 || at < items.length).toBe(true);
        for (const row of headlineRows(items)) expect(row?.every(Number.isFinite) ?? true).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  it("stays fast on a long text", () => {
    const items = measureLines(Array.from({ length: 20_000 }, (_, i) => `${scrape[i % scrape.length]} ${i % 97}`));
    const started = performance.now();
    headlineOf(items);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
