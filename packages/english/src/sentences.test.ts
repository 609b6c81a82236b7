import { describe, expect, it } from "vitest";
import { maxSentenceTokens, splitSentences } from "./sentences.js";

const sentences = (text: string) =>
  splitSentences(text).map((tokens) => text.slice(tokens[0]!.start, tokens.at(-1)!.end));

describe("splitSentences", () => {
  it.each([
    [["The talks ended.", "Nobody signed."]],
    [["Mr. Lund met Gen. Ortiz on Jan. 4, 2023.", "They left."]],
    [["“We are done.”", "He left the room."]],
    [["“Are we done?” Lund asked.", "Nobody answered."]],
    [["(It rained.)", "They stayed."]],
    [["He moved to the U.S.", "The firm followed."]],
    [["The U.S. Navy agreed.", "Fine."]],
    [["It begins at 9 p.m.", "The doors open at 8."]],
    [["Prices rose 3.5 percent.", "2019 was worse."]],
    [["It sank in 1912. [3]", "Few survived (c. 700)."]],
    [["Why?!", "No one knows..."]],
  ])("%j", (expected) => {
    expect(sentences(expected.join(" "))).toEqual(expected);
  });

  it("ends a sentence where the space is missing", () => {
    expect(sentences("They fled the town.Read more")).toEqual(["They fled the town.", "Read more"]);
  });

  it("ends a sentence at every line, full stop or not", () => {
    expect(sentences("Home\nNews\n\nA bridge fell\r\nShare this")).toEqual([
      "Home",
      "News",
      "A bridge fell",
      "Share this",
    ]);
  });

  it("cuts what never ends", () => {
    const lengths = splitSentences("word ".repeat(1000)).map((tokens) => tokens.length);
    expect(Math.max(...lengths)).toBe(maxSentenceTokens);
    expect(lengths.reduce((a, b) => a + b)).toBe(1000);
  });
});
