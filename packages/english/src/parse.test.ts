import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, parseTokens } from "./parse.js";
import type { Sentence } from "./token.js";
import { pathToRoot } from "./tree.js";

/** Exactly one root, and every word leads to it. */
function expectTree(sentence: Sentence): void {
  const { tokens } = sentence;
  expect(tokens.filter((token) => token.head === -1)).toHaveLength(1);
  for (const [i, token] of tokens.entries()) {
    expect(token.head).not.toBe(i);
    expect(token.head).toBeLessThan(tokens.length);
    expect(tokens[pathToRoot(sentence, i).at(-1)!]!.head).toBe(-1);
    expect(token.deprel === "root").toBe(token.head === -1);
    for (const value of [token.lemma, token.upos, token.xpos, token.feats, token.deprel]) expect(value).not.toBe("");
  }
}

describe("parse", () => {
  it("finds who did what to whom", () => {
    const [sentence] = parse("The old ferry hit a small bridge near Bergen on Monday.");
    const arcs = sentence!.tokens.map(
      (t) => `${t.lemma}/${t.upos} ${t.deprel} ${sentence!.tokens[t.head]?.form ?? "-"}`,
    );
    expect(arcs).toContain("ferry/NOUN nsubj hit");
    expect(arcs).toContain("hit/VERB root -");
    expect(arcs).toContain("bridge/NOUN obj hit");
    expect(arcs).toContain("Bergen/PROPN nmod bridge");
  });

  it("tells passive subjects and agents", () => {
    const [sentence] = parse("The bridge was closed by the police.");
    expect(sentence!.tokens.map((t) => t.deprel)).toEqual([
      "det",
      "nsubj:pass",
      "aux:pass",
      "root",
      "case",
      "det",
      "obl:agent",
      "punct",
    ]);
  });

  it("has nothing to say about nothing", () => {
    expect(parse("")).toEqual([]);
    expect(parse(" \n\n ")).toEqual([]);
    expect(parseTokens([[]])).toEqual([{ start: 0, end: 0, tokens: [] }]);
  });

  it("gives trees for given tokens, offsets in the forms joined by spaces", () => {
    const [sentence] = parseTokens([["Ships", "sank", "."]]);
    expectTree(sentence!);
    expect(sentence!.tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [6, 10],
      [11, 12],
    ]);
  });

  it("gives one tree with one root for any text, the same each time", () => {
    const word = fc.constantFrom(
      "the",
      "Storm",
      "hit",
      "not",
      ",",
      "and",
      "12",
      "“",
      "”",
      "said",
      "that",
      ".",
      "–",
      "it's",
      "who",
      "🚢",
      "\n",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (input) => {
        const sentences = parse(input);
        sentences.forEach(expectTree);
        expect(parse(input)).toEqual(sentences);
      }),
      { numRuns: 60 },
    );
  });

  it("survives a megabyte without a space", () => {
    for (const unit of ["a", "a-", "9.", "\udc00"]) {
      const sentences = parse(unit.repeat(20_000 / unit.length));
      expect(sentences.at(-1)!.end).toBe(20_000);
    }
    expect(parse("a".repeat(1_000_000))[0]!.tokens).toHaveLength(1);
  });
});
