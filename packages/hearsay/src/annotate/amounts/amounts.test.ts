import { type Sentence, type Token, tokenize } from "@hearsay/english";
import { describe, expect, it } from "vitest";
import { findAmounts } from "./index.js";
import { readRange } from "./numbers.js";

/** Words as "form", "form/UPOS" or "form/UPOS/head/deprel", heads counted from 1. */
function sentence(tagged: string): { text: string; sentences: Sentence[] } {
  const parts = tagged.split(" ").map((word) => word.split("/"));
  const text = parts.map(([form]) => form).join(" ");
  let at = 0;
  const tokens = parts.map(([form = "", upos = "X", head = "0", deprel = "dep"]): Token => {
    const start = at;
    at += form.length + 1;
    const lemma = form.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
    return { start, end: start + form.length, form, lemma, upos, xpos: "", feats: "_", head: Number(head) - 1, deprel };
  });
  return { text, sentences: [{ start: 0, end: text.length, tokens }] };
}

function amounts(tagged: string): string[] {
  const { text, sentences } = sentence(tagged);
  return findAmounts("a", sentences).map(({ start, end, min, max, unit, of, noun }) => {
    const counted = of === null ? "" : ` of "${text.slice(of.start, of.end)}" (${noun})`;
    return `${text.slice(start, end)}: ${min}–${max ?? "∞"}${unit === null ? "" : ` ${unit}`}${counted}`;
  });
}

const range = (text: string) => {
  const words = tokenize(text).map(({ form }) => form.toLowerCase());
  const read = readRange(words, 0);
  return read === null ? null : [read.min, read.max];
};

describe("numbers", () => {
  it.each([
    ["twenty-four", [24, 24]],
    ["a hundred and five dogs", [105, 105]],
    ["2.6 billion", [2.6e9, 2.6e9]],
    ["1,200 soldiers", [1200, 1200]],
    ["half a million", [5e5, 5e5]],
    ["hundreds of kites", [200, 999]],
    ["tens of thousands of bees", [20_000, 99_999]],
    ["several hundred", [300, 900]],
    ["30-40 houses", [30, 40]],
    ["2 to 3 billion", [2e9, 3e9]],
    ["two-thirds of", [2 / 3, 2 / 3]],
    ["the", null],
  ])("%s", (text, expected) => expect(range(text)).toEqual(expected));
});

describe("findAmounts", () => {
  it.each([
    ["12 Orchard/PROPN carts/NOUN arrived/VERB", ['12: 12–12 of "Orchard carts" (cart)']],
    ["a loan/NOUN of more than $ 2.6 billion", ["$ 2.6 billion: 2600000000–∞ USD"]],
    ["at least 40 homes/NOUN burned/VERB", ['40: 40–∞ of "homes" (home)']],
    ["up to 340 cubic metres a second of water/NOUN", ['340 cubic metres a second: 0–340 m3/s of "water" (water)']],
    ["about 350 goats/NOUN", ['350: 315–385 of "goats" (goat)']],
    ["350 goats/NOUN", ['350: 350–350 of "goats" (goat)']],
    ["it was 350 , plus or minus 20", ["350: 330–370"]],
    ["a rise/NOUN of 25 basis points", ["25 basis points: 25–25 basis points"]],
    ["hundreds of kites/NOUN flew/VERB", ['hundreds: 200–999 of "kites" (kite)']],
    ["$ 40 m", ["$ 40 m: 40000000–40000000 USD"]],
  ])("%s", (tagged, expected) => expect(amounts(tagged)).toEqual(expected));

  it("takes the subject as what a verb of measure counts", () => {
    expect(
      amounts("The/DET/2/det toll/NOUN/3/nsubj rose/VERB/0/root to/ADP/5/case nine/NUM/3/obl".replace("rose", "rise")),
    ).toEqual(['nine: 9–9 of "toll" (toll)']);
  });

  it.each([
    "Article 14 says/VERB so",
    "the baker/NOUN , 52 , left/VERB",
    "a 52 - year - old baker/NOUN",
    "she was 52 years old",
    "they live at 12 Elm/PROPN Street/PROPN",
    "no one came",
    "in 2018",
  ])("finds none in: %s", (tagged) => expect(amounts(tagged)).toEqual([]));

  it("leaves times to the moments", () => {
    const { sentences } = sentence("on 20 June they saw/VERB 20 boats/NOUN");
    expect(findAmounts("a", sentences, [{ article: "a", start: 3, end: 10 }])).toHaveLength(1);
  });
});
