import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences, foldWord, wordsOf } from "./wording.js";

const folded = (texts: readonly string[]) => texts.flatMap((text) => wordsOf(text).map((w) => w.fold));

describe("differences", () => {
  it("tells what was kept, dropped and added, in order", () => {
    expect(differences("We will pay the whole bill", "We will never pay the bill")).toEqual([
      { kind: "kept", text: "We will" },
      { kind: "added", text: "never" },
      { kind: "kept", text: "pay the" },
      { kind: "dropped", text: "whole" },
      { kind: "kept", text: "bill" },
    ]);
  });

  it("takes no difference from case, marks and the two spellings of English", () => {
    const kinds = differences("The HARBOUR is organised – in metres.", "the harbor, is organized in meters").map(
      (d) => d.kind,
    );
    expect(kinds).toEqual(["kept"]);
  });

  it("gives back both texts' words", () => {
    const text = fc
      .array(fc.constantFrom("a", "gate", "opens", "not", "now", "again"), { maxLength: 30 })
      .map((w) => w.join(" "));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const found = differences(first, second);
        expect(folded(found.filter((d) => d.kind !== "added").map((d) => d.text))).toEqual(folded([first]));
        expect(folded(found.filter((d) => d.kind !== "dropped").map((d) => d.text))).toEqual(folded([second]));
      }),
    );
  });

  it("stops at 400 words", () => {
    const long = "word ".repeat(5000);
    expect(wordsOf(long)).toHaveLength(400);
    expect(differences(long, long)).toHaveLength(1);
  });
});

describe("foldWord", () => {
  it.each([
    ["Harbours", "harbors"],
    ["Centre", "center"],
    ["organisation", "organization"],
    ["Defence", "defense"],
    ["don’t", "don't"],
  ])("%s and %s are one word", (a, b) => {
    expect(foldWord(a)).toBe(foldWord(b));
  });

  it.each([
    ["four", "for"],
    ["more", "mer"],
    ["rise", "rize"],
  ])("%s is not %s", (a, b) => {
    expect(foldWord(a)).not.toBe(foldWord(b));
  });
});
