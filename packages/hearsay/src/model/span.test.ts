import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, overlaps, quote, type Span, span } from "./span.js";

const spans = (article = "a") =>
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => span(article, start, start + length));

describe("span", () => {
  it.each([
    ["empty", 3, 3],
    ["turned round", 5, 2],
    ["before the text", -1, 4],
    ["between two characters", 0.5, 2],
    ["nowhere", Number.NaN, 2],
    ["without an end", 0, Number.POSITIVE_INFINITY],
  ])("refuses one that is %s", (_, start, end) => {
    expect(() => span("a", start, end)).toThrow(expect.objectContaining({ code: "span.invalid" }));
  });

  it("keeps its article and offsets", () => {
    expect(span("a", 0, 1)).toEqual({ article: "a", start: 0, end: 1 });
  });
});

describe("quote", () => {
  it("cuts the words at UTF-16 offsets", () => {
    const text = "🚢 The ferry sank.";
    expect(quote(span("a", 3, 12), text)).toEqual({ article: "a", start: 3, end: 12, text: "The ferry" });
  });

  it("takes the whole text and not a character more", () => {
    expect(quote(span("a", 0, 4), "ship").text).toBe("ship");
    expect(() => quote(span("a", 0, 5), "ship")).toThrow(expect.objectContaining({ code: "span.outside" }));
  });

  it("carries nothing but place and words", () => {
    const mention = { ...span("a", 0, 4), form: "name" };
    expect(Object.keys(quote(mention, "ship"))).toEqual(["article", "start", "end", "text"]);
  });
});

describe("overlaps and contains", () => {
  const at = (start: number, end: number, article = "a"): Span => span(article, start, end);

  it("do not meet where one ends and the other begins", () => {
    expect(overlaps(at(0, 4), at(4, 8))).toBe(false);
    expect(overlaps(at(0, 5), at(4, 8))).toBe(true);
  });

  it("hold within one article only", () => {
    expect(overlaps(at(0, 4), at(0, 4, "b"))).toBe(false);
    expect(contains(at(0, 4), at(0, 4, "b"))).toBe(false);
  });

  it("agree with the characters that the spans hold", () => {
    const places = ({ start, end }: Span) => Array.from({ length: end - start }, (_, i) => start + i);
    fc.assert(
      fc.property(spans(), spans(), (a, b) => {
        const inB = new Set(places(b));
        expect(overlaps(a, b)).toBe(places(a).some((place) => inB.has(place)));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(contains(b, a)).toBe(places(a).every((place) => inB.has(place)));
      }),
    );
  });
});
