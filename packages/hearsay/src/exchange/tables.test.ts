import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { recordCommands } from "../records/index.js";
import { makeReport } from "../tell/index.js";
import { emptyStory, ferryStory } from "../tell/testing/fixture.js";
import { narrowed } from "./narrowed.js";
import { parquet } from "./parquet.js";
import { csv, ndjson, tablesOf } from "./tables.js";

const report = makeReport(ferryStory);
const writing = { graph: "actors" } as const;
const named = (files: readonly { name: string; content: string | Uint8Array }[], name: string) =>
  files.find((file) => file.name === name)!.content;

describe("tables", () => {
  it("are one for each record command and view", async () => {
    const names = (await tablesOf(report)).map(({ name }) => name);
    expect(names).toEqual(
      recordCommands.flatMap(({ name, views = [] }) => [name, ...views.map(({ option }) => `${name}-${option}`)]),
    );
  });

  it("come as CSV that a spreadsheet takes for UTF-8 and finds no formula in", async () => {
    const [article, ...rest] = report.articles;
    const evil = { ...report, articles: [{ ...article!, title: '=HYPERLINK("http://x")' }, ...rest] };
    const text = named((await csv(evil, writing)).files, "articles.csv") as string;
    expect(text.startsWith("\ufeff")).toBe(true);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ title }) => title)).toContain(`'=HYPERLINK("http://x")`);
    expect(rows).toHaveLength(report.articles.length);
  });

  it("name files and not where they lie on a machine; addresses stay", async () => {
    const lies = (i: number, file: string) => (i === 0 ? "https://a.example/page" : `/shelf/ada/secret/${file}`);
    const articles = report.articles.map((one, i) => ({ ...one, file: lies(i, one.file) }));
    const placed = { ...report, articles };
    for (const { content } of [...(await csv(placed, writing)).files, ...(await ndjson(placed, writing)).files])
      expect(content).not.toMatch(/secret/);
    const files = (await tablesOf(placed)).find(({ name }) => name === "articles")!.rows.map(({ file }) => file);
    expect(files).toContain("https://a.example/page");
    expect(files).toContain(basename(report.articles[1]!.file));
  });

  it("come as JSON lines, every row with exact words", async () => {
    const { files } = await ndjson(report, writing);
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    const rows = (named(files, "claims-support.ndjson") as string)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.length).toBeGreaterThan(0);
    for (const { article, start, end, words } of rows) expect(texts.get(article)!.slice(start, end)).toBe(words);
    const whole = (named(files, "texts.ndjson") as string)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).text);
    expect(whole).toEqual(report.articles.map(({ text }) => text));
  });

  it("come as Parquet that its reader reads back, numbers as numbers and lists as lists", async () => {
    const tables = new Map((await tablesOf(report)).map(({ name, rows }) => [name, rows]));
    const { files } = await parquet(report, writing);
    expect(files.length).toBeGreaterThan(8);
    for (const { name, content } of files) {
      const bytes = content as Uint8Array<ArrayBuffer>;
      const rows = await parquetReadObjects({ file: bytes.buffer });
      const own = tables.get(name.replace(".parquet", ""))!;
      const keys = [...new Set(own.flatMap((row) => Object.keys(row)))];
      const whole = own.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null])));
      expect(JSON.parse(JSON.stringify(rows.map((row) => fill(row, keys))))).toEqual(whole);
    }
  });

  it("are files without rows, or none, for a story without articles", async () => {
    const empty = makeReport(emptyStory);
    expect((await parquet(empty, writing)).files).toEqual([]);
    expect((await csv(empty, writing)).files).toEqual([]);
  });
});

const fill = (row: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));

describe("a narrowed report", () => {
  it("is the report itself without filters", () => {
    expect(narrowed(report, {})).toBe(report);
    expect(narrowed(report, { outlet: undefined } as never)).toBe(report);
  });

  it("has the records that the tables would show, and all articles", () => {
    const some = narrowed(report, { outlet: "Harbour" });
    expect(some.articles).toEqual(report.articles);
    expect(some.events.length).toBeLessThan(report.events.length);
    for (const { article } of some.statements) expect(article).toBe("harbour");
    expect(narrowed(report, { type: ["contradicted"] }).claims.map(({ verdict }) => verdict)).toEqual(
      report.claims.filter(({ verdict }) => verdict === "contradicted").map(({ verdict }) => verdict),
    );
  });

  it("has of the positions only those that pass", () => {
    const span = report.statements[0]!.content.parts[0]!;
    const take = { span, leaning: "for", shown: "word", speech: null, speaker: null, when: null, statement: null };
    const position = (name: string) => ({ id: name, name, issue: span, takes: [take], shifts: [] });
    const positions = ["Brandt", "Holm"].map(position) as never;
    expect(narrowed({ ...report, positions }, { speaker: "Holm" }).positions.map(({ id }) => id)).toEqual(["Holm"]);
  });

  it("refuses what the tables refuse", () => {
    expect(() => narrowed(report, { article: ["nowhere"] })).toThrow(/no article/);
    expect(() => narrowed(report, { grep: "(" })).toThrow(/regular expression/);
  });
});
