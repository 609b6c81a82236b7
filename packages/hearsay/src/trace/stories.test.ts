import { describe, expect, it } from "vitest";
import { fingerprint, storiesAmong } from "./index.js";

const articles = [
  [
    "flood-a",
    "Brannoc Weir burst on Tuesday and the Lower Sallow flooded 340 homes in Port Ellery, mayor Ines Tolland said.",
  ],
  [
    "flood-b",
    "Ines Tolland, mayor of Port Ellery, has asked for army boats after Brannoc Weir gave way and 340 homes were flooded.",
  ],
  [
    "strike-a",
    "Tram drivers in Carrow will stop work on Friday over night shifts, their union leader Piotr Vasey announced.",
  ],
  [
    "strike-b",
    "Carrow faces a Friday without trams: Piotr Vasey says drivers are worn out by night shifts and will strike.",
  ],
].map(([id, text]) => fingerprint({ id: id!, text: text!, date: null, outlet: null }));

describe("storiesAmong", () => {
  it("puts articles of one event together", () => {
    expect(storiesAmong(articles)).toEqual([
      ["flood-a", "flood-b"],
      ["strike-a", "strike-b"],
    ]);
  });
  it("answers the same in any order, and counts a repeated id once", () => {
    expect(storiesAmong([...articles].reverse())).toEqual(storiesAmong(articles));
    expect(storiesAmong([...articles, articles[0]!])).toEqual(storiesAmong(articles));
    expect(storiesAmong([])).toEqual([]);
  });
});
