import { describe, expect, it } from "vitest";
import { makeZip } from "../../model/testing/zip.js";
import { open, places, said } from "./testing/open.js";

const table = "Nr,Kop,Stuk\n1,Ferry late,The ferry to Lund is late again.\n2,Next,\n";
const columns = { text: "Stuk", title: "kop" };

describe("a table whose columns are named by the user", () => {
  it("gives its rows as they are, with what was said of them", async () => {
    const found = await open("t.csv", table, true, columns);
    expect(places(found)).toEqual(["t.csv#2"]);
    expect(found[0]!.capture).toMatchObject({ hints: { columns } });
    expect(JSON.parse(Buffer.from(found[0]!.capture!.bytes).toString())).toEqual({
      ...{ Nr: "1", Kop: "Ferry late", Stuk: "The ferry to Lund is late again." },
    });
    expect(said(found)).toEqual(["warning source.no-field t.csv"]);
  });

  it("has its rows numbered as a spreadsheet numbers them, empty lines too", async () => {
    const found = await open("t.csv", `\n${table.replaceAll("\n", "\n\n")}\n`, true, columns);
    expect(places(found)).toEqual(["t.csv#4"]);
    expect(said(found)).toEqual(["warning source.no-field t.csv"]);
  });

  it("is one under any name, from standard input, and in an archive", async () => {
    expect(places(await open("export.txt", table, true, columns))).toEqual(["export.txt#2"]);
    expect(places(await open("", table, false, columns))).toEqual(["-#2"]);
    const zip = makeZip([{ name: "in/t.csv", content: table }]);
    expect(places(await open("x.zip", zip, true, columns))).toEqual(["x.zip/in/t.csv#2"]);
  });

  it("is told as one without a name, too, where nothing is said of its columns", async () => {
    for (const delimiter of [",", ";", "\t"])
      expect(said(await open("", table.replaceAll(",", delimiter), false))).toEqual(["error source.no-field -"]);
    const prose = "Tolm, Lund and Karst\nThree ports, one ferry.\nThe office has its doubts, and the union too.\n";
    expect(places(await open("", prose, false))).toEqual(["-"]);
    const headline = "Fog, ice, snow\nThe ferry left, came back, and left.\nIt was late, cold, and dark.\n";
    expect(places(await open("", headline, false))).toEqual(["-"]);
    const menu = "Ferry Courier | Home\nNews | Harbour\nTuesday | Ana Novak\nThe ferry to Lund is late.\n";
    expect(places(await open("", menu, false))).toEqual(["-"]);
  });

  it("is not read where it has no such column, and what it has is said", async () => {
    const found = await open("t.csv", table, true, { text: "Artikel" });
    expect(said(found)).toEqual(["error source.no-column t.csv"]);
    expect(found[0]!.diagnostics[0]!.message).toBe('There is no column "Artikel": there are "Nr", "Kop", "Stuk".');
    const wide = `${Array.from({ length: 500 }, (_, i) => `${i} ${"long ".repeat(20)}`).join(",")}\n1\n`;
    const [said500] = (await open("w.csv", wide, true, { text: "x" }))[0]!.diagnostics;
    expect(said500!.message.length).toBeLessThan(1_200);
  });

  it("says how to name them where it cannot tell the text", async () => {
    const [found] = await open("t.csv", table);
    expect(found!.diagnostics[0]).toMatchObject({
      code: "source.no-field",
      remedy: expect.stringContaining("--columns"),
    });
  });
});

describe("records whose fields are named by the user", () => {
  const records = [
    { id: 1, data: { kop: "Late", stuk: "The ferry is late." } },
    { id: 2, data: { kop: "Next", stuk: ["One.", "Two."] } },
  ];
  const inner = { text: "data.stuk", title: "data.kop" };

  it("are found in JSON and JSON lines, also in objects in them", async () => {
    const lines = records.map((one) => JSON.stringify(one)).join("\n");
    expect(places(await open("s.jsonl", lines, true, inner))).toEqual(["s.jsonl#1", "s.jsonl#2"]);
    expect(places(await open("s.json", JSON.stringify(records), true, inner))).toEqual(["s.json#1", "s.json#2"]);
    expect(places(await open("s.json", JSON.stringify(records[0]), true, inner))).toEqual(["s.json"]);
    expect(said(await open("s.json", JSON.stringify(records)))).toEqual(["error source.no-field s.json"]);
  });

  it("that none of them has are told with what they have", async () => {
    const lines = records.map((one) => JSON.stringify(one)).join("\n");
    const found = await open("s.jsonl", lines, true, { ...inner, url: "link" });
    expect(places(found)).toHaveLength(2);
    expect(found.at(-1)!.diagnostics[0]!.message).toBe('There is no column "link": there are "id", "data".');
    expect(said(await open("s.json", JSON.stringify({ all: records }), true, { text: "words" }))).toEqual([
      "error source.no-column s.json",
    ]);
    expect(said(await open("s.jsonl", lines, true, { text: "words" }))).toEqual([
      "error source.no-column s.jsonl",
      "warning source.no-field s.jsonl",
    ]);
  });

  it("do not reach into what every object has", async () => {
    const hostile = '{"text":"Words.","__proto__":{"x":"y"}}';
    const found = await open("s.json", hostile, true, { text: "constructor.name", title: "__proto__.constructor" });
    expect(said(found)).toEqual(["error source.no-column s.json"]);
  });
});

describe("a long table", () => {
  it("is taken piece by piece: letters of more than one byte stay whole, and time grows with length alone", async () => {
    const [rows, text] = [20_000, "Öl–Fähre 😀"];
    const began = performance.now();
    const found = await open("t.csv", `text,nr\n${Array.from({ length: rows }, (_, i) => `${text},${i}\n`).join("")}`);
    expect(found.filter(({ capture }) => capture !== null)).toHaveLength(rows);
    for (const { capture } of found)
      if (capture !== null) expect(Buffer.from(capture.bytes).toString()).toContain(text);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);
});
