import { describe, expect, it } from "vitest";
import { DateReader, dateAbout, dateElsewhere, originalLine } from "./date-lines.js";
import { measureLines } from "./measured.js";

const prose =
  "Port officials closed the old ferry pier on Tuesday after a third ferry struck its rotten piles, the harbour master said.";
const readerOf = (lines: readonly string[]): DateReader => new DateReader(measureLines(lines));
const about = (lines: readonly string[], title: number): string | undefined => {
  const reader = readerOf(lines);
  return dateAbout(
    lines.flatMap((_, at) => reader.of(at)),
    title,
  )?.published;
};

describe("the dates of a flat text", () => {
  it("are told apart by what calls them so, in the line or above it", () => {
    expect(about(["Pier closes", "Updated 9 March 2031", "Published 4 March 2031"], 0)).toBe("2031-03-04");
    expect(about(["Pier closes", "Last updated", "9 March 2031", "4 March 2031"], 0)).toBe("2031-03-04");
    expect(about(["Pier closes", "Reviewed by Per Holm", "4 March 2031 · 8 min read"], 0)).toBe("2031-03-04");
    expect(about(["Pier closes", "Updated 9 March 2031"], 0)).toBe("2031-03-09");
  });
  it("that one line shows without a word are the day of publication and of a later change", () => {
    expect(about(["Pier closes", "9 March 2031 4 March 2031 by Ana Novak"], 0)).toBe("2031-03-04");
    expect(about(["Pier closes", "4 March 2031 9 March 2031"], 0)).toBe("2031-03-04");
  });
  it("of a first publication that a sentence tells of are found", () => {
    const told = "This article was originally published on 4 March 2029 but has been updated since.";
    expect(originalLine(measureLines(["Pier closes", "9 March 2031", told]))?.published).toBe("2029-03-04");
    expect(originalLine(measureLines(["The guide was first published in Tolm, 3,000 copies of it."]))).toBeNull();
  });
  it("below the headline count before those above it", () => {
    expect(about(["9 March 2031", "Pier closes", "4 March 2031"], 1)).toBe("2031-03-04");
    expect(about(["9 March 2031", "Pier closes"], 1)).toBe("2031-03-09");
  });
  it("in digits are read as the text's others are, or as a day it names in words", () => {
    expect(about(["Pier closes", "03/04/2031", "12/25/2030 Lighthouse lit"], 0)).toBe("2031-03-04");
    expect(about(["Pier closes", "03/04/2031", "Pier closes 3 April 2031"], 0)).toBe("2031-04-03");
    const [date] = readerOf(["03/04/2031"]).of(0);
    expect(date).toMatchObject({ published: "2031-04-03", otherwise: "2031-03-04" });
    expect(about(["03/04/2031"], -1)).toBeUndefined();
  });
  it("are read in a moment where there are tens of thousands", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `Published 03/04/2031 ${i}`);
    const [items, reader] = [measureLines(lines), readerOf(lines)];
    const began = performance.now();
    expect(dateElsewhere(items, 0, reader)).toBeNull();
    expect(performance.now() - began).toBeLessThan(2_500);
  });
  it("elsewhere count where they say so, or are dates and nothing else and agree", () => {
    const elsewhere = (lines: readonly string[]): string | undefined =>
      dateElsewhere(measureLines(lines), 1, readerOf(lines))?.published;
    expect(elsewhere(["Pier closes", prose, "Posted on 4 March 2031 by Ana Novak - 5 comments"])).toBe("2031-03-04");
    expect(elsewhere(["Pier closes", prose, "Publish date", "4 March 2031"])).toBe("2031-03-04");
    expect(elsewhere(["Pier closes", prose, "4 March 2031"])).toBe("2031-03-04");
    expect(elsewhere(["Pier closes", prose, "4 March 2031", "5 March 2031"])).toBeUndefined();
    expect(elsewhere(["Pier closes", prose, "Pier opens 4 March 2031"])).toBeUndefined();
  });
});
