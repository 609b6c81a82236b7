import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Found } from "../../engine/ports.js";
import { unpack } from "./index.js";
import { captures, mail, noise, open, page, places, said, warc } from "./testing/open.js";

describe("a file that says it is JSON", () => {
  it("and is one object and a run of empty lines takes no time", async () => {
    const began = performance.now();
    const record = JSON.stringify({ text: "The ferry to Lund is late." });
    expect(places(await open("a.json", `${record}${"\n".repeat(65_000)}`))).toEqual(["a.json"]);
    expect(places(await open("a.json", `${record}\n \t\n  ${record}`))).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(2_500);
  });
});

describe("web archives", () => {
  const two = warc("https://ferry.example/1", page) + warc("https://ferry.example/2", page.replace("late", "early"));

  it("takes every page with its headers, under its address", async () => {
    const other =
      warc("https://ferry.example/x", "moved", "301 Moved") +
      warc("https://ferry.example/p", "x", "200 OK", "image/png");
    const request = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n";
    const found = await open("crawl.warc", request + two + other);
    expect(places(found)).toEqual(["crawl.warc#https://ferry.example/1", "crawl.warc#https://ferry.example/2"]);
    expect(captures(found)[0]![1]).toContain("WARC-Target-URI: https://ferry.example/1");
    expect(found.at(-1)!.diagnostics[0]!.message).toBe(
      "Passed over, no pages: 1 of other types, 1 of type request, 1 redirects and errors.",
    );
  });

  it("was retrieved when its record says, and not after now", async () => {
    const dated = (date: string) =>
      warc("https://ferry.example/1", page, "200 OK", "text/html", `WARC-Date: ${date}\r\n`);
    const dates = ["2028-03-01T10:00:00Z", "2028-03-01T09:00:00.5Z", "2999-01-01T00:00:00Z", "yesterday"];
    const found = await open("c.warc", dates.map(dated).join(""));
    const now = "2029-03-04T08:00:00Z";
    expect(found.flatMap(({ capture }) => capture?.retrieved ?? [])).toEqual([
      ...["2028-03-01T10:00:00.000Z", "2028-03-01T09:00:00.500Z", now, now],
    ]);
  });

  it("names no place by an endless address, and lists kinds of record within bounds", async () => {
    const odd = (type: string) => `WARC/1.0\r\nWARC-Type: ${type}\r\nContent-Length: 0\r\n\r\n\r\n\r\n`;
    const many = Array.from({ length: 2_000 }, (_, i) => odd(`${i}${"x".repeat(200)}`)).join("");
    const found = await open("c.warc", `${warc(`https://ferry.example/${"a".repeat(5_000)}`, page)}${many}`);
    expect(places(found)).toEqual(["c.warc#1"]);
    expect(found.at(-1)!.diagnostics[0]!.message.length).toBeLessThan(1_000);
  });

  it("reads one compressed record by record", async () => {
    const parts = two
      .split("WARC/1.0")
      .slice(1)
      .map((part) => gzipSync(`WARC/1.0${part}`));
    expect(places(await open("c.warc.gz", Buffer.concat(parts)))).toHaveLength(2);
    // zlib keeps back what it has not filled a buffer of 16 KB with.
    const long = parts.map((part) => Buffer.concat([part, gzipSync(warc("https://ferry.example/3", noise))]));
    const found = await open("c.warc.gz", Buffer.concat(long).subarray(0, -2_000));
    expect(places(found).length).toBeGreaterThanOrEqual(3);
    expect(said(found)).toEqual(["error source.truncated c.warc.gz"]);
  });

  it("says where one stops or breaks", async () => {
    expect(said(await open("c.warc", two.slice(0, -40)))).toEqual(["error source.truncated c.warc"]);
    expect(said(await open("c.warc", `${two}junk\r\n\r\n`))).toEqual(["error source.damaged c.warc"]);
    expect(said(await open("c.warc", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"))).toEqual([
      "error source.damaged c.warc",
    ]);
  });
});

describe("mailboxes", () => {
  const from = "From ana@example.org Sun Mar  4 08:00:00 2029\n";

  it("parts messages and undoes the quoting of From", async () => {
    const found = await open("m.mbox", `${from}${mail("One", "Hello.\n>From here on")}\n${from}${mail("Two", "Bye.")}`);
    expect(captures(found)).toEqual([
      ["m.mbox#1", mail("One", "Hello.\nFrom here on")],
      ["m.mbox#2", mail("Two", "Bye.")],
    ]);
  });

  it("does not take a sentence for the beginning of a message", async () => {
    const found = await open("m.mbox", from + mail("One", "\nFrom Lund the ferry goes to Tolm.\n"));
    expect(places(found)).toEqual(["m.mbox#1"]);
  });
});

describe("data files", () => {
  it("takes JSON lines by the line, whatever is wrong with others", async () => {
    const lines = ['{"text":"First."}', "", "{broken", '{"body":"Second."}', '{"id":3}'].join("\n");
    const found = await open("s.jsonl", lines);
    expect(captures(found)).toEqual([
      ["s.jsonl#1", '{"text":"First."}'],
      ["s.jsonl#4", '{"body":"Second."}'],
    ]);
    expect(said(found)).toEqual(["error source.not-json s.jsonl", "warning source.no-field s.jsonl"]);
    expect(found.at(-1)!.diagnostics[0]!.message).toBe("1 line is not JSON: 3.");
  });

  it("passes over an object nested without end, and takes the others", async () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const found = await open("a.json", `[{"text":"One."},{"text":"Two.","x":${deep}},{"text":"Three."}]`);
    expect(places(found)).toEqual(["a.json#1", "a.json#3"]);
    expect(said(found)).toEqual(["error source.too-deep a.json"]);
    expect(found.at(-1)!.diagnostics[0]!.message).toBe("1 object is nested too deep: 2.");
  });

  it("finds the articles in any JSON", async () => {
    expect(places(await open("a.json", '{"title":"T","text":"Words."}'))).toEqual(["a.json"]);
    expect(places(await open("a.json", '[{"text":"One."},{"text":"Two."}]'))).toEqual(["a.json#1", "a.json#2"]);
    const answer = { took: 3, hits: { hits: [{ _source: { body: "One." } }] } };
    expect(captures(await open("a.json", JSON.stringify(answer)))).toEqual([["a.json#1", '{"body":"One."}']]);
    expect(places(await open("", '{"text":"One."}\n{"text":"Two."}\n', false))).toEqual(["-#1", "-#2"]);
    expect(said(await open("package.json", '{"name":"x"}'))).toEqual(["error source.no-field package.json"]);
    const [broken] = await open("a.json", '[{"text":\n"One."},\n}');
    expect(broken!.diagnostics[0]!.message).toMatch(/^This is not valid JSON(?:, at line 3)?\.$/);
  });

  it("leaves prose that begins with a brace alone", async () => {
    expect(places(await open("note.txt", "{sic} it said"))).toEqual(["note.txt"]);
    expect(places(await open("", "[1] A note", false))).toEqual(["-"]);
  });

  it("takes tables by the row, numbered as a spreadsheet does", async () => {
    const table = 'Title;Date;Body\n"Ferry; late";2029-03-04;"Two\nlines ""here"""\n;;\nNext;2029-03-05;Words\n';
    const found = await open("t.csv", `\ufeff${table}`);
    expect(captures(found)).toEqual([
      ["t.csv#2", '{"Title":"Ferry; late","Date":"2029-03-04","Body":"Two\\nlines \\"here\\""}'],
      ["t.csv#4", '{"Title":"Next","Date":"2029-03-05","Body":"Words"}'],
    ]);
    expect(places(await open("t.tsv", "title\ttext\nA\tB, C\n"))).toEqual(["t.tsv#2"]);
    expect(places(await open("", "date,title,text\n2029-03-04,A,B\n", false))).toEqual(["-#2"]);
  });

  it("reads tables that are not UTF-8", async () => {
    const latin = Buffer.from("title,text\nCaf\u00e9,Le caf\u00e9 est ferm\u00e9 \u00e0 No\u00ebl.\n", "latin1");
    expect(captures(await open("t.csv", latin))[0]![1]).toContain("Café");
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("title,text\nÜber,Straße\n", "utf16le")]);
    expect(captures(await open("t.csv", wide))).toEqual([["t.csv#2", '{"title":"Über","text":"Straße"}']]);
  });

  it("says which column a table lacks, and where a quotation mark is never closed", async () => {
    const [lacking] = await open("t.csv", "id,price\n1,2\n");
    expect(lacking!.diagnostics[0]).toMatchObject({
      code: "source.no-field",
      message: expect.stringContaining('"id", "price"'),
    });
    const found = await open("t.csv", 'title,text\nA,B\nC,"D\nE,F\n');
    expect(places(found)).toEqual(["t.csv#2"]);
    expect(said(found)).toEqual(["error source.damaged t.csv"]);
    expect(said(await open("t.csv", ""))).toEqual(["error source.empty t.csv"]);
  });

  it("passes over a line of 100 MB in bounded memory", async () => {
    const chunk = Buffer.alloc(1024 * 1024, 97);
    async function* chunks() {
      yield Buffer.from('{"text":"First."}\n{"text":"');
      for (let i = 0; i < 100; i++) yield chunk;
      yield Buffer.from('"}\n{"text":"Last."}\n');
    }
    const outer = { place: "s.jsonl", name: "s.jsonl", chunks: chunks(), size: null, path: null };
    const found: Found[] = [];
    for await (const one of unpack(outer, "2029-03-04T08:00:00Z", "error")) found.push(one);
    expect(places(found)).toEqual(["s.jsonl#1", "s.jsonl#3"]);
    expect(said(found)).toEqual(["error source.too-large s.jsonl"]);
  });
});
