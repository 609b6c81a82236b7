import { describe, expect, it } from "vitest";
import { type Provenance, voices } from "./origins.js";
import { gradeOf, verdictOf } from "./verdict.js";
import { quotedIn, wordingOf } from "./wording.js";

const from = (origin: string, ...informants: string[]): Provenance => ({
  interested: false,
  origin,
  informants,
  unresolved: false,
  wording: [],
  quoted: [],
});
const told = (origin: string, text: string): Provenance => ({
  ...from(origin),
  wording: wordingOf(text),
  quoted: quotedIn(text),
});

describe("voices", () => {
  it("counts echoes of one article once", () => {
    expect(voices([from("a"), from("a"), from("a")])).toHaveLength(1);
  });
  it("counts one speaker once, however many outlets carry the remark", () => {
    expect(voices([from("a", "army"), from("b", "army"), from("c", "army")])).toHaveLength(1);
  });
  it("counts two informants in two outlets twice", () => {
    expect(voices([from("a", "army"), from("b", "hospital")])).toHaveLength(2);
  });
  it("follows a chain: the outlet that quotes both links both", () => {
    expect(voices([from("a", "army"), from("b", "army"), from("b"), from("c")])).toHaveLength(2);
  });
  it("counts one wording once: two reporters do not find the same sentence", () => {
    const sentence = "Divers have found the stern of the ferry on the seabed off Port Ellery";
    expect(voices([told("a", sentence), told("b", `${sentence}, police said`)])).toHaveLength(1);
    expect(voices([told("a", sentence), told("b", "The ferry's stern lies on the seabed, divers said")])).toHaveLength(
      2,
    );
  });
  it("takes short words that two may well choose alike for two voices, unless they are somebody's own", () => {
    expect(voices([told("a", "Nine people have died"), told("b", "Nine people have died")])).toHaveLength(2);
    const [a, b] = [
      "He saw “the ferry sink in minutes”",
      "It was terrible, “the ferry sink in minutes” and the cold, he said",
    ];
    expect(voices([told("a", a), told("b", b)])).toHaveLength(1);
    const scared = [
      "Twelve people died in the “barbaric” raid on Ellery",
      "Twelve people died in the “old town” of Ellery",
    ];
    expect(voices(scared.map((text, i) => told(`${i}`, text)))).toHaveLength(2);
  });
  it("does not count those whom nothing names apart from those whom another report names", () => {
    expect(voices([from("a", "army"), { ...from("b"), unresolved: true }])).toHaveLength(1);
    expect(voices([from("a"), { ...from("b"), unresolved: true }])).toHaveLength(2);
  });
  it("counts an outlet outside the story once, cited or named", () => {
    expect(voices([from("src:coast wire"), from("b", "src:coast wire")])).toHaveLength(1);
  });
  it("counts nothing as nothing", () => {
    expect(voices([])).toHaveLength(0);
  });
});

describe("verdictOf", () => {
  const standing = { origins: 2, revised: false, rivals: [] as number[], firmer: false };
  it("corroborates from two origins", () => {
    expect(verdictOf(standing)).toBe("corroborated");
    expect(verdictOf({ ...standing, origins: 1 })).toBe("single-origin");
  });
  it("lets a contradiction stand unless three origins face one", () => {
    expect(verdictOf({ ...standing, rivals: [1] })).toBe("contradicted");
    expect(verdictOf({ ...standing, origins: 3, rivals: [1] })).toBe("corroborated");
    expect(verdictOf({ ...standing, origins: 3, rivals: [2] })).toBe("contradicted");
  });
  it("lets two origins stand against somebody's word, if one of them reports in its own name", () => {
    expect(verdictOf({ ...standing, firmer: true, rivals: [1] })).toBe("corroborated");
    expect(verdictOf({ ...standing, firmer: true, rivals: [2] })).toBe("contradicted");
    expect(verdictOf({ ...standing, firmer: true, origins: 1, rivals: [1] })).toBe("contradicted");
  });
  it("calls a replaced value revised, not contradicted", () => {
    expect(verdictOf({ ...standing, revised: true })).toBe("revised");
  });
});

describe("gradeOf", () => {
  const support = [
    {
      article: "a",
      span: { article: "a", start: 0, end: 1, text: "x" },
      origin: "a",
      partial: false,
      statement: null,
      speaker: null,
      interested: false,
      takenBack: false,
    },
  ];
  it("is F until an outlet is rated, and unnamed sources alone make a claim doubtful", () => {
    const standing = { origins: 1, revised: false, rivals: [], firmer: false };
    expect(gradeOf(standing, support, false, [])).toEqual({ reliability: "F", credibility: 3 });
    expect(gradeOf(standing, support, true, ["C", "B"])).toEqual({ reliability: "B", credibility: 4 });
  });
  it("marks what more origins contradict as improbable", () => {
    expect(gradeOf({ origins: 1, revised: false, rivals: [2], firmer: false }, support, false, []).credibility).toBe(5);
  });
});
