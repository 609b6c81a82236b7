import { describe, expect, it } from "vitest";
import { makeReport } from "../make.js";
import type { ReportArticle, ReportClaim } from "../report.js";
import { ferryStory } from "../testing/fixture.js";
import { missing } from "./missing.js";
import { type Records, telling } from "./parts.js";

const { brief: _, references: __, ...ferry } = makeReport(ferryStory);
const seed = ferry.articles[0] as ReportArticle;

/** An article of an origin of its own. */
const article = (id: string, day: string, text: string): ReportArticle => ({
  ...seed,
  id,
  file: id,
  label: id,
  outlet: id,
  published: day,
  publishedWithin: null,
  origin: `o-${id}`,
  text,
  entries: [],
});

const claim = (id: string, articles: readonly ReportArticle[], more: Partial<ReportClaim> = {}): ReportClaim => ({
  id,
  proposition: articles[0]?.text ?? "",
  kind: "event",
  support: articles.map(({ id: own, text }) => ({
    article: own,
    span: { article: own, start: 0, end: text.length, text },
    origin: `o-${own}`,
    partial: false,
    statement: null,
    speaker: null,
    interested: false,
    takenBack: false,
  })),
  origins: articles.length,
  verdict: "corroborated",
  conflicts: [],
  revises: [],
  relations: [],
  grade: { reliability: "F", credibility: 2 },
  looksCorroborated: false,
  weight: 0.5,
  ...more,
});

function lines(articles: readonly ReportArticle[], claims: readonly ReportClaim[]): string[] {
  const origins = articles.map(({ id }, i) => ({ id: `o-${id}`, root: id, articles: [id], number: i + 1 }));
  const records = { ...ferry, articles, claims, origins, timeline: [], events: [] } as unknown as Records;
  const found = missing(telling(records, new Map()))?.lines ?? [];
  return found.map(({ lead, parts }) => [...lead, ...parts].map((p) => p.text).join(""));
}

const north = article("North", "2031-05-01", "The harbour crane toppled onto the quay.");
const south = article("South", "2031-05-02", "A crane fell on the quay of the harbour.");
const west = article("West", "2031-05-04", "Bakers raised their prices again.");

describe("what is missing", () => {
  it("is nothing where nothing is", () => expect(lines([north], [])).toEqual([]));

  it("is an origin silent on what two others had reported before it published", () => {
    const found = lines([north, south, west], [claim("c", [north, south])]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("Silent: not in West");
  });

  it("is no origin that published before, or has the words of the claim somewhere", () => {
    const early = { ...west, published: "2031-05-02" };
    const undated = { ...west, published: null };
    const hinting = { ...west, text: "Everybody at the harbour saw the crane after it toppled." };
    for (const one of [early, undated, hinting])
      expect(lines([north, south, one], [claim("c", [north, south])])).toEqual([]);
  });

  it("is the other side of a dispute, where it had been published before", () => {
    const ours = article("Ours", "2031-05-03", "The crane driver slept through his shift.");
    const sides = [
      claim("a", [north], { verdict: "contradicted", conflicts: ["b"] }),
      claim("b", [ours], { verdict: "contradicted", conflicts: ["a"] }),
    ];
    expect(lines([north, ours], sides)).toEqual([
      expect.stringContaining("One side only: told without the other by Ours"),
    ]);
  });

  it("is what an article calls unknown", () => {
    const open = article("East", "2031-05-05", "Nobody has established who cut the rope.");
    expect(lines([open], [])[0]).toContain("Not known: Nobody has established who");
  });
});
