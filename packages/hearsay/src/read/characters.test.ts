import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classAt, digit, letter, mark, runsOf, space } from "./characters.js";

describe("characters", () => {
  const texts = fc.string({ unit: "binary", maxLength: 30 });
  it("classes characters as regular expressions do", () => {
    const bits = (text: string) => classAt(text, 0) & (letter | mark | digit | space);
    expect(["a", "\u0301", "7", "\u00a0", ".", "\ud835\udc00", "\ud835", "\u{1f30a}"].map(bits)).toEqual([
      letter,
      mark,
      digit,
      space,
      0,
      letter,
      0,
      0,
    ]);
  });
  it("finds the runs that a regular expression finds", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(runsOf(text, letter | digit)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
        expect(runsOf(text, letter | mark)).toEqual(text.match(/[\p{L}\p{M}]+/gu) ?? []);
      }),
    );
  });
});
