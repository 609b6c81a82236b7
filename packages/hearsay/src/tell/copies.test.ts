import { expect, test } from "vitest";
import { type Quote, Union } from "../model/index.js";
import { joinCopies } from "./copies.js";
import type { ReportDerivation } from "./report.js";

const quote = (article: string): Quote => ({ article, start: 0, end: 40, text: "" });
const passage = { derived: quote("b"), source: quote("a") };
const copied = { source: "a", derived: "b", passages: [passage] } as unknown as ReportDerivation;

function joined(one: string, other: string): boolean {
  const into = new Union(2);
  const sort = "the spokesman";
  const tellings = [
    { at: quote("a"), words: `the spokesman ${one}`, sort, spoken: true },
    { at: quote("b"), words: `the spokesman ${other}`, sort, spoken: true },
  ];
  joinCopies(tellings, [copied], into);
  return into.find(0) === into.find(1);
}

test("a copy is known by its place and a word it shares", () => {
  expect(joined("the toll rose to nine", "the toll climbed to 9")).toBe(true);
});

test("other words at the same place are another telling", () => {
  expect(joined("the toll rose to nine", "a drone struck at noon")).toBe(false);
});
