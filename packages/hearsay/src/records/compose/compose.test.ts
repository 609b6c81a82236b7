import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReport } from "../../tell/index.js";
import type { Report } from "../../tell/report.js";
import { ferryStory } from "../../tell/testing/fixture.js";
import { compose } from "./index.js";
import type { Item } from "./lines.js";
import { composedHtml, composedMarkdown } from "./print.js";

const report = makeReport(ferryStory);
const itemsOf = ({ claims, statements, events, commitments, figures, causes, articles }: Report): Item[] => {
  const of = (kind: Item["kind"], list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ kind, id }));
  return [
    ...[...of("claim", claims), ...of("statement", statements), ...of("event", events)],
    ...[...of("commitment", commitments), ...of("figure", figures), ...of("cause", causes), ...of("article", articles)],
  ];
};
const items = itemsOf(report);

describe("a composed brief", () => {
  it("of any records in any order holds, and each of its numbers leads to words in an article", () => {
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: 1 }), (picked) => {
        const { lines, sources, problems } = compose(report, "Ferries", picked);
        expect(problems).toEqual([]);
        expect(lines.map(({ about }) => about)).toEqual(picked.map(({ id }) => id));
        for (const { article, start, end, text } of sources) expect(texts.get(article)?.slice(start, end)).toBe(text);
        expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1));
      }),
      { numRuns: 40 },
    );
  });
  it("says so when something in it does not hold", () => {
    const [claim] = report.claims;
    const support = claim!.support.map((one) => ({
      ...one,
      speaker: null,
      span: { ...one.span, text: "other words" },
    }));
    const wrong = { ...report, claims: [{ ...claim!, proposition: "other words", support }] };
    const composed = compose(wrong, "Ferries", [{ kind: "claim", id: claim!.id }]);
    expect(composed.problems.map(({ code }) => code)).toContain("tell.unverified");
    expect(composedMarkdown(composed)).toContain("does not hold");
    expect(composedHtml(composed)).toContain("does not hold");
  });
  it("does not say where its files lie", () => {
    const articles = report.articles.map((one) => ({ ...one, url: null, file: `cases/secret/${one.file}` }));
    const composed = compose({ ...report, articles }, "Ferries", items);
    expect(composed.sources.length).toBeGreaterThan(0);
    for (const text of [composedMarkdown(composed), composedHtml(composed)]) expect(text).not.toContain("secret");
  });
  it("is not made of what does not exist", () => {
    expect(() => compose(report, "Ferries", [{ kind: "claim", id: "claim-0" }])).toThrow('no claim "claim-0"');
  });
  it("has an endnote for each source as ICD 206 asks, with what analysts think of it", () => {
    const { outlet, id } = report.articles.find((article) => article.outlet !== null)!;
    const rating = {
      id: "judgement-1",
      kind: "rate",
      subjects: [outlet!],
      value: "B",
      who: "Ada",
      when: "2031",
      why: null,
    } as const;
    const text = composedMarkdown(compose(report, "Ferries", [{ kind: "article", id }], [rating]));
    expect(text).toMatch(/^# Ferries\n\n- /);
    expect(text).toMatch(/## Sources\n\n1\. .*; characters 0–\d+; origin \d+ of \d+; source reliability B\.\n$/);
  });
  it("with a script in every field shows it as text", () => {
    const script = "<script>alert(1)</script>";
    const hostile: Report = {
      ...report,
      articles: report.articles.map((article) => ({
        ...article,
        label: script,
        title: script,
        authors: [script],
        file: script,
      })),
    };
    const composed = compose(hostile, script, items);
    expect(composedHtml(composed)).not.toContain("<script");
    expect(composedHtml(composed)).toContain("&lt;script&gt;");
    expect(composedMarkdown(composed)).not.toMatch(/(?<!\\)<script/);
  });
});
