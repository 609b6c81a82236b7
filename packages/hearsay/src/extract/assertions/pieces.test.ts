import type { Sentence, Token } from "@hearsay/english";
import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle, type Statement, span } from "../../model/index.js";
import { Tree } from "../tree.js";
import { piecesOf } from "./pieces.js";

/** The pieces of a text of one sentence in which `words` are reported. */
function pieces(text: string, words: string) {
  const [sentence] = annotate(plainArticle({ id: "a", text })).output.sentences as [Sentence];
  const start = text.indexOf(words);
  const statement = { id: "s", content: [span("a", start, start + words.length)] } as unknown as Statement;
  return { sentence, found: piecesOf(new Tree(sentence), [statement], text) };
}

const form = (text: string, { start, end }: Token): string => text.slice(start, end);

describe("piecesOf", () => {
  it("cuts a reported clause out of its sentence's tree", () => {
    const text = "The mayor said that the bridge will open in March.";
    const { sentence, found } = pieces(text, "the bridge will open in March");
    const [reported, rest] = found;
    const { tokens } = reported!.tree;
    expect(tokens.map((t) => form(text, t))).toEqual(["the", "bridge", "will", "open", "in", "March"]);
    expect(tokens.filter((t) => t.head < 0).map((t) => form(text, t))).toEqual(["open"]);
    for (const t of tokens.filter((one) => one.head >= 0)) {
      const whole = sentence.tokens.find((one) => one.start === t.start)!;
      expect(form(text, tokens[t.head]!)).toBe(form(text, sentence.tokens[whole.head]!));
    }
    expect(rest!.statement).toBeNull();
    expect(rest!.own(0, 9)).toBe(true);
    expect(rest!.own(20, 30)).toBe(false);
  });

  it("reads words that are no clause of the tree by themselves, at their place in the text", () => {
    const text = "The mayor said that the bridge will open in March.";
    const { found } = pieces(text, "the bridge will");
    const { tokens } = found[0]!.tree;
    expect(tokens.map((t) => form(text, t))).toEqual(["the", "bridge", "will"]);
    expect(tokens.filter((t) => t.head < 0)).toHaveLength(1);
  });

  it("leaves a sentence without reports whole", () => {
    const text = "The bridge will open in March.";
    const [sentence] = annotate(plainArticle({ id: "a", text })).output.sentences as [Sentence];
    const tree = new Tree(sentence);
    expect(piecesOf(tree, [], text).map((p) => p.tree)).toEqual([tree]);
  });
});
