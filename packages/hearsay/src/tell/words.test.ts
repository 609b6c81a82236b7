import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clip, foldWords } from "./words.js";

const whole = (text: string) => ({ article: "a", start: 0, end: text.length, text });

describe("clip", () => {
  const long = "The ferry left the quay at noon and met the second ferry in the fog off the lighthouse before one.";

  it("cuts between words and says where the words go on", () => {
    expect(clip(whole(long), 40)).toEqual({
      article: "a",
      start: 0,
      end: 39,
      text: "The ferry left the quay at noon and met",
      before: false,
      after: true,
    });
  });

  it("keeps the words around a place", () => {
    const cut = clip(whole(long), 40, long.indexOf("lighthouse"));
    expect(cut.text).toContain("lighthouse");
    expect(cut).toMatchObject({ before: true, after: true });
  });

  it("leaves white space at the ends out", () => {
    expect(clip(whole("  one two \n"), 40)).toMatchObject({ start: 2, end: 9, text: "one two", after: false });
  });

  it("shows exactly what its span covers, bounded, and never half a character", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 200 }), fc.nat(400), (words, limit, focus) => {
        const cut = clip(whole(words), limit, Math.min(focus, words.length));
        expect(cut.text).toBe(words.slice(cut.start, cut.end));
        expect(cut.text.length).toBeLessThanOrEqual(limit);
        expect(/[\p{Cs}]/u.test(cut.text)).toBe(false);
      }),
    );
  });
});

describe("foldWords", () => {
  it("folds case, quotation marks, punctuation and spacing", () => {
    expect(foldWords("“We  didn’t—\n slow DOWN,”")).toBe("we didn t slow down");
  });
});
