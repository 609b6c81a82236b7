import { expect, test } from "vitest";
import type { Comparison } from "./compare.js";
import type { Proposition } from "./propositions.js";
import { isPlaced, isTwoPlaces } from "./where.js";
import { wordingOf } from "./wording.js";

const told = (text: string, who: readonly string[] = ["bergen-star"]): Proposition =>
  ({
    assertion: { future: false, negated: false },
    subject: new Set(who),
    places: new Set(["norway"]),
    wording: wordingOf(text),
  }) as unknown as Proposition;

const differ = (a: Proposition, b: Proposition, times: Comparison["times"] = "agree") =>
  isTwoPlaces(a, b, { times } as Comparison);

test("one cannot be in two places at one time", () => {
  const atSea = told("The Bergen Star was in the strait that night");
  expect(differ(atSea, told("The Bergen Star has been in dry dock since May"))).toBe(true);
  expect(differ(atSea, told("The Bergen Star has been in dry dock since May"), "differ")).toBe(false);
  expect(differ(atSea, told("The Bergen Star has been in dry dock"), "none")).toBe(false);
});

test("places that may hold one another are no two places", () => {
  const docked = told("The Bergen Star lay in dock that night");
  expect(differ(docked, told("The Bergen Star was in the port"))).toBe(false);
  expect(differ(docked, told("The Bergen Star was in Oslo"))).toBe(false);
  expect(isPlaced(told("The Bergen Star was in Oslo"))).toBe(false);
  expect(isPlaced(told("The Bergen Star was in trouble"))).toBe(false);
});

test("a state is in many places", () =>
  expect(differ(told("Norway was in court", ["norway"]), told("Norway was at sea", ["norway"]))).toBe(false));
