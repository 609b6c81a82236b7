import { describe, expect, it } from "vitest";
import type { Entity, Judgement } from "../model/index.js";
import { makeReport } from "../tell/index.js";
import type { Report } from "../tell/report.js";
import { emptyStory, ferryStory } from "../tell/testing/fixture.js";
import { judgementOf, recordIds } from "./judge.js";
import { doubtsIn, reviewKinds } from "./review.js";

const report = makeReport(ferryStory);
const judged = (kind: Judgement["kind"], ...subjects: readonly string[]): Judgement =>
  judgementOf({ kind, subjects }, { report, judgements: [] }, "Ada", "2031-03-20T08:00:00Z");

describe("what is in doubt", () => {
  it("rests on words of the articles, says what answering does, and can be judged", () => {
    const doubts = doubtsIn(report, []);
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    expect(doubts.length).toBeGreaterThan(0);
    for (const { evidence, accept, reject, subjects, score, kind } of doubts) {
      expect(reviewKinds).toContain(kind);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { article, start, end, text } of evidence) expect(texts.get(article)?.slice(start, end)).toBe(text);
      expect([accept.does, reject.does].every((does) => does.endsWith("."))).toBe(true);
      if (score !== null) expect(Math.abs(score - 0.5)).toBeLessThanOrEqual(0.5);
      expect(() => judged(accept.kind, ...subjects)).not.toThrow();
      expect(() => judged(reject.kind, ...subjects)).not.toThrow();
    }
    expect(new Set(doubts.map(({ id }) => id)).size).toBe(doubts.length);
    expect(doubtsIn(report, [])).toEqual(doubts);
  });
  it("is asked so that to accept is to say yes", () => {
    const contradiction = doubtsIn(report, []).find(({ kind }) => kind === "contradiction");
    expect(contradiction?.question).toMatch(/^Do these contradict each other/);
    expect(contradiction?.accept.does).toMatch(/^They contradict each other\. It stays so/);
  });
  it("is settled by a judgement, until that is withdrawn; a note settles nothing", () => {
    const [first] = doubtsIn(report, []);
    const judgement = judged(first!.reject.kind, ...first!.subjects);
    const withdraw = { ...judgement, id: "judgement-2", kind: "withdraw", subjects: [judgement.id] } as const;
    expect(doubtsIn(report, [judgement])[0]?.judged).toEqual(judgement);
    expect(doubtsIn(report, [judgement, withdraw])[0]?.judged).toBeNull();
    expect(doubtsIn(report, [{ ...judgement, kind: "note" }])[0]?.judged).toBeNull();
  });
  it("never rejects an article because its descent is in doubt", () => {
    const open = { ...report, derivations: report.derivations.map((one) => ({ ...one, direction: "open" as const })) };
    const articles = new Set(report.articles.map(({ id }) => id));
    const directions = doubtsIn(open, []).filter(({ kind }) => kind === "direction");
    expect(directions.length).toBeGreaterThan(0);
    expect(directions.flatMap(({ subjects }) => subjects).some((subject) => articles.has(subject))).toBe(false);
  });
  it("is whether two of nearly one name are one", () => {
    const named = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
      ...{ id, kind: "person", name, aliases: [], role: null, affiliation: null },
      ...{ country: null, gender: null, anonymous: false, ...more },
    });
    const pairs = (...entities: readonly Entity[]) => {
      const statements = entities.map(({ id }) => {
        const [first] = report.statements;
        return { ...first!, id: `st-${id}`, speaker: { ...first!.speaker, entity: id } };
      });
      const made: Report = { ...report, entities, statements, events: [], claims: [], derivations: [] };
      return doubtsIn(made, [])
        .filter(({ kind }) => kind === "merge")
        .map(({ subjects }) => subjects);
    };
    expect(pairs(named("1", "Casper Dahl"), named("2", "Dahl"))).toEqual([["1", "2"]]);
    expect(pairs(named("1", "Casper Dahl"), named("2", "Ilse Dahl"))).toEqual([]);
    expect(pairs(named("1", "Dahl", { gender: "f" }), named("2", "Casper Dahl", { gender: "m" }))).toEqual([]);
    expect(pairs(named("1", "Dahl"), named("2", "Dahl", { kind: "body" }))).toEqual([]);
    expect(pairs(named("1", "people"), named("2", "people"))).toEqual([]);
  });
  it("is nothing in a story without articles", () => {
    expect(doubtsIn(makeReport(emptyStory), [])).toEqual([]);
  });
});

describe("judging", () => {
  it("knows everything of the report by its id, and articles by their names", () => {
    for (const id of recordIds(report)) expect(judged("accept", id).subjects).toEqual([id]);
    expect(judged("reject", report.articles[0]!.file).subjects).toEqual([report.articles[0]!.id]);
  });
  it("knows what was judged before and has gone since", () => {
    const before: Judgement = { ...judged("reject", report.articles[0]!.id), subjects: ["a-gone"] };
    const again = { kind: "accept", subjects: ["a-gone"] };
    expect(judgementOf(again, { report, judgements: [before] }, "Bea", "2031-03-21").subjects).toEqual(["a-gone"]);
    expect(() => judgementOf(again, { report, judgements: [] }, "Bea", "2031-03-21")).toThrow("no article");
  });
});
