import { describe, expect, it } from "vitest";
import { type ChangeKind, changesSince, type Known, knownOf, newsOnly } from "./changes.js";
import { makeReport } from "./make.js";
import { renderMarkdown } from "./markdown.js";
import type { Report } from "./report.js";
import { emptyStory, ferryStory } from "./testing/fixture.js";
import { verify } from "./verify.js";

const report = makeReport(ferryStory);
const nothing = knownOf(makeReport(emptyStory));
const kinds = (known: Known, now: Report): ChangeKind[] => changesSince(known, now).changes.map(({ kind }) => kind);
const text = (known: Known, now: Report): string =>
  renderMarkdown(newsOnly(now, changesSince(known, now)), { width: 0, references: false });

describe("what changed since somebody looked", () => {
  it("is nothing right after", () => {
    expect(changesSince(knownOf(report), report).changes).toEqual([]);
    expect(text(knownOf(report), report)).toContain("Nothing found.");
  });
  it("is, to somebody who saw nothing, what is contradicted, established, replaced and circular, and every article", () => {
    const told = text(nothing, report);
    for (const words of ["**newly contradicting · How many**", "**newly established · 2 origins", "**Circle**"])
      expect(told).toContain(words);
    expect(told).toContain("replaces an earlier report");
    expect(kinds(nothing, report).filter((kind) => kind === "article")).toHaveLength(6);
    expect(told).toMatch(/New article · Daily Pilot.* — copy of Salm Wire/);
  });
  it("holds as any report does", () => {
    expect(verify(newsOnly(report, changesSince(nothing, report)))).toEqual([]);
  });
  it("is a verdict that changed, whatever the ids are", () => {
    const claims = report.claims.map((claim) =>
      claim.verdict === "corroborated" ? { ...claim, id: "claim-other", verdict: "single-origin" as const } : claim,
    );
    const before = { ...report, claims };
    expect(kinds(knownOf(before), report)).toEqual(["established"]);
    expect(kinds(knownOf(report), before)).toEqual(["withdrawn"]);
    const without = { ...report, claims: report.claims.filter(({ verdict }) => verdict !== "corroborated") };
    expect(text(knownOf(report), without)).toContain("no longer established**: 1 claim that nobody reports any more");
    expect(verify(newsOnly(without, changesSince(knownOf(report), without)))).toEqual([]);
  });
  it("is not the same words in a later version of an article", () => {
    const renamed = JSON.parse(JSON.stringify(report).replaceAll('"harbour"', '"a-later"')) as Report;
    const versions = [
      { ...{ id: "harbour", article: "a-later", title: "", published: null }, ...{ text: "", added: [], dropped: [] } },
    ] as unknown as Report["versions"];
    const articles = renamed.articles.map((a) => ({
      ...a,
      file: report.articles.find((b) => b.text === a.text)!.file,
    }));
    expect(kinds(knownOf(report), { ...renamed, articles, versions })).toEqual([]);
  });
});
