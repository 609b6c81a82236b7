import { describe, expect, it } from "vitest";
import { eventTypes } from "../model/index.js";
import { makeReport } from "../tell/index.js";
import { ferryStory } from "../tell/testing/fixture.js";
import { gdeltColumns, mentionColumns, polecatColumns } from "./plover/columns.js";
import { quads, tsv } from "./plover/types.js";
import { plover } from "./plover.js";

const ferry = makeReport(ferryStory);
/** The fixture's events once more in every mode, with a tab and a line break where a table must have none. */
const modes = ["asserted", "denied", "planned", "demanded", "hypothetical", "historical", "reported"] as const;
const report = {
  ...ferry,
  events: ferry.events.flatMap((event) =>
    modes.map((mode) => ({ ...event, id: `${event.id}-${mode}`, mode, where: "Port\tSalm\nNorth" })),
  ),
};
const written = await plover(report, { graph: "actors" });
const lines = (name: string) =>
  (written.files.find((file) => file.name === name)!.content as string).replace(/\n$/, "").split("\n");

describe("event data", () => {
  it("has every dated event as PLOVER's JSON lines, with exact words", () => {
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    const records = lines("plover.jsonl").map((line) => JSON.parse(line));
    expect(records.length).toBeGreaterThan(0);
    for (const { id, date, actor, event, text, text_info } of records) {
      expect(id).toMatch(/./);
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(actor[0].entity_text).toMatch(/./);
      expect(eventTypes).toContain(event);
      expect(texts.get(text_info.text_story)!.slice(text_info.start, text_info.end)).toBe(text);
    }
  });

  it("has strict tables: POLECAT's 40 columns with names, GDELT's 61 and 16 without", () => {
    expect([polecatColumns.length, gdeltColumns.length, mentionColumns.length]).toEqual([40, 61, 16]);
    expect(lines("polecat.txt")[0]!.split("\t")).toEqual(polecatColumns);
    for (const [name, columns] of [
      ["polecat.txt", 40],
      ["gdelt.events.tsv", 61],
      ["gdelt.mentions.tsv", 16],
    ] as const)
      for (const line of lines(name)) expect(line.split("\t")).toHaveLength(columns);
  });

  it("has in its tables only what is said to have happened, and says what is left out", () => {
    const rows = lines("gdelt.events.tsv").map((line) => line.split("\t"));
    expect(rows).toHaveLength(lines("polecat.txt").length - 1);
    expect(rows.length).toBeLessThan(lines("plover.jsonl").length);
    expect(written.left.join()).toMatch(/denied, planned, demanded or hypothetical are in plover.jsonl alone/);
    for (const row of rows) {
      expect(row[0]).toMatch(/^\d{1,15}$/);
      expect(row[1]).toMatch(/^\d{8}$/);
      expect(row[4]).toMatch(/^\d{4}\.\d{4}$/);
      expect(row[59]).toMatch(/^\d{14}$/);
    }
  });

  it("has a happening once, and each report of it as a mention", async () => {
    const files = (await plover(ferry, { graph: "actors" })).files;
    const cells = (name: string) =>
      (files.find((file) => file.name === name)!.content as string)
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => line.split("\t"));
    const [events, mentions, rows] = ["gdelt.events.tsv", "gdelt.mentions.tsv", "polecat.txt"].map(cells) as [
      string[][],
      string[][],
      string[][],
    ];
    expect(mentions.length).toBeGreaterThan(events.length);
    expect(rows).toHaveLength(events.length + 1);
    const ids = new Set(events.map(([id]) => id));
    expect(ids.size).toBe(events.length);
    const counted = (id?: string) => mentions.filter(([of]) => of === id).length;
    for (const row of events) expect([row[0], Number(row[31])]).toEqual([row[0], counted(row[0])]);
    for (const [id] of mentions) expect(ids).toContain(id);
    const entries = new Set(ferry.timeline.map(({ id }) => id));
    for (const [id] of rows.slice(1)) expect(entries).toContain(id);
  });

  it("has no cell that a spreadsheet takes for a formula, and numbers as they are", () => {
    const columns = ["a", "b", "c", "d", "e"];
    const row = { a: "=HYPERLINK(1)", b: "\t+1 Corp", c: "-5.0", d: -7, e: "-1-cmd" };
    expect(tsv(columns, [row])).toBe("'=HYPERLINK(1)\t'+1 Corp\t-5.0\t-7\t'-1-cmd\n");
  });

  it("has a quadrant and a CAMEO root for every type", () => {
    expect(Object.keys(quads).sort()).toEqual([...eventTypes].sort());
  });
});
