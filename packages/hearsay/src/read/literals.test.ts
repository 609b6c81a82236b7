import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCues } from "./cues.js";
import { literalsOf } from "./literals.js";

describe("literals of a pattern", () => {
  it.each([
    [/^Cookies?\b/i, ["cookie"]],
    [/\b(?:sign[ -]?up|join)\b.{0,9}\bnews/, ["news"]],
    [/ab(?:c|d)?e{2}f/, ["ab"]],
    [/(?<name>ferry|pier)(?=s)/u, ["ferry", "pier"]],
    [/[©#]\s?\d/, ["©", "#"]],
    [/(?:pier)*x+y?/, ["x"]],
    [/\u00e9t\xe9|été/, ["été"]],
    [/colou?r/, ["color", "colour"]],
  ])("%s asks for %j", (pattern, wanted) => {
    expect(literalsOf(pattern)).toEqual(wanted);
  });

  it.each([/\d+/, /^$/, /a?/, /a|\w/, /[^a]/, /(?:ab)?(?=cd)/, /😀/u, /\cJ/, /[a-c]/])(
    "%s asks for nothing",
    (pattern) => {
      expect(literalsOf(pattern)).toBeNull();
    },
  );

  it("every pattern of the cues asks for something", () => {
    expect(lineCues.filter(({ pattern }) => literalsOf(pattern) === null).map(({ pattern }) => pattern.source)).toEqual(
      [],
    );
  });

  it("stand in whatever the pattern matches", () => {
    const piece = fc.constantFrom("ab", "c", "[xy]", "(?:ab|c)", "(?:a|)", ".", "\\d", "(?=a)", "^", "\\b");
    const sequence = fc.array(fc.tuple(piece, fc.constantFrom("", "", "?", "*", "+", "{2}", "{0,1}", "+?")), {
      maxLength: 5,
    });
    const source = fc
      .array(sequence, { minLength: 1, maxLength: 3 })
      .map((all) =>
        all
          .map((one) =>
            one.map(([part, times]) => part + (/^[\^(\\]/.test(part) && !part.startsWith("(?:") ? "" : times)).join(""),
          )
          .join("|"),
      );
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "x", "AB", "1", " "), { maxLength: 12 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(source, text, (pattern, line) => {
        const found = new RegExp(pattern, "i").exec(line);
        const literals = literalsOf(new RegExp(pattern));
        if (found !== null && literals !== null)
          expect(literals.some((one) => found[0].toLowerCase().includes(one))).toBe(true);
      }),
    );
  });
});
