import { describe, expect, it } from "vitest";
import { withoutPromos } from "./assemble.js";

const kept = (text: string): string => withoutPromos(text).kept;

describe("withoutPromos", () => {
  it("cuts a headline at a paragraph's end", () => {
    const text = "The council would not say when it will vote again. Read next: Bakers warn of a flour shortage";
    expect(withoutPromos(text)).toEqual({
      kept: "The council would not say when it will vote again.",
      cuts: [{ text: "Read next: Bakers warn of a flour shortage", reason: "teaser", at: 50 }],
    });
  });
  it("cuts headlines glued to the prose behind them", () => {
    const text =
      "Read more:Who owns the harbour?How the ferry sank But, according to the coast guard, nobody on board had been warned of the storm.";
    expect(kept(text)).toBe("But, according to the coast guard, nobody on board had been warned of the storm.");
  });
  it("cuts a ticker's name between sentences", () => {
    const text =
      "The bridge was closed in May. Harbour strike - live updates So the ferries carried everyone across the bay for a month.";
    expect(kept(text)).toBe(
      "The bridge was closed in May. So the ferries carried everyone across the bay for a month.",
    );
  });
  it("cuts an analysis announced behind the last sentence", () => {
    expect(kept("Two more boats arrived on Monday morning, she said. Analysis: Why nobody repairs the old pier")).toBe(
      "Two more boats arrived on Monday morning, she said.",
    );
  });
  it.each([
    "She wanted one thing more: a boat of her own that would take her across the bay.",
    "He told them to watch: the water would rise by evening and the bridge would go under.",
    "Related companies were asked to pay, and the court said more: the owners must answer too.",
    "The report has three parts. Analysis: the second one names the owners of the ferry, and it is blunt.",
  ])("leaves prose alone: %s", (text) => {
    expect(kept(text)).toBe(text);
  });
});
