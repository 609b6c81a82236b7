import fc from "fast-check";
import { expect, it } from "vitest";
import { beginning, ending, shortened } from "./cut.js";

const isWhole = (text: string): boolean =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

it("a text is never cut within a character, nor longer than asked, nor shorter by more than one unit", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }).filter(isWhole), fc.nat(40), (text, most) => {
      for (const [cut, whole] of [
        [beginning(text, most), text.startsWith(beginning(text, most))],
        [ending(text, most), text.endsWith(ending(text, most))],
      ] as const) {
        expect(whole).toBe(true);
        expect(isWhole(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      }
    }),
  );
});

it("what is cut off is told", () => {
  expect([shortened("ferry", 5), shortened("ferries", 5), shortened("fer😀s", 5)]).toEqual(["ferry", "ferr…", "fer…"]);
});
