import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeZip } from "../../model/testing/zip.js";
import { readDocument } from "../document.js";
import { convert } from "./index.js";
import { makeEpub, makeOpenDocument, makeWord, paragraph } from "./testing/office.js";
import { makePdf } from "./testing/pdf.js";
import { articleOf, codeOf, prose, readFile as read } from "./testing/reading.js";

describe("Word", () => {
  const body = paragraph("A second ferry a day", "Title") + prose.map((text) => paragraph(text)).join("");
  const properties =
    "<dc:title>Document1</dc:title><dc:creator>Ilja Petrov</dc:creator><dcterms:created>2029-03-07T10:00:00Z</dcterms:created>";

  it("gives title, paragraphs and properties", async () => {
    const article = await articleOf("ferry.docx", makeWord(body, properties));
    expect(article).toMatchObject({
      title: "A second ferry a day",
      authors: ["Ilja Petrov"],
      published: "2029-03-07T10:00Z",
      text: prose.join("\n\n"),
    });
  });

  it("is told by its bytes", async () => {
    expect((await articleOf("ferry.txt", makeWord(body))).text).toBe(prose.join("\n\n"));
  });

  it("leaves out what was deleted, field codes and the second copy of a text box, and keeps notes and running heads", async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const odd = `<w:p>${run("The ferry ")}<w:del>${run("never ")}</w:del><w:r><w:instrText>PAGE</w:instrText></w:r>${run("sails &amp; waits")}<mc:AlternateContent><mc:Choice>${box("Boxed.")}</mc:Choice><mc:Fallback>${box("Boxed.")}</mc:Fallback></mc:AlternateContent>${run(".")}</w:p>`;
    const extra = [
      { name: "word/footnotes.xml", content: `<w:footnotes>${paragraph("A note.")}</w:footnotes>` },
      { name: "word/header1.xml", content: `<w:hdr>${paragraph("The Tolm Gazette")}</w:hdr>` },
    ];
    const { output } = await convert({ id: "a", file: "f.docx", bytes: makeWord(body + odd, "", extra) });
    expect(output!.text!.split("\n\n").slice(4)).toEqual(["Boxed.", "The ferry sails & waits.", "A note."]);
    expect(output!.aside).toEqual([{ text: "The Tolm Gazette", reason: "boilerplate" }]);
  });

  it("says what is wrong with a damaged one", async () => {
    const whole = makeWord(body);
    expect(await codeOf("f.docx", makeZip([{ name: "word/document.xml", content: "nothing" }]))).toEqual([
      "error read.damaged",
    ]);
    expect(await codeOf("f.docx", Buffer.concat([whole.subarray(0, 400), whole.subarray(600)]))).toEqual([
      "error read.damaged",
    ]);
  });

  it("refuses one that is too deep, and one that swells", async () => {
    const deep = `${"<w:tbl><w:tr><w:tc>".repeat(20_000)}${paragraph("Deep down.")}`;
    expect(await codeOf("f.docx", makeWord(body + deep))).toEqual(["error read.damaged"]);
    const swollen = makeWord(body, "", [{ name: "word/footnotes.xml", content: Buffer.alloc(40 * 1024 * 1024, 32) }]);
    expect(await codeOf("f.docx", swollen)).toEqual(["error read.bomb"]);
  });
});

describe("OpenDocument", () => {
  const body = `<text:p text:style-name="P1">A second ferry a day</text:p>${prose.map((text) => `<text:p>${text.replace(" ", "<text:s/>")}<office:annotation><text:p>no</text:p></office:annotation></text:p>`).join("")}`;

  it("gives title, paragraphs and properties", async () => {
    const meta = "<meta:creation-date>2029-03-07</meta:creation-date><dc:creator>Ilja Petrov</dc:creator>";
    expect(await articleOf("ferry.odt", makeOpenDocument(body, meta))).toMatchObject({
      title: "A second ferry a day",
      authors: ["Ilja Petrov"],
      published: "2029-03-07",
      text: prose.join("\n\n"),
    });
  });

  it("says that it is locked", async () => {
    expect(await codeOf("f.odt", makeOpenDocument("", "", "<manifest:encryption-data/>"))).toEqual([
      "error read.password",
    ]);
  });
});

describe("EPUB", () => {
  const chapters = {
    "two.xhtml": `<html><body class="x"><h1>A second ferry a day</h1><p>${prose[0]}</p></body></html>`,
    "one%20b.xhtml": `<html><body>${prose
      .slice(1)
      .map((text) => `<p>${text}</p>`)
      .join("")}</body></html>`,
  };
  const metadata =
    "<dc:title>A second ferry a day</dc:title><dc:creator>Ilja Petrov</dc:creator><dc:publisher>The Tolm Gazette</dc:publisher><dc:date>2029-03-07</dc:date>";

  it("reads the chapters in order and what the book states", async () => {
    const { "one%20b.xhtml": second, ...first } = chapters;
    expect(await articleOf("week.epub", makeEpub({ ...first, "b.xhtml": second! }, metadata))).toMatchObject({
      title: "A second ferry a day",
      authors: ["Ilja Petrov"],
      outlet: "The Tolm Gazette",
      published: "2029-03-07",
      text: prose.join("\n\n"),
    });
  });

  it("says that it is locked or has no contents", async () => {
    const secret = '<encryption><CipherReference URI="OEBPS/two.xhtml"/></encryption>';
    expect(await codeOf("b.epub", makeEpub({ "two.xhtml": "xx" }, "", secret))).toEqual(["error read.password"]);
    expect(await codeOf("b.epub", makeZip([{ name: "META-INF/container.xml", content: "<container/>" }]))).toEqual([
      "error read.damaged",
    ]);
  });
});

describe("what a feed says of a document", () => {
  it("stands behind what its format states", async () => {
    const mail = `From: Ana Novak <a@x.example>\r\nSubject: Ferries\r\n\r\n${prose.join("\r\n\r\n")}`;
    const hints = { feeds: { f: { title: "Two ferries a day", published: "2029-03-04" } } };
    const input = { id: "a", file: "a.eml", bytes: Buffer.from(mail), hints };
    const { output } = await readDocument(input);
    expect(output).toMatchObject({ title: "Ferries", published: "2029-03-04" });
    expect(output?.evidence.published?.from).toBe("feed");
    expect(output?.evidence.title?.from).toBe("format");
  });
});

describe("a record of a data file", () => {
  it("states what its fields say, in many names", async () => {
    const record = {
      Headline: "A second ferry a day",
      byline: "By Ilja Petrov and Ana Novak",
      source: { id: null, name: "The Tolm Gazette" },
      publishedAt: "2029-03-07T10:00:00Z",
      url: "https://gazette.example/ferry",
      content: prose.join("\n\n"),
    };
    expect(await articleOf("s.jsonl#1", JSON.stringify(record))).toMatchObject({
      title: "A second ferry a day",
      authors: ["Ilja Petrov", "Ana Novak"],
      outlet: "The Tolm Gazette",
      published: "2029-03-07T10:00Z",
      url: "https://gazette.example/ferry",
      text: prose.join("\n\n"),
    });
  });

  it("states what the columns hold that it was said of, whatever they are called, before the usual names", async () => {
    const record = {
      Kop: "Ferries",
      Title: "Row 7",
      Stuk: prose.join("\n\n"),
      Html: "<p>Not this.</p>",
      Date: "2029-03-07",
    };
    const columns = { text: "Stuk", title: "kop" } as const;
    const input = { id: "a", file: "t.csv#2", bytes: Buffer.from(JSON.stringify(record)), hints: { columns } };
    const { output } = await readDocument(input);
    expect(output).toMatchObject({ title: "Ferries", published: "2029-03-07", text: prose.join("\n\n") });
    const nested = { data: { body: prose, by: [{ name: "Ilja Petrov" }] } };
    const paths = { text: "data.body", authors: "data.by" } as const;
    const deep = { ...input, bytes: Buffer.from(JSON.stringify(nested)), hints: { columns: paths } };
    expect((await readDocument(deep)).output).toMatchObject({ authors: ["Ilja Petrov"], text: prose.join("\n\n") });
  });

  it("reads a page in a field as a page", async () => {
    const record = { title: "Ferries", body: prose.map((text) => `<p>${text}</p>`).join("") };
    expect(await articleOf("s.jsonl#1", JSON.stringify(record))).toMatchObject({
      title: "Ferries",
      text: prose.join("\n\n"),
    });
  });

  it("does not choose between two readings of a date, and takes numbers for seconds", async () => {
    const text = prose.join("\n\n");
    expect(await articleOf("t.csv#2", JSON.stringify({ text, date: "03/04/2029" }))).toMatchObject({
      published: null,
      publishedWithin: { earliest: "2029-03-04", latest: "2029-04-03" },
    });
    expect((await articleOf("t.csv#2", JSON.stringify({ text, timestamp: 1867305600 }))).published).toBe(
      "2029-03-04T08:00Z",
    );
  });
});

describe("PDF", () => {
  it("says that it is damaged, locked, only pictures, or a bomb", async () => {
    expect(await codeOf("x.pdf", "%PDF-1.7\nnothing more")).toEqual(["error read.damaged"]);
    const encrypt =
      "<< /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >>";
    const locked = makePdf([[]], {
      extra: [encrypt],
      trailer: "/Encrypt 6 0 R /ID [(0123456789abcdef) (0123456789abcdef)]",
    });
    expect(await codeOf("x.pdf", locked)).toEqual(["error read.password"]);
    const { diagnostics } = await read("scan.pdf", makePdf([[], []]));
    expect(diagnostics[0]).toMatchObject({ code: "read.no-text", remedy: expect.stringContaining("OCR") });
    const stream = deflateSync(Buffer.alloc(200 * 1024 * 1024, 32), { level: 1 }).toString("latin1");
    const bomb = makePdf([[]], {
      extra: [`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream}\nendstream`],
    });
    expect(await codeOf("x.pdf", bomb)).toEqual(["error read.bomb"]);
  });

  it("is none where a text speaks of one", async () => {
    expect(
      (await articleOf("x.txt", `A file begins with %PDF-1.7 when it is one.\n\n${prose.join("\n\n")}`)).text,
    ).toContain("begins with");
  });

  it("is a page when its name lies", async () => {
    expect((await articleOf("x.pdf", `<!doctype html><article><p>${prose.join("</p><p>")}</p></article>`)).text).toBe(
      prose.join("\n\n"),
    );
  });
});

describe("any bytes", () => {
  it("are converted, left alone or refused with a word", async () => {
    const starts = fc.constantFrom("", "%PDF-1.4\n", "PK\u0003\u0004", "WARC/1.0\r\n", "MIME-Version: 1.0\r\n", "{");
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const { output, diagnostics } = await read("a", Buffer.concat([Buffer.from(start, "latin1"), rest]));
        expect(output !== null || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
