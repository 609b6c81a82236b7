import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inContext, paragraphs, pieces } from "./context.js";
import { extentOf, millis, sayDate, sayShort, saySpan } from "./dates.js";
import { formatSpan, parseSpan, sayFirstTick, sayTick } from "./time-axis.js";

describe("words in their context", () => {
  const text = "One two.\n\nThree four five six.\n\nSeven.";
  it("stay within their paragraph", () => {
    const start = text.indexOf("four");
    expect(inContext(text, start, start + 4)).toEqual({ before: "Three ", words: "four", after: " five six." });
    expect(inContext(text, start, start + 4, 5)).toEqual({ before: "… ", words: "four", after: " …" });
  });

  it("pieces make up the text again, whatever spans lie on it", () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.array(span), (words, spans) => {
        const cut = pieces(0, words.length, spans);
        expect(cut.map((p) => words.slice(p.start, p.end)).join("")).toBe(words);
        for (const p of cut) for (const s of p.on) expect(s.start <= p.start && s.end >= p.end).toBe(true);
      }),
    );
  });

  it("paragraphs are lines with words", () => {
    expect(paragraphs(text).map((p) => text.slice(p.start, p.end))).toEqual([
      "One two.",
      "Three four five six.",
      "Seven.",
    ]);
    expect(paragraphs("")).toEqual([]);
  });
});

describe("dates", () => {
  it("are said as briefly as a tick allows", () => {
    const ticks = ["2031-01-01T00:00", "2031-02-01T00:00", "2031-02-04T00:00", "2031-02-04T16:30"];
    expect(ticks.map((t) => sayTick(`${t}:00.000Z`))).toEqual(["2031", "February", "4 Feb", "16:30"]);
    const first = ["2031", "Feb 2031", "4 Feb 2031", "4 Feb, 16:30"];
    expect(ticks.map((t) => sayFirstTick(`${t}:00.000Z`))).toEqual(first);
  });

  it("are said as precisely as they are known", () => {
    expect(["2031", "2031-03", "2031-03-04", "2031-03-04T16:45", null, "soon"].map(sayDate)).toEqual([
      "2031",
      "March 2031",
      "4 March 2031",
      "4 March 2031, 16:45",
      "undated",
      "soon",
    ]);
    expect(sayShort("2031-09-04T10:00")).toBe("4 Sep 2031");
  });

  it("are said as stretches", () => {
    const say = (earliest: string, latest: string) => saySpan({ earliest, latest });
    expect(say("2031-03-04", "2031-03-04")).toBe("4 March 2031");
    expect(say("2031-03-04", "2031-03-12")).toBe("4–12 March 2031");
    expect(say("2031-01-01", "2031-12-31")).toBe("2031");
    expect(say("2031-03-01", "2031-03-31")).toBe("March 2031");
    expect(say("2031-03-04", "9999-12-31")).toBe("from 4 March 2031");
    expect(say("0000-01-01", "2031-03-04")).toBe("until 4 March 2031");
    expect(saySpan(null)).toBe("no date");
  });

  it("are a stretch in the address, and back", () => {
    const span = [Date.UTC(2031, 2, 4, 6), Date.UTC(2031, 2, 9, 12, 30)] as const;
    expect(formatSpan(span)).toBe("2031-03-04T06:00~2031-03-09T12:30");
    expect(parseSpan(formatSpan(span))).toEqual(span);
    for (const none of [undefined, "", "~", "2031-03-04T06:00", "2031~2030", "x~y"]) expect(parseSpan(none)).toBeNull();
  });

  it("are moments in UTC, a last day whole", () => {
    expect(millis("2031-03-04T16:45")).toBe(Date.UTC(2031, 2, 4, 16, 45));
    expect(extentOf({ earliest: "2031-03-04", latest: "2031-03-04" })).toEqual({
      from: Date.UTC(2031, 2, 4),
      to: Date.UTC(2031, 2, 5) - 1,
    });
    expect(extentOf({ earliest: "0000-01-01", latest: "9999-12-31" })).toEqual({ from: null, to: null });
  });
});
