import { expect, test } from "vitest";
import type { Assertion, Derivation } from "../model/index.js";
import { carriedPairs } from "./carry.js";
import type { Proposition } from "./propositions.js";

/** A clause of `article` from 0 to 60 with nothing but what carrying looks at. */
const clause = (article: string, ...features: string[]): Proposition => {
  const assertion = { article, start: 0, end: 60, amounts: [], denial: false } as unknown as Assertion;
  return { assertion, features: new Set(features) } as unknown as Proposition;
};
const side = (article: string) => ({ article, start: 0, end: 60 });
const copied = { kind: "rewrite", passages: [{ derived: side("b"), source: side("a") }] } as unknown as Derivation;

test("a clause at the same place that shares its words is the same clause", () => {
  const pair = [clause("a", "toll", "rise", "=soldier"), clause("b", "toll", "climb", "=soldier")];
  expect(carriedPairs(pair, [copied])).toEqual([{ derived: 1, source: 0 }]);
});

test("place and length without shared words do not make it one", () => {
  const toll = ["toll", "rise", "=soldier", "shell", "die", "wound", "@khadir", "army", "@mansouri"];
  const pair = [
    clause("a", ...toll),
    clause("b", "drone", "strike", "station", "hour", "ceasefire", "@mansouri", "air", "wing"),
  ];
  expect(carriedPairs(pair, [copied])).toEqual([]);
});
