import { describe, expect, it } from "vitest";
import { HearsayError } from "../model/index.js";
import { makeReport } from "../tell/index.js";
import { ferryStory } from "../tell/testing/fixture.js";
import { notice } from "./answer.js";
import { fitting } from "./fit.js";
import { ask, clientOf, deskOf, questions, references } from "./testing/client.js";
import { ferryDesk } from "./testing/ferry.js";

const report = makeReport(ferryStory);
const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
const missing = async () => {
  throw new HearsayError("usage.story", "There is no story /shelf/ada/secret/x.hearsay at https://a.example/b/c.");
};

describe("answers", () => {
  it("refuse with the warning first, and never say where things lie", async () => {
    const evil = report.causes.map((cause) => ({ ...cause, score: 0.9 }));
    const articles = report.articles.map((one) => ({ ...one, file: `/shelf/ada/secret/${one.file}` }));
    const placed = await clientOf(deskOf({ ...report, causes: evil, articles }));
    for (const [name, given] of [
      ["what_if", { set: ["unicorns=1"] }],
      ["read_article", { article: "nowhere" }],
      ["read_article", { article: "/shelf/ada/secret/" }],
      ["claims", { article: "nowhere" }],
      ["lineage", { article: "nowhere" }],
    ] as const) {
      const { isError, text } = await ask(name, given, placed);
      expect([name, isError, text.startsWith(notice)]).toEqual([name, true, true]);
      expect(text.replaceAll(`"${(given as { article?: string }).article}"`, "")).not.toMatch(/secret|ada/);
    }
    const { isError, text } = await ask("claims", {}, await clientOf({ ...ferryDesk(), open: missing }));
    expect([isError, text.slice(notice.length).trim()]).toEqual([
      true,
      "There is no story x.hearsay at https://a.example/b/c.",
    ]);
  });

  it("stay short whatever articles are called, and keep words and places together", async () => {
    const long = "Very long ".repeat(30_000);
    const url = `https://e.example/${"a".repeat(300_000)}`;
    const articles = report.articles.map((one) => ({
      ...one,
      title: long,
      label: long,
      outlet: long,
      url,
      agency: long,
    }));
    const entities = report.entities.map((one) => ({ ...one, name: long }));
    const statements = report.statements.map((one) => ({ ...one, speaker: { ...one.speaker, name: long } }));
    const causes = report.causes.map((cause) => ({ ...cause, score: 0.9, by: long }));
    const swollen = await clientOf(deskOf({ ...report, articles, entities, statements, causes }));
    const items = report.claims.map(({ id }) => ({ kind: "claim", id }));
    for (const [name, given] of [
      ["story", {}],
      ["read_article", { article: "wire" }],
      ["compose_brief", { title: "Ferries", items }],
      ["what_if", { set: ["fog=1"] }],
      ...questions.filter(([, one]) => !("outlet" in one) && !("speaker" in one)),
    ] as const) {
      const { answer, text, isError } = await ask(name, given, swollen);
      expect([name, isError, text.length <= 60_000]).toEqual([name, false, true]);
      for (const { article, start, end, quote } of references(answer))
        expect(texts.get(article)!.slice(start, end)).toBe(quote);
    }
  });

  it("stay short however much there is, and say where to go on", async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      ...report.articles[0]!,
      id: `a-${i}`,
      title: "T".repeat(200),
    }));
    const origins = many.map(({ id }, i) => ({
      ...report.origins[0]!,
      number: i + 1,
      root: id,
      articles: many.map((one) => one.id),
    }));
    const crowded = await clientOf(deskOf({ ...report, articles: many, origins }));
    const seen: string[] = [];
    for (let offset: unknown = 0; offset !== null && seen.length < 300; ) {
      const { answer, text } = await ask("story", { offset }, crowded);
      expect(text.length).toBeLessThanOrEqual(60_000);
      seen.push(...(answer.list as { article: string }[]).map(({ article }) => article));
      offset = answer.next;
    }
    expect(seen.slice(0, 300)).toEqual(many.slice(0, 300).map(({ id }) => id));
    const { answer, text } = await ask("lineage", {}, crowded);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(answer).toMatchObject({ origins_left_out: expect.any(Number) });
  });

  it("refuse rather than answer with more than can be read", () => {
    expect(() => fitting({ markdown: "x".repeat(60_000) })).toThrow(/ask for fewer/);
    const quotes = Array.from({ length: 60 }, () => ({ quote: "q".repeat(2_000), start: 10, end: 2_010 }));
    expect((fitting({ quotes }) as { quotes: object[] }).quotes[0]).toEqual({
      quote: "q".repeat(300),
      start: 10,
      end: 310,
    });
  });
});
