import { describe, expect, it } from "vitest";
import type { ReportCause, ReportCommitment, ReportStatement } from "./report.js";
import { isDated, isSomebody, isToldCause, isToldCommitment, isVoice, parties } from "./worth.js";

const quote = (text: string) => ({ article: "a", start: 0, end: text.length, text });
const words = (text: string) => ({ text, parts: [quote(text)] });

describe("isSomebody", () => {
  it("is no pronoun, determiner or question word", () => {
    for (const nobody of ["which", "the", "what officials", "each of the boats", "They", "", null])
      expect(isSomebody(nobody), String(nobody)).toBe(false);
    for (const somebody of ["Ilse Brandt", "two survivors", "a senior pilot", "some dockers"])
      expect(isSomebody(somebody), somebody).toBe(true);
  });
});

describe("isVoice", () => {
  const speaker = {
    entity: "e1",
    name: "Ilse Brandt",
    role: null,
    affiliation: null,
    anonymous: false,
    collective: false,
    description: "Brandt",
  };
  const said: ReportStatement = {
    ...{
      id: "s",
      article: "a",
      speaker,
      source: words("Brandt"),
      cue: words("said"),
      content: words("the boats sail"),
    },
    ...{
      kind: "indirect",
      act: "speech",
      addressee: null,
      venue: null,
      when: null,
      negated: false,
      hedged: false,
      score: 0.9,
    },
  };
  const person = () => "person" as const;

  it("is sure enough, quotations less so", () => {
    expect(isVoice(said, person)).toBe(true);
    expect(isVoice({ ...said, score: 0.55 }, person)).toBe(false);
    expect(isVoice({ ...said, score: 0.55, kind: "direct" }, person)).toBe(true);
  });

  it("thinks only when it is somebody named", () => {
    const thought = { ...said, act: "thought" as const };
    expect(isVoice(thought, person)).toBe(true);
    expect(isVoice(thought, () => "other")).toBe(false);
    expect(isVoice({ ...thought, speaker: { ...speaker, name: null } }, person)).toBe(false);
  });

  it("is a thing's only in quotation marks, and never a signature's", () => {
    const thing = { ...said, speaker: { ...speaker, entity: null, name: null, description: "rising costs" } };
    expect(isVoice(thing, person)).toBe(false);
    expect(isVoice({ ...thing, speaker: { ...thing.speaker, anonymous: true } }, person)).toBe(true);
    expect(isVoice({ ...said, cue: words("signed") }, person)).toBe(false);
  });
});

describe("isToldCause", () => {
  const cause: ReportCause = {
    ...{ id: "c", article: "a", cause: quote("a dry spring"), effect: quote("the low river"), signal: [], sign: "+" },
    ...{ hedged: false, conditional: false, negated: false, by: "author", statement: null, score: 0.9 },
  };

  it("needs a surer signal where nobody is said to assert it", () => {
    expect(isToldCause({ ...cause, score: 0.5 })).toBe(false);
    expect(isToldCause({ ...cause, score: 0.5, by: "Ilse Brandt" })).toBe(true);
    expect(isToldCause({ ...cause, by: "which" })).toBe(false);
  });

  it("has sides that say something", () => {
    for (const side of ["it", "to gain a foothold", "in the harbour", "was sunk", "that", "this summer"])
      expect(isToldCause({ ...cause, cause: quote(side) }), side).toBe(false);
    expect(isToldCause({ ...cause, cause: quote("Fog") })).toBe(false);
    expect(isToldCause({ ...cause, cause: quote("Fog"), by: "Ilse Brandt" })).toBe(true);
  });
});

describe("isToldCommitment", () => {
  const entity = {
    id: "e1",
    kind: "state" as const,
    name: "Norvia",
    aliases: ["Port Salm"],
    role: null,
    affiliation: null,
    country: null,
    gender: null,
    anonymous: false,
  };
  const party = parties([entity, { ...entity, id: "e2", name: "Oresk", aliases: [] }]);
  const step: ReportCommitment = {
    ...{
      id: "c",
      article: "a",
      span: quote("Norvia promised Oresk ten boats"),
      status: "promised",
      by: "Norvia",
      to: "Oresk",
    },
    ...{ object: quote("ten boats"), condition: null, when: null, statement: null, score: 0.8 },
  };

  it("has two different sides, by whatever name", () => {
    expect(isToldCommitment(step, party)).toBe(true);
    expect(isToldCommitment({ ...step, to: "Port Salm" }, party)).toBe(false);
    expect(isToldCommitment({ ...step, by: "company", to: "company" }, party)).toBe(false);
    expect(isToldCommitment({ ...step, by: null }, party)).toBe(false);
    expect(isToldCommitment({ ...step, by: "which" }, party)).toBe(false);
  });

  it("is about something, unless it is a delivery or refusal between two that are known", () => {
    expect(isToldCommitment({ ...step, object: null }, party)).toBe(false);
    expect(isToldCommitment({ ...step, object: quote("What") }, party)).toBe(false);
    expect(isToldCommitment({ ...step, object: null, status: "delivered" }, party)).toBe(true);
    expect(isToldCommitment({ ...step, object: null, status: "delivered", to: "office" }, party)).toBe(false);
  });
});

describe("isDated", () => {
  it("is a month or better, or a calendar year", () => {
    expect(isDated({ earliest: "2031-03-01", latest: "2031-03-31" })).toBe(true);
    expect(isDated({ earliest: "2031-01-01", latest: "2031-12-31" })).toBe(true);
    expect(isDated({ earliest: "2031-01-01", latest: "2031-05-02" })).toBe(false);
  });
});
