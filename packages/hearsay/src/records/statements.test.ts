import { describe, expect, it } from "vitest";
import { plainArticle } from "../model/index.js";
import type { Report, ReportStatement } from "../tell/index.js";
import { narrow } from "./narrow.js";
import { statements, wordings } from "./statements.js";

const pieces = (article: string, text: string) => ({ text, parts: [{ article, start: 0, end: text.length, text }] });
const said = (article: string, text: string, name: string, affiliation: string | null): ReportStatement => ({
  id: `st-${article}`,
  article,
  speaker: { entity: name, name, role: null, affiliation, anonymous: false, collective: false, description: name },
  source: pieces(article, ""),
  cue: pieces(article, ""),
  content: pieces(article, text),
  kind: "direct",
  act: "speech",
  addressee: null,
  venue: null,
  when: null,
  negated: false,
  hedged: false,
  score: 1,
});

const quoted = "Every pier stays shut until June";
const all = [said("A", quoted, "Anna Berg", "Harbour Office"), said("B", `${quoted} …`, "Tom Reed", null)];
const report = {
  articles: ["A", "B"].map((id) => ({ ...plainArticle({ id, text: quoted }), label: `Outlet ${id}`, origin: null })),
  statements: all,
  remarks: [
    {
      id: "said-st-A",
      speaker: "Anna Berg",
      entity: null,
      base: "st-A",
      reports: [
        { statement: "st-A", article: "A", wording: "fullest", through: null, marked: false, differences: [] },
        {
          statement: "st-B",
          article: "B",
          wording: "changed",
          through: "spun",
          marked: false,
          differences: [
            { kind: "kept", text: "Every" },
            { kind: "dropped", text: "pier" },
            { kind: "added", text: "dock" },
            { kind: "kept", text: "stays shut" },
            { kind: "dropped", text: "until June" },
          ],
        },
      ],
    },
  ],
  entities: [
    { id: "Anna Berg", kind: "person", name: "Anna Berg", country: "NOR", affiliation: null },
    { id: "norland", kind: "state", name: "Norland", country: "NOR", affiliation: null },
  ],
} as unknown as Report;

describe("statements", () => {
  it("says through whom a statement within another comes", () => {
    const part = (start: number, text: string) => ({
      text,
      parts: [{ article: "A", start, end: start + text.length, text }],
    });
    const outer = {
      ...said("A", "", "Anna Berg", null),
      id: "outer",
      cue: part(0, "said"),
      content: part(10, "x".repeat(60)),
    };
    const inner = {
      ...said("A", "", "Tom Reed", null),
      id: "inner",
      cue: part(20, "told"),
      content: part(30, "y".repeat(40)),
    };
    const rows = statements.rows({ ...report, statements: [outer, inner] });
    expect(rows.map(({ fields }) => [fields.id, fields.through])).toEqual([
      ["outer", null],
      ["inner", "Anna Berg"],
    ]);
  });
  const speakers = (filters: Parameters<typeof narrow>[1]) =>
    narrow(statements.rows(report), filters, report).map(({ fields }) => fields.speaker);

  it("are narrowed down by speaker, affiliation and kind", () => {
    expect(speakers({ speaker: "berg" })).toEqual(["Anna Berg"]);
    expect(speakers({ affiliation: "harbour" })).toEqual(["Anna Berg"]);
    expect(speakers({ side: "norland" })).toEqual(["Anna Berg"]);
    expect(speakers({ side: "nor" })).toEqual([]);
    expect(speakers({ kind: "direct" })).toHaveLength(2);
    expect(speakers({ kind: "indirect" })).toEqual([]);
  });
});

describe("statements --versions", () => {
  it("shows what differs from the fullest telling", () => {
    const rows = wordings.rows(report);
    expect(rows.map(({ fields }) => fields.wording)).toEqual(["fullest", "changed"]);
    expect(rows[1]!.fields.difference).toBe("spun; “pier” → “dock”; without “until June”");
    expect(narrow(rows, { type: ["changed"] }, report)).toHaveLength(1);
  });
});
