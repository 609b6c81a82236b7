import fc from "fast-check";
import width from "string-width";
import { describe, expect, it } from "vitest";
import { columnsOf } from "./columns.js";

describe("columns", () => {
  it("are those of string-width for every character and any text", () => {
    for (let code = 0x20; code < 0x2100; code++) {
      const character = String.fromCharCode(code);
      expect(columnsOf(character), code.toString(16)).toBe(width(character));
    }
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(columnsOf(text)).toBe(width(text));
      }),
    );
  });
});
