import { describe, expect, it } from "vitest";
import type { Sentence } from "./token.js";
import { children, pathToRoot, rootOf, subtree, subtreeSpan } from "./tree.js";

/** "word<head" a token, heads counted from 0, the root's head "-". */
function tree(text: string): Sentence {
  let start = 0;
  const tokens = text.split(" ").map((item) => {
    const [form, head] = item.split("<");
    const token = { start, end: start + form!.length, form: form!, head: head === "-" ? -1 : Number(head) };
    start = token.end + 1;
    return { ...token, lemma: form!, upos: "X", xpos: "FW", feats: "_", deprel: "dep" };
  });
  return { start: 0, end: start - 1, tokens };
}

describe("tree helpers", () => {
  const sentence = tree("The<2 old<2 ferry<3 sank<- off<5 Bergen<3");

  it("know children, subtree, root and path", () => {
    expect(children(sentence, 3)).toEqual([2, 5]);
    expect(subtree(sentence, 2)).toEqual([0, 1, 2]);
    expect(subtree(sentence, 3)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rootOf(sentence)).toBe(3);
    expect(pathToRoot(sentence, 4)).toEqual([4, 5, 3]);
  });

  it("span a subtree from its first to its last character", () => {
    expect(subtreeSpan(sentence, 5)).toEqual({ start: 19, end: 29 });
  });

  it("say −1 for the root of nothing", () => {
    expect(rootOf({ start: 0, end: 0, tokens: [] })).toBe(-1);
  });
});
