import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "./tokenize.js";

const forms = (text: string) => tokenize(text).map((token) => token.form);

describe("tokenize", () => {
  it.each([
    ["She doesn't know.", "She|does|n't|know|."],
    ["The minister’s aide can’t go", "The|minister|’s|aide|ca|n’t|go"],
    ["We cannot stay; they're gonna leave", "We|can|not|stay|;|they|'re|gon|na|leave"],
    ["the writers' strike", "the|writers|'|strike"],
    ["a well-known, non-violent group", "a|well|-|known|,|non-violent|group"],
    ["in the mid-1980s", "in|the|mid-1980s"],
    ["a U.S.-led coalition", "a|U.S.|-|led|coalition"],
    ["12,500 people paid $3.75", "12,500|people|paid|$|3.75"],
    ["at 5:30pm on 2024-03-07", "at|5:30|pm|on|2024-03-07"],
    ["up 7% to €2bn", "up|7|%|to|€|2|bn"],
    ["Dr. Osei met J. K. Lind in St. Gallen", "Dr.|Osei|met|J.|K.|Lind|in|St.|Gallen"],
    ["It ended.Read more", "It|ended|.|Read|more"],
    ["see example.org or a@b.example", "see|example.org|or|a@b.example"],
    ["“Go,” he said… then—nothing", "“|Go|,|”|he|said|…|then|—|nothing"],
    ["O'Neill's 21st visit", "O'Neill|'s|21st|visit"],
    ["Rs 1,00,000 or 12,34,567.50", "Rs|1,00,000|or|12,34,567.50"],
    ["👩‍👧 🇫🇮!", "👩‍👧|🇫🇮|!"],
  ])("%s", (text, expected) => {
    expect(forms(text).join("|")).toBe(expected);
  });

  it("answers nothing with nothing", () => {
    expect(tokenize("")).toEqual([]);
    expect(tokenize(" \n\t\u00A0\uFEFF")).toEqual([]);
  });

  it("covers every character that is not space, once, in order, with the exact slice", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        " ",
        "\n\n",
        "'",
        "’s",
        "-",
        ".",
        "U.S.",
        "\ud83d",
        "\udc68",
        "n't",
        "5:30",
        "http://",
        "a@",
        "\u200B",
        "\u00AD",
        "…",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end, form } of tokenize(text)) {
          expect(text.slice(at, start)).toMatch(/^\s*$/u);
          expect(end).toBeGreaterThan(start);
          expect(form).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/u);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["letters", "a"],
    ["hyphens", "a-"],
    ["stops", "."],
    ["numbers", "1,000"],
    ["quotes", "a'"],
    ["initials", "A."],
    ["half characters", "\ud800"],
    ["mail signs", "x@"],
    ["addresses", "http://"],
    ["marks", "a\u0301"],
    ["dots and letters", "a.b"],
  ])("stays linear on a long run of %s", (_, unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const begun = performance.now();
    expect(tokenize(text).at(-1)?.end).toBe(text.length);
    expect(performance.now() - begun).toBeLessThan(8_000);
  });
});
