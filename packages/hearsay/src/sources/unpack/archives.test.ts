import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { makeZip } from "../../model/testing/zip.js";
import { captures, noise, open, page, places, said, tar, warc } from "./testing/open.js";

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

  it("keeps files of one name apart", async () => {
    const names = ["a.html", "../a.html", "b/a.html", "c", "./c"];
    const zip = makeZip(names.map((name) => ({ name, content: page })));
    const inside = ["a.html", "a (2).html", "b/a.html", "c", "c (2)"];
    expect(places(await open("x.zip", zip))).toEqual(inside.map((name) => `x.zip/${name}`));
  });

  it("opens tar, tgz, gz and what lies in one another", async () => {
    const inner = await tar({ "a.txt": "first", "sub/b.txt": "second" });
    expect(places(await open("x.tar", inner))).toEqual(["x.tar/a.txt", "x.tar/sub/b.txt"]);
    expect(places(await open("x.tgz", gzipSync(inner)))).toEqual(["x.tgz/a.txt", "x.tgz/sub/b.txt"]);
    expect(captures(await open("page.html.gz", gzipSync(page)))).toEqual([["page.html.gz", page]]);
    const nested = makeZip([{ name: "x.tar.gz", content: gzipSync(inner) }]);
    expect(places(await open("", nested, false))).toEqual(["-/x.tar.gz/a.txt", "-/x.tar.gz/sub/b.txt"]);
  });

  it("takes the crawl alone out of a WACZ", async () => {
    const crawl = gzipSync(warc("https://ferry.example/1", page));
    const files = { "datapackage.json": "{}", "archive/data.warc.gz": crawl, "pages/pages.jsonl": '{"text":"Again."}' };
    const zip = makeZip(Object.entries(files).map(([name, content]) => ({ name, content })));
    expect(places(await open("site.wacz", zip))).toEqual(["site.wacz/archive/data.warc.gz#https://ferry.example/1"]);
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

  it("says of a tar where it is cut off, and keeps what came before, wherever that is", async () => {
    const whole = Buffer.from(await tar({ "a.txt": "first", "b.txt": "second", "c.css": "p{}" }));
    expect(whole.length).toBe(6 * 512 + 1024);
    const cut = async (length: number) => {
      const found = await open("x.tar", whole.subarray(0, length));
      return [places(found).length, said(found).filter((what) => what.includes("truncated"))];
    };
    const [error, warning] = [["error source.truncated x.tar"], ["warning source.truncated x.tar"]];
    expect(await cut(whole.length)).toEqual([2, []]);
    expect(await cut(3 * 512 + 100)).toEqual([2, error]);
    expect(await cut(2 * 512 + 100)).toEqual([1, error]);
    expect(await cut(2 * 512 + 511)).toEqual([1, error]);
    expect(await cut(512 + 3)).toEqual([0, ["error source.truncated x.tar/a.txt"]]);
    expect(await cut(3 * 512 + 3)).toEqual([1, ["error source.truncated x.tar/b.txt"]]);
    expect(await cut(5 * 512 + 1)).toEqual([2, error]);
    for (const edge of [2, 4, 6]) expect(await cut(edge * 512)).toEqual([edge / 2 > 2 ? 2 : edge / 2, warning]);
    for (const zeros of [1, 511, 512, 700]) expect(await cut(6 * 512 + zeros)).toEqual([2, []]);
    const packed = gzipSync(whole.subarray(0, 2 * 512));
    expect(said(await open("x.tgz", packed))).toEqual(["warning source.truncated x.tgz"]);
  });

  it("is told whose header lies, and what was read before it is kept", async () => {
    const whole = Buffer.from(await tar({ "a.txt": "first" }));
    const sized = (size: string) => {
      const head = Buffer.from(whole.subarray(0, 512));
      head.write(size, 124, "latin1");
      head.fill(32, 148, 156);
      head.write(
        `${head
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, "0")}\0 `,
        148,
      );
      return Buffer.concat([head, whole.subarray(512)]);
    };
    expect(said(await open("x.tar", sized("77777777777\0")))).toEqual([expect.stringMatching(/^error source\./)]);
    for (const size of [
      "-1111111111\0",
      "zzzzzzzzzzz\0",
      "\u0080\0\0\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
    ])
      expect(said(await open("x.tar", sized(size)))).toEqual(["error source.damaged x.tar"]);
    expect(places(await open("x.tar", sized("          5 ")))).toEqual(["x.tar/a.txt"]);
    const broken = Buffer.concat([whole.subarray(0, 1024), Buffer.alloc(512, 65), Buffer.alloc(1024)]);
    const found = await open("x.tar", broken);
    expect([places(found), said(found)]).toEqual([["x.tar/a.txt"], ["error source.damaged x.tar"]]);
  });

  it("takes no links, folders and bytes behind the end of a tar for a cut", async () => {
    const linked = await packTar([
      { header: { name: "sub/", size: 0, type: "directory" } },
      { header: { name: `${"long/".repeat(60)}a.txt`, size: 5, type: "file" }, body: "first" },
      { header: { name: "b.txt", size: 0, type: "symlink", linkname: "a.txt" } },
    ]);
    expect(said(await open("x.tar", linked))).toEqual([]);
    expect(said(await open("x.tar", Buffer.concat([linked, Buffer.from("more")])))).toEqual([]);
  });

  it("keeps every file of a compressed tar that came before the cut", async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, "words"]));
    const packed = gzipSync(await tar({ ...files, "last.txt": noise }));
    const found = await open("x.tgz", packed.subarray(0, packed.length - 2_000));
    expect(places(found)).toHaveLength(50);
    expect(said(found)).toEqual(["error source.truncated x.tgz/last.txt", "error source.truncated x.tgz"]);
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
