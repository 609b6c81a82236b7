import { describe, expect, it } from "vitest";
import type { Report, ReportCause } from "../tell/index.js";
import { map } from "./map.js";
import { narrow } from "./narrow.js";
import { whatIf } from "./whatif.js";

const text = "If the drought goes on, the harvest will fail.";
const quote = (words: string) => {
  const start = text.indexOf(words);
  return { article: "a", start, end: start + words.length, text: words };
};
const cause: ReportCause = {
  ...{ id: "c", article: "a", cause: quote("the drought goes on"), effect: quote("the harvest will fail") },
  ...{ signal: [quote("If")], sign: "+", hedged: false, conditional: true, negated: false },
  ...{ by: "author", statement: null, score: 1 },
};
const articles = [{ id: "a", label: "Outlet", origin: "o", text }];
const report = {
  story: { name: "s" },
  articles,
  entities: [],
  statements: [],
  causes: [cause],
  judgements: [],
} as unknown as Report;

describe("whatIf", () => {
  it("quotes a condition as a condition", () => {
    const { arrows, implied } = whatIf(report, { set: ["drought=1"] });
    expect(implied.length).toBe(1);
    expect(arrows[0]!.said[0]).toMatchObject({ words: text.slice(0, -1), start: 0, end: text.length - 1 });
  });

  it("takes no two settings of one concept", () => {
    expect(() => whatIf(report, { set: ["drought=1", "the drought=-1"] })).toThrow(/set twice/);
  });
});

describe("arrows of the map", () => {
  it("are found by every outlet that carries them, and by their days", () => {
    const later = { ...articles[0]!, id: "b", label: "Lakeshore", origin: "p", published: "2031-03-05" };
    const again = { ...cause, id: "d", article: "b" };
    const second = { ...again, cause: { ...cause.cause, article: "b" }, effect: { ...cause.effect, article: "b" } };
    const first = { ...articles[0]!, published: "2031-03-01" };
    const both = { ...report, articles: [first, later], causes: [cause, second] } as unknown as Report;
    const rows = map.rows(both);
    expect(rows.length).toBe(1);
    for (const outlet of ["Outlet", "lakeshore"]) expect(narrow(rows, { outlet }, both).length, outlet).toBe(1);
    expect(narrow(rows, { outlet: "Herald" }, both)).toEqual([]);
    expect(narrow(rows, { since: "2031-03-04" }, both).length).toBe(1);
    expect(narrow(rows, { since: "2031-03-06" }, both)).toEqual([]);
  });
});
