import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withPlainMarks } from "./marks.js";
import { findQuotations } from "./quotations.js";
import { sentencesOf } from "./sentences.js";

describe("withPlainMarks", () => {
  it("makes two single marks a double one, with the space outside", () => {
    expect(withPlainMarks("''We won,'' she said. (''So!'')")).toBe(' "We won,"  she said. ( "So!" )');
    expect(withPlainMarks("``We won,'' she said.")).toBe(' "We won,"  she said.');
  });
  it("keeps every other character at its place", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'", "''", "a", " ", ".", "`", "``", "\n", "é")), (parts) => {
        const text = parts.join("");
        const plain = withPlainMarks(text);
        expect(plain).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++) if (!/['`]/.test(text[i]!)) expect(plain[i]).toBe(text[i]);
      }),
    );
  });
  it("takes a year for no height", () => {
    expect(withPlainMarks("``It began in 2024'' she said.")).toBe(' "It began in 2024"  she said.');
  });
  it("leaves apostrophes and three marks in a row alone", () => {
    for (const text of ["the dogs' bowls, 'em, '''", "it's 5' 3", "he is 6'2'' tall", "a pipe of 12'' or 8.5''"])
      expect(withPlainMarks(text)).toBe(text);
  });
});

describe("doubled single marks", () => {
  const text = "''The mill is shut,'' said Mara Venn. She left.";
  it("open and close a quotation", () => {
    expect(findQuotations("A", text).map((q) => text.slice(q.start, q.end))).toEqual(["The mill is shut,"]);
  });
  it("end no sentence of their own", () => {
    expect(sentencesOf(text)).toHaveLength(2);
  });
});
