import { describe, expect, it } from "vitest";
import { makeReport } from "./make.js";
import { renderMarkdown } from "./markdown.js";
import { withNews } from "./news.js";
import type { Report } from "./report.js";
import { ferryStory } from "./testing/fixture.js";
import { verify } from "./verify.js";

const report = makeReport(ferryStory);
const told = (since: string): string => {
  const text = renderMarkdown(withNews(report, since), { width: 0 });
  return text.slice(text.indexOf("## What is new"), text.indexOf("## What is established"));
};

describe("withNews", () => {
  it("tells what the articles since a date established, contradicted and replaced", () => {
    const news = told("2031-03-05");
    expect(news).toContain("new articles");
    expect(news).toContain("newly established");
    expect(news).toContain("newly contradicting");
    expect(news).toMatch(/“Nobody slowed down,”/);
    expect(news).not.toContain("still pulling survivors");
  });

  it("has nothing new after the last article", () => {
    expect(told("2032")).toContain("Nothing found.");
  });

  it("holds as the report does, in any order of use, and leaves the report as it was", () => {
    const before = JSON.stringify(report);
    const fresh: Report = withNews(report, "2031-03-05");
    expect(verify(fresh)).toEqual([]);
    expect(fresh.references.slice(0, report.references.length)).toEqual(report.references);
    expect(JSON.stringify(report)).toBe(before);
  });
});
