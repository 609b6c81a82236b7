import { expect, test } from "vitest";
import type { Proposition } from "./propositions.js";
import { isTurnabout, turnedFrom } from "./turnabouts.js";

const clause = (text: string, predicate = "change", more: object = {}) => {
  const assertion = { article: "a", start: 0, end: text.length, predicate, stance: null, ...more };
  return [{ assertion } as unknown as Proposition, text] as const;
};

test("a change of mind, whatever it is on", () => {
  expect(isTurnabout(...clause("the cabinet changed its mind on Monday"))).toBe(true);
  expect(isTurnabout(...clause("the port authority relented", "relent"))).toBe(true);
  const text = "The facts have changed and so have I";
  expect(isTurnabout(...clause(text, "change", { end: text.indexOf(" and") }))).toBe(true);
});

test("one that was not made, or is only asked for, is none", () => {
  expect(isTurnabout(...clause("the cabinet has not changed its mind"))).toBe(false);
  expect(isTurnabout(...clause("the union urged the cabinet to change its mind"))).toBe(false);
  expect(isTurnabout(...clause("the singer gave in Oslo a concert", "give"))).toBe(false);
  expect(isTurnabout(...clause("prices changed", "change"))).toBe(false);
});

test("it turns what was told shortly before, else the last earlier take on somebody named", () => {
  const take = (article: string, start: number, latest: string, named: string) => ({
    actor: "norway",
    named: new Set([named]),
    take: { article, start, when: { latest } },
  });
  const stands = [
    take("b", 0, "2031-05-01", "sweden"),
    take("c", 0, "2031-05-02", "denmark"),
    take("a", 10, "2031-05-03", "x"),
  ];
  const [p] = clause("it changed its mind", "change", { start: 200, end: 219 });
  expect(turnedFrom(p, "norway", "2031-05-09", stands, new Set(["sweden"]))).toBe(stands[2]);
  expect(turnedFrom(p, "norway", "2031-05-09", stands.slice(0, 2), new Set(["sweden"]))).toBe(stands[0]);
  expect(turnedFrom(p, "norway", "2031-05-09", stands.slice(0, 2), new Set())).toBeNull();
  expect(turnedFrom(p, "finland", "2031-05-09", stands, new Set(["sweden"]))).toBeNull();
});
