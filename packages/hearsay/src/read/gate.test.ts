import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCues } from "./cues.js";
import { Gate } from "./gate.js";

describe("gate", () => {
  const patterns = [/^ab|c[|)]d/, /^(?:x|y)$/i, /\|\(z/];
  const gate = new Gate(patterns);

  it("opens for the patterns that share a joined one with what matched", () => {
    expect(gate.open("nothing")).toBe(0);
    expect(gate.mayMatch(0, gate.open("abc"))).toBe(true);
    expect(gate.mayMatch(1, gate.open("abc"))).toBe(false);
    expect(gate.mayMatch(1, gate.open("Y"))).toBe(true);
    expect(gate.mayMatch(2, gate.open("see |(z"))).toBe(true);
  });

  it("never keeps a pattern from a line that it matches", () => {
    const all = new Gate(lineCues.map(({ pattern }) => pattern));
    const words =
      "read more : cookies accept share sign up for our newsletter © 2031 all rights reserved anzeige · by".split(" ");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (chosen) => {
        const line = chosen.join(" ");
        const open = all.open(line);
        for (const [i, { pattern }] of lineCues.entries())
          if (pattern.test(line)) expect(all.mayMatch(i, open)).toBe(true);
      }),
    );
  });
});
