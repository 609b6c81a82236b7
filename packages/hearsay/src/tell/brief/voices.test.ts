import { parse } from "@hearsay/english";
import { expect, it } from "vitest";
import { makeReport } from "../make.js";
import type { ReportArticle, ReportStatement } from "../report.js";
import { ferryStory } from "../testing/fixture.js";
import { type Records, telling } from "./parts.js";
import { saying } from "./voices.js";

const { brief: _, references: __, ...ferry } = makeReport(ferryStory);
const seed = ferry.statements.find(({ kind }) => kind === "direct") as ReportStatement;

/** What is shown of a direct quotation of these pieces in a text that is one article. */
function shown(text: string, pieces: readonly string[]): string {
  const article: ReportArticle = { ...(ferry.articles[0] as ReportArticle), id: "quay", text, entries: [] };
  const parts = pieces.map((piece) => {
    const start = text.indexOf(piece);
    return { article: "quay", start, end: start + piece.length, text: piece };
  });
  const best = { ...seed, article: "quay", content: { text: pieces.join(" … "), parts } };
  const records = { ...ferry, articles: [...ferry.articles, article] } as unknown as Records;
  const { lead, parts: words } = saying(telling(records, new Map([["quay", parse(text)]])), { best, copies: [] });
  return [...lead, ...words].map((p) => p.text).join("");
}

it("shows a quotation that goes on behind its tag in its two pieces, and neither twice", () => {
  const text = "“I am only a pilot of this harbour,” Roe said, “but if the fog lifts I will sail with them.”";
  const told = shown(text, ["I am only a pilot of this harbour", "but if the fog lifts I will sail with them."]);
  expect(told).toMatch(/^said: /);
  expect(told.match(/only a pilot/g)).toHaveLength(1);
  expect(told).not.toContain("Roe said");
});

it("shows a lone piece that leans on what stands before it in its sentence", () => {
  const text = "Roe said of the fog, “but if it lifts I will sail with all of them.”";
  expect(shown(text, ["but if it lifts I will sail with all of them."])).toContain("Roe said of the fog");
});
