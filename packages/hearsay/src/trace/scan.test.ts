import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingOf } from "./reading.js";
import { scan } from "./scan.js";

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,][\p{L}\p{N}]+)*/gu;
const wordsIn = (text: string): string[] => {
  const { count, start, end } = scan(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
};

describe("scan", () => {
  it("finds the words that its pattern finds", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."aZ9é’'.,\"“” \n-", "e\u0301", "\u0301", "𝒜", "𝟗", "\ud835", "\udc9c", "देश", "日本"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        expect(wordsIn(text)).toEqual([...text.matchAll(word)].map(([found]) => found));
      }),
      { numRuns: 500 },
    );
  });

  it("knows what is quoted, to the end of the line at most", () => {
    const { count, quoted } = scan('He “said so” and "went. Home\nthen came back');
    expect([...quoted.slice(0, count)]).toEqual([0, 1, 1, 0, 1, 1, 0, 0, 0]);
  });

  it("knows where a capital says nothing", () => {
    const { count, opens } = scan("The end. Then: “We go”, he said to Ann");
    expect([...opens.slice(0, count)]).toEqual([1, 0, 1, 1, 0, 0, 0, 0, 0]);
  });

  it("reads a word alike in texts of any length", () => {
    const long = "Word ".repeat(9000);
    expect([...readingOf(long).form.slice(0, 2)]).toEqual([...readingOf("Word Word").form]);
  });
});
