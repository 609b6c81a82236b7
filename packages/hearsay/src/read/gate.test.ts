import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCues } from "./cues.js";
import { Gate } from "./gate.js";

describe("gate", () => {
  it("names the patterns whose words stand in a text", () => {
    const gate = new Gate([/^abc|ac[|)]d/, /^(?:xyz|yo)$/i, /\|\(z/, /\d+/, /cd/]);
    expect(gate.mayMatch("nothing")).toEqual([3]);
    expect(gate.mayMatch("see ABCD")).toEqual([0, 3, 4]);
    expect(gate.mayMatch("Yo! ac)d |(z")).toEqual([0, 1, 2, 3]);
  });

  it("never leaves out a pattern that matches", () => {
    const gate = new Gate(lineCues.map(({ pattern }) => pattern));
    const words =
      "read more : cookies accept share sign up for our newsletter © 2031 all rights reserved anzeige · by # → | min ſhare".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (chosen) => {
        const line = chosen.join(" ");
        const may = gate.mayMatch(line);
        for (const [i, { pattern }] of lineCues.entries()) if (pattern.test(line)) expect(may).toContain(i);
      }),
    );
  });

  it("takes for a letter whatever a pattern takes for it", () => {
    const letters = Array.from({ length: 0x500 }, (_, code) => String.fromCharCode(code)).filter(
      (one) => /\p{Ll}/u.test(one) && !/[ſΐΰςϐϑϕϖϰϱϵµ]/u.test(one),
    );
    const units = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter((one) =>
      /[\p{L}\p{M}]/u.test(one),
    );
    const folded = new Map<string, string[]>();
    for (const unit of units) {
      const key = unit.toUpperCase().toLowerCase();
      folded.set(key, [...(folded.get(key) ?? []), unit]);
    }
    const missed = letters.flatMap((letter) => {
      const pattern = new RegExp(`^${letter}$`, "iu");
      const gate = new Gate([pattern]);
      const alike = folded.get(letter.toUpperCase().toLowerCase()) ?? [];
      return alike.filter((unit) => pattern.test(unit) && gate.mayMatch(unit).length === 0);
    });
    expect(missed).toEqual([]);
  });
});
