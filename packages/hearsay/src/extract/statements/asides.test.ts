import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../annotate/index.js";
import { withAsides } from "./asides.js";
import type { Attribution } from "./decode.js";
import { type Page, pageOf } from "./page.js";
import { withSignedQuotes } from "./signed-quotes.js";
import { rangesOf } from "./spans.js";

const page = (text: string): Page => pageOf(text, sentencesOf(text));

/** The tokens of a stretch of the text. */
function tokens(p: Page, words: string): number[] {
  const from = p.text.indexOf(words);
  const inside = (t: number) => p.start[t]! >= from && p.end[t]! <= from + words.length;
  return Array.from({ length: p.size }, (_, t) => t).filter(inside);
}
const attribution = (p: Page, source: string, cue: string, content: string): Attribution => ({
  head: tokens(p, cue)[0]!,
  source: tokens(p, source),
  cue: tokens(p, cue),
  content: tokens(p, content),
  score: 0.9,
});
const shown = (p: Page, list: readonly Attribution[]): string[][] =>
  list.map((a) =>
    [a.source, a.content].map((part) =>
      rangesOf(p, part)
        .map((r) => p.text.slice(r.start, r.end))
        .join(" … "),
    ),
  );

describe("withAsides", () => {
  it("makes a quotation with a speaker of its own a statement of its own", () => {
    const text =
      "Two clerks whispered the sale was not over: Mayor Ada Roe, one of them said, “had to wait for the bank.”";
    const p = page(text);
    const found = [attribution(p, "Two clerks", "whispered", text.slice(text.indexOf("the sale")))];
    expect(shown(p, withAsides(p, found))).toEqual([
      ["Two clerks", "the sale was not over"],
      ["one of them", "“had to wait for the bank.”"],
    ]);
  });
  it("leaves alone what has no quotation behind, and what the cue itself sets in", () => {
    for (const text of [
      "Two clerks whispered the mayor, one of them said, had to wait for the bank.",
      "“The sale,” one of them whispered, “had to wait for the bank.”",
    ]) {
      const p = page(text);
      const found = [attribution(p, "", "whispered", text.slice(0, 8) === "“The sal" ? "had to wait" : text.slice(21))];
      expect(withAsides(p, found)).toEqual(found);
    }
  });
});

describe("withSignedQuotes", () => {
  const text = "Mara Venn said the mill was shut. “We told the town in May,” Venn added.";
  it("gives a signed quotation to who signs it", () => {
    const p = page(text);
    const before = attribution(p, "Mara Venn", "said", "the mill was shut");
    const found = [
      { ...before, content: [...before.content, ...tokens(p, "“We told the town in May,”")] },
      { ...attribution(p, "", "added", "We told"), source: tokens(p, "Venn added").slice(0, 1) },
    ];
    expect(shown(p, withSignedQuotes(p, found))).toEqual([
      ["Mara Venn", "the mill was shut"],
      ["Venn", "“We told the town in May,”"],
    ]);
  });
  it("leaves what nobody signs with the speaker before", () => {
    const p = page("Mara Venn said the mill was shut. “We told the town in May.” She left.");
    const found = [attribution(p, "Mara Venn", "said", "the mill was shut. “We told the town in May.”")];
    expect(withSignedQuotes(p, found)).toEqual(found);
  });
});
