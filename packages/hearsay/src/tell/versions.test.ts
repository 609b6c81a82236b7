import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { quote, type Story, span, type Version } from "../model/index.js";
import { digest } from "./digest.js";
import { renderHtml } from "./html.js";
import { makeReport } from "./make.js";
import { renderMarkdown } from "./markdown.js";
import { withNews } from "./news.js";
import { ferryStory } from "./testing/fixture.js";
import { verify, verifyShown } from "./verify.js";

const { id, file, text } = ferryStory.articles.find((a) => a.id === "wire")!;
const before = text.replace("At least 14 people", "Nine <b>people").concat("\n\nNobody was to blame.");
const cut = (of: string, whole: string, words: string) =>
  quote(span(of, whole.indexOf(words), whole.indexOf(words) + words.length), whole);
const version: Version = {
  ...{ id: "wire-before", article: id, file, title: "Ferries touch off Oresk", text: before },
  ...{ first: "2031-03-04T10:00:00Z", last: "2031-03-04T12:00:00Z", since: "2031-03-05T07:00:00Z" },
  ...{ published: "2031-03-04T09:40", modified: null },
  added: [cut(id, text, "At least 14 people were killed, the Oresk coast guard said.")],
  dropped: [
    cut("wire-before", before, "Nine <b>people were killed, the Oresk coast guard said."),
    cut("wire-before", before, "Nobody was to blame."),
  ],
};
const story: Story = { ...ferryStory, versions: [version] };
const report = makeReport(story);

describe("an article changed where it stands", () => {
  it("is told with what it says now and no longer", () => {
    const printed = renderMarkdown(report).replace(/\s+/g, " ");
    expect(printed).toContain("**Salm Wire, 4 March 2031** was changed between 4 March 2031 and 5 March 2031");
    expect(printed).toContain("titled before: Ferries touch off Oresk");
    expect(printed).toMatch(/says now: “At least 14 people were killed, .*?” \[\d+\]/);
    expect(printed).toMatch(/says no longer: “Nine \\<b\\>people were killed, .*?” \[\d+\]/);
    expect(printed).toMatch(/says no longer: “Nobody was to blame\.” \[\d+\]/);
  });

  it("stands in the page with the version before, escaped", () => {
    const page = renderHtml(report);
    expect(page).toContain("As it was on 4 March 2031");
    expect(page).not.toContain("<b>people");
    for (const { number } of report.references) expect(page).toContain(`id="mark-${number}"`);
  });

  it("holds against the texts of both versions, and against the schema", () => {
    expect(verify(report)).toEqual([]);
    expect(verifyShown(digest(report))).toEqual([]);
    const schema = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));
    expect(new Ajv2020({ allowUnionTypes: true }).compile(schema)(JSON.parse(JSON.stringify(report)))).toBe(true);
    const forged = { ...version, text: before.replace("Nobody", "No one") };
    expect(verify({ ...report, versions: [forged] })).not.toEqual([]);
  });

  it("is news since it was found so, whenever the article was published", () => {
    const news = (since: string) => {
      const text = renderMarkdown(withNews(report, since), { width: 0 });
      return text.slice(text.indexOf("## What is new"), text.indexOf("## What is established"));
    };
    const told = news("2031-03-05T06:00");
    expect(told).toContain("**1 changed article**");
    expect(told).toMatch(/Salm Wire, 4 March 2031\*\* was changed .*?\n.*titled before/);
    expect(told).toMatch(/says now: “At least 14 people were killed/);
    expect(news("2031-03-05T08:00")).not.toContain("changed");
    expect(news("2031-03-06")).not.toContain("changed");
    expect(verify(withNews(report, "2031-03-05"))).toEqual([]);
  });

  it("concludes nothing from the version before", () => {
    const { claims, articles, summary } = makeReport(ferryStory);
    expect({ claims: report.claims, articles: report.articles, summary: report.summary }).toEqual({
      claims,
      articles,
      summary,
    });
  });

  it("is not told when only its markup is another", () => {
    const same: Version = { ...version, title: ferryStory.articles[0]!.title, added: [], dropped: [] };
    expect(renderMarkdown(makeReport({ ...story, versions: [same] }))).not.toContain("was changed");
  });
});
