import { parse, type Sentence, type Token, tokenize } from "@hearsay/english";
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

const found = (text: string) => findAmounts("a", parse(text));
const brief = (text: string) =>
  found(text)
    .map(({ start, end, min, max, unit }) => {
      const size = min === max ? String(min) : `${min}–${max ?? "∞"}`;
      return `${text.slice(start, end)}: ${size}${unit === null ? "" : ` ${unit}`}`;
    })
    .join("; ");

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
    ["one and a half million", [1.5e6, 1.5e6]],
    ["a million and a half", [1.5e6, 1.5e6]],
    ["two and a quarter", [2.25, 2.25]],
    ["2½ litres", [2.5, 2.5]],
    ["a quarter-million homes", [250_000, 250_000]],
    ["a quarter of a million", [250_000, 250_000]],
    ["five hundred and twenty-three", [523, 523]],
    ["3 lakh", [3e5, 3e5]],
    ["5 crore", [5e7, 5e7]],
    ["lakhs of", [2e5, 999_999]],
    ["dozens of", [24, 99]],
    ["a handful of", [3, 9]],
    ["a pair of", [2, 2]],
    ["one in five barns", [0.2, 0.2]],
    ["two out of three", [2 / 3, 2 / 3]],
    ["one in every four", [0.25, 0.25]],
    ["eight of 10 voters", [0.8, 0.8]],
    ["one of every nine voters", [1 / 9, 1 / 9]],
    ["one in 1998", [1, 1]],
    ["two in five years", [2, 2]],
    ["1200 34", [1200, 1200]],
    ["the", null],
  ])("%s", (text, expected) => expect(range(text)).toEqual(expected));
});

describe("findAmounts", () => {
  it("reads a percent sign on either side of its number", () => {
    expect(brief("They gave him %10 off, then 20% more.")).toBe("%10: 10 percent; 20%: 20 percent");
  });

  it("takes an hour at the end of its clause for a time, a count for a count", () => {
    expect(brief("She sold out of coffee before eight, and left at nine.")).toBe("");
    expect(brief("The price rose by six, and eight of them left.")).toBe("six: 6; eight: 8");
  });

  it("takes what a number stands at or changes by for no hour, whatever day is behind it", () => {
    expect(brief("The death toll stood at nine. The mayor put it at six.")).toBe("nine: 9; six: 6");
    const text =
      "The toll from the fire rose by six on Thursday, and about 20 on Thursday were hurt. It was hit by two on Thursday.";
    const moments = [...text.matchAll(/Thursday/g)].map(({ index }) => ({
      article: "a",
      start: index,
      end: index + 8,
    }));
    const read = findAmounts("a", parse(text), moments).map(({ start, end }) => text.slice(start, end));
    expect(read).toEqual(["six", "20", "two"]);
  });

  it("takes an hour with its day behind it for a time", () => {
    const text = "At eight this morning 410 people stood there, and nobody has left since six on Thursday.";
    const moments = ["this morning", "Thursday"].map((words) => {
      const start = text.indexOf(words);
      return { article: "a", start, end: start + words.length };
    });
    const read = findAmounts("a", parse(text), moments).map(({ start, end }) => text.slice(start, end));
    expect(read).toEqual(["410"]);
  });

  it.each([
    ["12 Orchard/PROPN carts/NOUN arrived/VERB", ['12: 12–12 of "Orchard carts" (cart)']],
    ["a loan/NOUN of more than $ 2.6 billion", ['$ 2.6 billion: 2600000000–∞ USD of "loan" (loan)']],
    ["at least 40 homes/NOUN burned/VERB", ['40: 40–∞ of "homes" (home)']],
    ["up to 275 cubic metres a second of water/NOUN", ['275 cubic metres a second: 0–275 m3/s of "water" (water)']],
    ["about 350 goats/NOUN", ['350: 315–385 of "goats" (goat)']],
    ["350 goats/NOUN", ['350: 350–350 of "goats" (goat)']],
    ["it was 350 , plus or minus 20", ["350: 330–370"]],
    ["a rise/NOUN of 25 basis points", ["25 basis points: 25–25 basis points"]],
    ["hundreds of kites/NOUN flew/VERB", ['hundreds: 200–999 of "kites" (kite)']],
    ["$ 40 m", ["$ 40 m: 40000000–40000000 USD"]],
  ])("%s", (tagged, expected) => expect(amounts(tagged)).toEqual(expected));

  it.each([
    // money
    ["The grant is worth €3m.", "€3m: 3000000 EUR"],
    ["The fine is Rs 500 crore.", "Rs 500 crore: 5000000000 INR"],
    ["He paid 300 Japanese yen.", "300 Japanese yen: 300 JPY"],
    ["He earns $15 an hour.", "$15 an hour: 15 USD/h"],
    ["They raised £2m-£3m.", "£2m-£3m: 2000000–3000000 GBP"],
    ["It costs between $10 million and $15 million.", "$10 million and $15 million: 10000000–15000000 USD"],
    // per cent
    ["Inflation was 12.5 per cent.", "12.5 per cent: 12.5 percent"],
    ["Support fell by 2 percentage points.", "2 percentage points: 2 percentage points"],
    ["Sales fell by 3% to 5%.", "3% to 5%: 3–5 percent"],
    ["Costs rose from 3% to 5%.", "3%: 3 percent; 5%: 5 percent"],
    ["Prices rose from 3 to 5 per cent.", "3: 3 percent; 5 per cent: 5 percent"],
    ["It fell to minus 20 degrees Celsius.", "20 degrees Celsius: -20 °C"],
    // ranges and hedges
    ["Between 10 and 15 boats came.", "10 and 15: 10–15"],
    ["Some 10–15 boats came.", "10–15: 9–16.5"],
    ["Fewer than 50 boats came.", "50: 0–50"],
    ["Nearly 1,200 boats came.", "1,200: 1080–1200"],
    ["No fewer than 12 boats came.", "12: 12–∞"],
    ["A hundred-odd boats came.", "A hundred: 90–110"],
    ["60-plus boats came.", "60: 60–∞"],
    ["Tens of thousands of boats came.", "Tens of thousands: 20000–99999"],
    ["Half a million boats came.", "Half a million: 500000"],
    ["3.2m boats came.", "3.2m: 3200000"],
    ["Less than a quarter of the boats came.", "a quarter: 0–25 percent"],
  ])("reads money, per cent, ranges and hedges: %s", (text, expected) => expect(brief(text)).toBe(expected));

  it.each([
    ["Three of the five bridges are shut.", "Three: bridge; five: bridge"],
    ["Fewer than 50 of the 300 seats were free.", "50: seat; 300: seat"],
    ["99 out of 100 boats are old.", "99 out of 100: boat"],
    ["Half the crop is lost.", "Half: crop"],
    ["A third of the island's wheat is lost.", "A third: wheat"],
    ["Over 60 per cent of the 1.2 million residents left.", "60 per cent: resident; 1.2 million: resident"],
    ["An army of 200,000 stood there.", "200,000: army"],
    ["They borrowed $2 billion in aid.", "$2 billion: aid"],
    ["A crew of 40-strong men.", "40: man"],
    ["An 18,000-person agency was built.", "18,000: person"],
    ["The bank cut the rate by 25 basis points.", "25 basis points: rate"],
    ["The rate was cut by 25 basis points.", "25 basis points: rate"],
  ])("says what is counted: %s", (text, expected) =>
    expect(
      found(text)
        .map(({ start, end, noun }) => `${text.slice(start, end)}: ${noun}`)
        .join("; "),
    ).toBe(expected),
  );

  it.each([
    "He came third in the 21st round.",
    "The mill opened in 1998.",
    "They won 3-2 and 21–14.",
    "His sons are aged 4, 7 and 9.",
    "The court made a 5-4 ruling.",
    "They met a man of 74 there.",
    "See pages 12 and 14 and Article 5.",
    "He flew an F-16 after Covid-19.",
    "It is three times the size.",
    "Not one boat came.",
  ])("finds none in the sentence: %s", (text) => expect(brief(text)).toBe(""));

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
    "it was in the 1200 block of Elm/PROPN Street/PROPN",
    "the baker/NOUN died/VERB on Monday at 77 .",
  ])("finds none in: %s", (tagged) => expect(amounts(tagged)).toEqual([]));

  it("counts after a colon, but not within a time", () => {
    expect(brief("It was certain: six workers were killed at 16:20.")).toEqual(brief("six workers were killed"));
  });

  it("leaves times to the moments", () => {
    const { sentences } = sentence("on 20 June they saw/VERB 20 boats/NOUN");
    expect(findAmounts("a", sentences, [{ article: "a", start: 3, end: 10 }])).toHaveLength(1);
  });
});
