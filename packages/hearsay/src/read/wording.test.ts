import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordingOf } from "./wording.js";

describe("wording", () => {
  it("counts words, marks and sentence ends in one pass", () => {
    expect(wordingOf("He said: “We don’t know.” Really? 12 boats, 3 gone…")).toMatchObject({
      words: 10,
      sentences: 2,
      quotes: 2,
      commas: 1,
      beginning: 1,
      ending: 4,
    });
    expect(wordingOf("港が閉鎖された。").words).toBe(4);
    expect(wordingOf("NEWS | Sport · {x}")).toMatchObject({ separators: 2, capitalised: 2 / 3 });
  });
  it("finds the words that a regular expression finds, whatever the script", () => {
    const unit = fc.constantFrom(..."aZ0é'’ .İßΣ，।𝐀", "\ud835", "\u0301", "\u00a0");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const words = text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
        const { words: counted, wordLength, capitalised } = wordingOf(text);
        const n = Math.max(1, words.length);
        expect(counted).toBe(words.length);
        expect(wordLength).toBeCloseTo(words.join("").length / n);
        expect(capitalised).toBeCloseTo(words.filter((word) => word[0] !== word.toLowerCase()[0]).length / n);
      }),
    );
  });
});
