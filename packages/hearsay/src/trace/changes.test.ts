import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.js";

const words = (text: string, stretches: readonly { start: number; end: number }[]) =>
  stretches.map(({ start, end }) => text.slice(start, end));

describe("changes between two versions", () => {
  const earlier = "The ferry ran aground at dawn. Two people were hurt. The company said nothing.\n\nIt was foggy.";

  it("are the sentences only one of them has", () => {
    const later =
      "The ferry ran aground at dawn. Five people were hurt. The company said nothing. The captain was questioned.\n\nIt was foggy.";
    const { added, dropped, shared } = changesBetween(earlier, later);
    expect(words(later, added)).toEqual(["Five people were hurt.", "The captain was questioned."]);
    expect(words(earlier, dropped)).toEqual(["Two people were hurt."]);
    expect(shared).toBeGreaterThan(0.7);
  });

  it("are none where sentences only moved or are set differently", () => {
    const later = "It was  foggy. The company said nothing.\nTwo people were hurt.\n\nThe ferry ran aground at dawn.";
    expect(changesBetween(earlier, later)).toMatchObject({ added: [], dropped: [], shared: 1 });
    expect(changesBetween("She said: “No.”", 'She said: "No."').added).toEqual([]);
  });

  it("count a sentence as often as it stands there", () => {
    expect(changesBetween("No. No. Yes.", "No. Yes.").dropped).toHaveLength(1);
  });

  it("of unlike texts share nothing, of any text with itself all", () => {
    expect(changesBetween(earlier, "Grain prices rose on Monday.").shared).toBe(0);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { added, dropped } = changesBetween(text, text);
        expect([...added, ...dropped]).toEqual([]);
      }),
    );
  });
});
