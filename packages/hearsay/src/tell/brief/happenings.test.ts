import { describe, expect, it } from "vitest";
import type { Story } from "../../model/index.js";
import { makeReport } from "../make.js";
import { ferryStory } from "../testing/fixture.js";

type Change = Partial<Story["extractions"][number]["events"][number]>;

/** Heads of the timeline's lines when the first event, its copies apart, is changed. */
function leads(change: Change): readonly string[] {
  const extractions = ferryStory.extractions.map((x) => ({ ...x, events: x.events.map((e) => ({ ...e, ...change })) }));
  const section = makeReport({ ...ferryStory, extractions }).brief.sections.find((s) => s.id === "timeline");
  return section?.lines.map((l) => l.lead.map((p) => p.text).join("")).filter((lead) => lead !== "") ?? [];
}

describe("happenings", () => {
  it("shows a day, a month and a calendar year", () => {
    const year = { earliest: "2030-01-01", latest: "2030-12-31" };
    expect(leads({ when: { earliest: "2031-03-01", latest: "2031-03-31" } })).toContain("March 2031");
    expect(new Set(leads({ when: year, mode: "asserted" }))).toEqual(new Set(["2030"]));
  });

  it("leaves out what has no date, a vague one, or did not happen", () => {
    expect(leads({ when: null })).toEqual([]);
    expect(leads({ when: { earliest: "2031-01-01", latest: "2031-05-02" } })).toEqual([]);
    const when = { earliest: "2031-03-04", latest: "2031-03-04" };
    expect(leads({ when, mode: "hypothetical" })).toEqual([]);
    expect(leads({ when, mode: "denied" })).toEqual([]);
    expect(leads({ when: { earliest: "2030-01-01", latest: "2030-12-31" }, mode: "planned" })).toEqual([]);
  });
});
