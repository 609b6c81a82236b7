import { parse } from "@hearsay/english";
import { describe, expect, it } from "vitest";
import { holdsClause, isNounPhrase, standsAlone, type Wording, wordingOf } from "./syntax.js";

const text = "The ministry closed the port on Friday, which angered the crews. It will reopen the northern quay soon.";
const sentences = new Map([["a", parse(text)]]);
const of = (words: string): Wording => {
  const start = text.indexOf(words);
  const wording = wordingOf({ article: "a", start, end: start + words.length }, sentences);
  if (wording === null) throw new Error(`No tree over "${words}".`);
  return wording;
};

describe("standsAlone", () => {
  it("is a clause with a subject of its own", () => {
    expect(standsAlone(of("The ministry closed the port on Friday"))).toBe(true);
    for (const part of [
      "closed the port",
      "the port on Friday",
      "which angered the crews",
      "It will reopen the northern quay soon.",
    ])
      expect(standsAlone(of(part)), part).toBe(false);
  });
});

describe("holdsClause", () => {
  it("has a finite verb and any subject", () => {
    expect(holdsClause(of("It will reopen the northern quay"))).toBe(true);
    expect(holdsClause(of("the northern quay"))).toBe(false);
  });
});

describe("isNounPhrase", () => {
  it("names a thing and says nothing of it", () => {
    expect(isNounPhrase(of("the northern quay"))).toBe(true);
    expect(isNounPhrase(of("The ministry closed the port"))).toBe(false);
  });
});

describe("wordingOf", () => {
  it("is null across sentences and where there is no tree", () => {
    expect(wordingOf({ article: "a", start: 0, end: text.length }, sentences)).toBeNull();
    expect(wordingOf({ article: "b", start: 0, end: 5 }, sentences)).toBeNull();
  });
});
