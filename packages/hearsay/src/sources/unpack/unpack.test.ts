import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import type { Found } from "../../engine/ports.js";
import { makeZip } from "../../model/testing/zip.js";
import { unpack } from "./index.js";

async function open(name: string, content: string | Uint8Array, sized = true): Promise<readonly Found[]> {
  const bytes = Buffer.from(content as Uint8Array);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 70_000) chunks.push(bytes.subarray(at, at + 70_000));
  const outer = {
    place: name || "-",
    name,
    chunks: Readable.from(chunks),
    size: sized ? bytes.length : null,
    path: null,
  };
  const found: Found[] = [];
  for await (const one of unpack(outer, "2029-03-04T08:00:00Z", "error")) found.push(one);
  return found;
}
const captures = (found: readonly Found[]) =>
  found.flatMap(({ capture }) =>
    capture === null ? [] : [[capture.place, Buffer.from(capture.bytes).toString("utf8")] as const],
  );
const places = (found: readonly Found[]) => captures(found).map(([place]) => place);
const said = (found: readonly Found[]) =>
  found.flatMap(({ diagnostics }) => diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`));

const page = "<!doctype html><p>The ferry to Lund is late again.</p>";
const tar = (files: Readonly<Record<string, string>>) =>
  packTar(
    Object.entries(files).map(([name, body]) => ({
      header: { name, size: Buffer.byteLength(body), type: "file" },
      body,
    })),
  );
const warc = (url: string, body: string, status = "200 OK", type = "text/html") => {
  const answer = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`;
};
const noise = Array.from({ length: 10_000 }, (_, i) => i * 7919).join(" ");
const mail = (subject: string, body: string) => `From: Ana Novak <ana@example.org>\nSubject: ${subject}\n\n${body}\n`;

describe("archives", () => {
  it("opens a zip, with the way inside as the place, and counts what is no article", async () => {
    const zip = makeZip([
      { name: "b/one.html", content: page },
      { name: "two.txt", content: "words" },
      { name: "style.css", content: "p{}" },
      { name: "__MACOSX/._two.txt", content: "x" },
    ]);
    const found = await open("pages.zip", zip);
    expect(captures(found)).toEqual([
      ["pages.zip/b/one.html", page],
      ["pages.zip/two.txt", "words"],
    ]);
    expect(said(found)).toEqual(["info source.skipped pages.zip"]);
  });

  it("opens tar, tgz, gz and what lies in one another", async () => {
    const inner = await tar({ "a.txt": "first", "sub/b.txt": "second" });
    expect(places(await open("x.tar", inner))).toEqual(["x.tar/a.txt", "x.tar/sub/b.txt"]);
    expect(places(await open("x.tgz", gzipSync(inner)))).toEqual(["x.tgz/a.txt", "x.tgz/sub/b.txt"]);
    expect(captures(await open("page.html.gz", gzipSync(page)))).toEqual([["page.html.gz", page]]);
    const nested = makeZip([{ name: "x.tar.gz", content: gzipSync(inner) }]);
    expect(places(await open("", nested, false))).toEqual(["-/x.tar.gz/a.txt", "-/x.tar.gz/sub/b.txt"]);
  });

  it("goes by the bytes, not by the name", async () => {
    expect(captures(await open("really.zip", page))).toEqual([["really.zip", page]]);
    expect(places(await open("really.html", makeZip([{ name: "a.txt", content: "a" }])))).toEqual([
      "really.html/a.txt",
    ]);
  });

  it("keeps a document that is a zip whole", async () => {
    const zip = makeZip([{ name: "word/document.xml", content: "<w:document/>" }]);
    const [found] = await open("brief.docx", zip);
    expect(Buffer.from(found!.capture!.bytes)).toEqual(zip);
    expect(said(await open("sums.xlsx", makeZip([{ name: "xl/workbook.xml", content: "" }])))).toEqual([
      "error source.not-yet sums.xlsx",
    ]);
  });

  it("writes nothing where a name leads out of the archive", async () => {
    const found = await open("x.zip", makeZip([{ name: "../../etc/a.txt", content: "words" }]));
    expect(places(found)).toEqual(["x.zip/etc/a.txt"]);
    expect(said(found)).toEqual(["warning source.odd-name x.zip"]);
    expect(places(await open("x.tar", await tar({ "/../b.txt": "words" })))).toEqual(["x.tar/b.txt"]);
  });

  it("says that files are locked and reads the others", async () => {
    const found = await open(
      "x.zip",
      makeZip([
        { name: "a.txt", content: "a", locked: true },
        { name: "b.txt", content: "b" },
      ]),
    );
    expect(places(found)).toEqual(["x.zip/b.txt"]);
    expect(said(found)).toEqual(["error source.password x.zip"]);
  });

  it("says that an archive is empty, cut off or damaged", async () => {
    expect(said(await open("x.zip", makeZip([])))).toEqual(["error source.empty x.zip"]);
    const zip = makeZip([{ name: "a.txt", content: "words ".repeat(1000) }]);
    expect(said(await open("x.zip", zip.subarray(0, zip.length - 30)))).toEqual(["error source.truncated x.zip"]);
    const lying = makeZip([
      { name: "a.txt", content: "words", claims: 3 },
      { name: "b.txt", content: "b" },
    ]);
    const found = await open("x.zip", lying);
    expect(said(found)).toEqual(["error source.damaged x.zip/a.txt"]);
    expect(places(found)).toEqual(["x.zip/b.txt"]);
  });

  it("reads a compressed file that stops in the middle as far as it can say where", async () => {
    const packed = gzipSync(Array.from({ length: 5_000 }, (_, i) => `${i * 7919}`).join(" "));
    expect(said(await open("a.txt.gz", packed.subarray(0, packed.length / 2)))).toEqual([
      "error source.truncated a.txt.gz",
    ]);
    const inner = await tar({
      "a.txt": "words",
      "b.txt": Array.from({ length: 50_000 }, (_, i) => i * 7919).join(" "),
    });
    const whole = gzipSync(inner);
    const found = await open("x.tgz", whole.subarray(0, whole.length / 2));
    expect(places(found)).toEqual(["x.tgz/a.txt"]);
    expect(said(found)[0]).toBe("error source.truncated x.tgz/b.txt");
    expect(said(await open("x.tar", inner.slice(0, 20_000)))).toEqual(["error source.truncated x.tar/b.txt"]);
  });

  it("stops at a bomb, with little memory, and says so once", async () => {
    const layer = gzipSync(gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 }));
    const before = process.memoryUsage().rss;
    const found = await open("bomb.gz", layer);
    expect(said(found)).toEqual([expect.stringMatching(/^error source\.(?:too-large|bomb) bomb\.gz$/)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    const zeros = Buffer.alloc(45 * 1024 * 1024);
    const many = makeZip(Array.from({ length: 8 }, (_, i) => ({ name: `${i}.txt`, content: zeros })));
    const stopped = await open("many.zip", many);
    expect(said(stopped)).toEqual(["error source.bomb many.zip"]);
    expect(places(stopped)).toHaveLength(5);
  });

  it("does not follow archives in archives for ever", async () => {
    let zip = makeZip([{ name: "a.txt", content: "words" }]);
    for (let depth = 0; depth < 8; depth++) zip = makeZip([{ name: "in.zip", content: zip }]);
    const found = await open("deep.zip", zip);
    expect(places(found)).toEqual([]);
    expect(said(found)).toEqual([expect.stringMatching(/^error source\.too-deep deep\.zip(?:\/in\.zip)+$/)]);
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

describe("any bytes", () => {
  it("end in captures or diagnostics, under any name", async () => {
    const names = fc.constantFrom("a.zip", "a.warc", "a.mbox", "a.json", "a.jsonl", "a.csv", "a.tar", "a.gz", "");
    const starts = fc.constantFrom(
      "",
      "PK\u0003\u0004",
      "WARC/1.0\r\n",
      "From a 08:00\nA: b\n",
      "{",
      "[{",
      "\u001f\u008b\b",
    );
    await fc.assert(
      fc.asyncProperty(names, starts, fc.uint8Array({ maxLength: 300 }), async (name, start, rest) => {
        const found = await open(name, Buffer.concat([Buffer.from(start, "latin1"), rest]));
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
