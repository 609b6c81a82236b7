import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFor } from "./index.js";

const free = () => false;

describe("nameFor", () => {
  it("takes the first telling words of a title", () => {
    expect(nameFor("Tram drivers in Carrow to stop work over night shifts", free)).toBe(
      "tram-drivers-carrow-stop-work",
    );
    expect(nameFor("Ines Tolland's émigré brother", free)).toBe("ines-tolland-emigre-brother");
    expect(nameFor("It was", free)).toBe("it-was");
    expect(nameFor("", free)).toBe("story");
  });
  it("leaves letters of other scripts as they are typed", () => {
    const typed = ["한국-뉴스-속보", "がんばれ-ニッポン", "новый-год"];
    expect(typed.map((name) => nameFor(name.replaceAll("-", " "), free))).toEqual(typed);
  });
  it("cuts a long word between letters", () => {
    expect(nameFor(`a${"𐌰".repeat(40)}`, free)).toBe(`a${"𐌰".repeat(23)}`);
  });
  it("gives a name once", () => {
    const taken = new Set(["weir-burst", "weir-burst-2"]);
    expect(nameFor("Weir burst", (name) => taken.has(name))).toBe("weir-burst-3");
  });
  it("is a story's name whatever the title", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string()), (title) => {
        expect(nameFor(title, free)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,59}$/u);
      }),
    );
  });
});
