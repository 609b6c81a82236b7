import fc from "fast-check";
import width from "string-width";
import { describe, expect, it } from "vitest";
import type { Column } from "../../records/cells.js";
import { asCsv, asJson } from "../../records/write.js";
import { renderTable } from "./table.js";
import { wrap } from "./wrap.js";

const plain = (_: string, text: string) => text;
const columns: readonly Column[] = [
  { key: "who", head: "Who", min: 8, rank: 0 },
  { key: "words", head: "Words", min: 20, grow: true, rank: 0 },
  { key: "outlet", head: "Outlet", min: 10, rank: 3 },
];

describe("wrapping", () => {
  it("loses nothing and never goes over", () => {
    const text = fc.array(
      fc.oneof(fc.string(), fc.constant("https://example.org/a-very/long_path.html"), fc.constant("過去の記事")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (words, size) => {
        const line = words
          .join(" ")
          .replace(/[\p{C}\s]+/gu, " ")
          .trim();
        const lines = wrap(line, size);
        expect(lines.join("").replaceAll(" ", "")).toBe(line.replaceAll(" ", ""));
        for (const one of lines) if ([...one].length > 2) expect(width(one)).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe("a table", () => {
  const rows = [
    { who: "Ilmari Aalto", words: "The quay stays shut until the inspectors have been.", outlet: "Harbour Herald" },
    { who: "a clerk", words: "No.", outlet: null },
  ];

  it("fits any terminal", () => {
    for (const size of [20, 30, 44, 60, 100, 200])
      for (const line of renderTable(columns, rows, size, plain).split("\n"))
        expect(width(line), line).toBeLessThanOrEqual(size);
  });

  it("leaves out what finds no room, last rank first, and no word of what stays", () => {
    expect(renderTable(columns, rows, 100, plain)).toContain("Harbour Herald");
    const narrow = renderTable(columns, rows, 34, plain);
    expect(narrow).not.toContain("Outlet");
    expect(narrow.replace(/\s+/g, " ")).toContain("inspectors");
  });

  it("shows control characters instead of sending them to the terminal", () => {
    const text = renderTable(
      columns,
      [{ who: "\u001b[31mred\u001b[0m", words: "a\u009b2Jb \u202edcba\u0007", outlet: "x\ny" }],
      80,
      plain,
    );
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(text).toContain("x y");
  });
});

describe("JSON", () => {
  it("holds no raw control character and reads back the same", () => {
    const value = { words: "\u001b[2J\u009b2J\u007f\u2028\u202e" };
    expect(asJson(value)).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(JSON.parse(asJson(value))).toEqual(value);
  });
});

describe("CSV", () => {
  const cell = (value: string | number | null) => asCsv([{ value }]).split("\n").slice(1).join("\n").slice(0, -1);

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "＝1"])(
    "keeps %j from being a formula",
    (text) => {
      expect(cell(text).replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it("leaves numbers and ordinary words alone", () => {
    expect(cell(-5)).toBe("-5");
    expect(cell("a - b = c")).toBe("a - b = c");
    expect(cell(null)).toBe("");
  });

  it("quotes what needs it", () => {
    expect(cell('say "no", twice')).toBe('"say ""no"", twice"');
    expect(cell("two\nlines")).toBe('"two\nlines"');
  });

  it("has one header for all rows", () => {
    expect(asCsv([{ a: 1 }, { a: 2, b: ["x", "y"] }])).toBe("a,b\n1,\n2,x; y\n");
    expect(asCsv([])).toBe("");
  });
});
