import { describe, expect, it } from "vitest";
import type { Report, ReportCause } from "../tell/index.js";
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
const report = { story: { name: "s" }, articles, entities: [], statements: [], causes: [cause] } as unknown as Report;

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
