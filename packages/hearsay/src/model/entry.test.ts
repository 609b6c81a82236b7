import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkedEntries, type Entry, entryAt, publicationAt } from "./entry.js";

const entry = (start: number, end: number, time: string | null = "2031-03-09T14:32"): Entry => ({
  start,
  end,
  title: null,
  time,
  within: time === null ? null : { earliest: time.slice(0, 10), latest: time.slice(0, 10) },
  evidence: { from: "line", text: "14:32", against: [], confidence: null },
});

describe("Entry", () => {
  it("is refused when it is empty, overlaps the one before or ends beyond the text", () => {
    const text = "Ten words.";
    expect(checkedEntries([entry(0, 3), entry(3, 10)], text)).toHaveLength(2);
    for (const bad of [[entry(3, 3)], [entry(0, 11)], [entry(0, 4), entry(3, 6)], [entry(0.5, 4)], [entry(-1, 4)]])
      expect(() => checkedEntries(bad, text)).toThrow("entry");
  });

  it("is found by any offset in it and by none outside", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 8 }), (gaps) => {
        const entries: Entry[] = [];
        for (const [gap, length] of gaps) {
          const start = (entries.at(-1)?.end ?? 0) + gap;
          entries.push(entry(start, start + length));
        }
        for (let at = 0; at < 60; at++)
          expect(entryAt(entries, at)).toBe(entries.find(({ start, end }) => start <= at && at < end) ?? null);
      }),
    );
  });

  it("gives its own time to what stands in it, where it has one", () => {
    const article = {
      published: "2031-03-08",
      publishedWithin: { earliest: "2031-03-08", latest: "2031-03-08" },
      entries: [entry(10, 20), entry(20, 30, null)],
    };
    expect(publicationAt(article, 12).published).toBe("2031-03-09T14:32");
    expect(publicationAt(article, 12).publishedWithin?.latest).toBe("2031-03-09");
    expect([5, 25, 30].map((at) => publicationAt(article, at).published)).toEqual(Array(3).fill("2031-03-08"));
  });
});
