import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routeToHit } from "./hit.js";
import { formatRoute, parseOpened, parseRoute, withParams } from "./route.js";

describe("routes", () => {
  it("are the same after they were an address, whatever they hold", () => {
    const word = fc.string({ minLength: 1, unit: "grapheme" });
    const route = fc.record({
      story: word,
      view: word,
      id: fc.option(word),
      params: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), word),
    });
    fc.assert(
      fc.property(route, (r) => {
        expect(parseRoute(formatRoute(r))).toEqual({ ...r, params: { ...r.params } });
      }),
    );
  });

  it("never fail, and begin at the first view", () => {
    fc.assert(fc.property(fc.string(), (hash) => parseRoute(hash).view !== ""));
    expect(parseRoute("")).toEqual({ story: null, view: "overview", id: null, params: {} });
    expect(parseRoute("#/cable/%E0%A4%A")).toMatchObject({ story: "cable" });
  });

  it("lose a parameter that is taken out, and keep the others", () => {
    const route = parseRoute("#/s/claims?kind=event&open=claim-1");
    expect(formatRoute(withParams(route, { open: null, q: "fire" }))).toBe("#/s/claims?kind=event&q=fire");
  });

  it("tell what the side panel shows", () => {
    expect(parseOpened("claim-1")).toEqual({ kind: "claim", id: "claim-1" });
    expect(parseOpened("a-1~a-2")).toEqual({ kind: "edge", derived: "a-1", source: "a-2" });
    expect(parseOpened("a-1/st-1")).toEqual({ kind: "mark", article: "a-1", id: "st-1" });
    for (const none of [undefined, "", "nonsense", "javascript:alert(1)"]) expect(parseOpened(none)).toBeNull();
  });

  it("lead from what was found to its words", () => {
    const hit = { kind: "statement" as const, id: "st-1", article: "a-1", start: 3, end: 9 };
    expect(formatRoute(routeToHit("s", hit))).toBe("#/s/article/a-1?at=3-9&open=a-1%2Fst-1");
    expect(formatRoute(routeToHit("s", { ...hit, kind: "article" }))).toBe("#/s/article/a-1?at=3-9");
  });
});
