import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeZip } from "../../model/testing/zip.js";
import { readDocument } from "../document.js";
import { convert } from "./index.js";
import { makeEpub, makeOpenDocument, makeWord, paragraph } from "./testing/office.js";
import { column, makePdf } from "./testing/pdf.js";

const prose = [
  "The ferry from Tolm to Lund will run twice a day from Monday, the harbour office said on Wednesday.",
  "The second crossing had been dropped in the autumn, when the older of the two ships was laid up for repairs.",
  "“Both ships are sound again,” said Ana Novak, who leads the office. “We expect full decks by the end of the month.”",
];

const bytesOf = (content: string | Uint8Array): Uint8Array => Buffer.from(content as Uint8Array);
const read = async (file: string, content: string | Uint8Array) =>
  readDocument({ id: "a", file, bytes: bytesOf(content) });
const articleOf = async (file: string, content: string | Uint8Array) => (await read(file, content)).output!;
const codeOf = async (file: string, content: string | Uint8Array) =>
  (await read(file, content)).diagnostics.map(({ severity, code }) => `${severity} ${code}`);

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

  it("says what is wrong with a damaged one", async () => {
    const whole = makeWord(body);
    expect(await codeOf("f.docx", makeZip([{ name: "word/document.xml", content: "<w:document>" }]))).toEqual([
      "error read.damaged",
    ]);
    expect(await codeOf("f.docx", makeWord(`${body}<w:p><w:r>`))).toHaveLength(1);
    expect(await codeOf("f.docx", Buffer.concat([whole.subarray(0, 400), whole.subarray(600)]))).toEqual([
      "error read.damaged",
    ]);
  });

  it("refuses one that swells", async () => {
    const swollen = makeWord(body, "", [{ name: "word/footnotes.xml", content: Buffer.alloc(20 * 1024 * 1024, 32) }]);
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

describe("e-mail", () => {
  const html = `<h1>A second ferry a day</h1>${prose.map((text) => `<p>${text}</p>`).join("")}`;
  const head =
    "From: The Tolm Gazette <news@example.org>\r\nTo: you@example.com\r\nDate: Wed, 7 Mar 2029 10:00:00 +0100\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n";
  const parts = (second: string) =>
    `${head}Subject: =?utf-8?Q?A_second_ferry_=E2=80=93_a_day?=\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe page says it better.\r\n--b\r\n${second}\r\n--b--\r\n`;

  it("takes the page of a newsletter, and sender, subject and date from its head", async () => {
    const quoted = Buffer.from(html).toString("base64");
    const mail = parts(`Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${quoted}`);
    expect(await articleOf("m.eml", mail)).toMatchObject({
      title: "A second ferry – a day",
      outlet: "The Tolm Gazette",
      published: "2029-03-07T10:00+01:00",
      text: prose.join("\n\n"),
    });
  });

  it("takes the text where the page says nothing, and a person for an author", async () => {
    const mail = `${head.replace("The Tolm Gazette", "Ilja Petrov")}Subject: Ferries\r\n\r\n${prose.join("\r\n\r\n")}\r\n`;
    expect(await articleOf("box.mbox#2", mail)).toMatchObject({
      title: "Ferries",
      authors: ["Ilja Petrov"],
      text: prose.join("\n\n"),
    });
  });

  it("gives a forwarded article the name and date it was first sent with", async () => {
    const inner = `---------- Forwarded message ---------\r\nFrom: Straits News Agency <wire@example.net>\r\nDate: Tue, 6 Mar 2029 at 18:20\r\nSubject: Ferries\r\nTo: <ilja@example.org>\r\n\r\n${prose.join("\r\n\r\n")}`;
    const mail = `${head}Subject: Fwd: Ferries\r\n\r\n${inner}\r\n`;
    expect(await articleOf("m.eml", mail)).toMatchObject({
      title: "Ferries",
      outlet: "Straits News Agency",
      published: expect.stringMatching(/^2029-03-06/),
    });
  });

  it("names attachments that were not read", async () => {
    const file =
      "Content-Type: application/pdf; name=full.pdf\r\nContent-Disposition: attachment; filename=full.pdf\r\n\r\n%PDF";
    const { diagnostics } = await read("m.eml", parts(file).replace("alternative", "mixed"));
    expect(diagnostics[0]).toMatchObject({ code: "read.attachment", message: "An attachment was not read: full.pdf." });
  });

  it("does not take an article that begins with a label for one", async () => {
    const { output } = await convert({
      id: "a",
      file: "a.txt",
      bytes: bytesOf(`Subject: ferries\nFrom: Tolm\n\n${prose[0]}`),
    });
    expect(output!.bytes).toBeDefined();
  });

  it("survives parts in parts in parts", async () => {
    const deep = Array.from(
      { length: 500 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join("");
    expect(await codeOf("m.eml", `MIME-Version: 1.0\r\nFrom: a@b.c\r\n${deep}`)).toEqual(["error read.damaged"]);
  });
});

describe("MHTML", () => {
  const saved = (part: string) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/ferry\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--X"\r\n\r\n----X\r\n${part}\r\n----X\r\nContent-Type: text/html\r\n\r\n<p>A frame with an advertisement in it</p>\r\n----X--\r\n`;

  it("takes the page with its address and leaves its frames out", async () => {
    const page = `<html><body><article><h1>A second ferry a day</h1><p>${prose.join("</p><p>").replaceAll("=", "=3D")}</p></article></body></html>`;
    const part = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://gazette.example/ferry\r\n\r\n${page}`;
    const article = await articleOf("ferry.mhtml", saved(part));
    expect(article).toMatchObject({
      url: "https://gazette.example/ferry",
      title: "A second ferry a day",
      text: prose.join("\n\n"),
    });
  });

  it("says that there is no page", async () => {
    const empty =
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--";
    expect(await codeOf("x.mht", empty)).toEqual(["error read.no-page"]);
  });
});

describe("a record of a web archive", () => {
  const html = `<article><h1>A second ferry a day</h1>${prose.map((text) => `<p>${text}</p>`).join("")}</article>`;
  const record = (http: string, body: Uint8Array) => {
    const answer = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${http}\r\n\r\n`), body]);
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/2029/ferry\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${answer.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), answer]);
  };
  const plain = Buffer.from(html);

  it.each([
    ["as it is", record("Content-Type: text/html", plain)],
    [
      "in chunks",
      record(
        "Transfer-Encoding: chunked",
        Buffer.concat([Buffer.from(`${plain.length.toString(16)}\r\n`), plain, Buffer.from("\r\n0\r\n\r\n")]),
      ),
    ],
    ["compressed", record("Content-Encoding: gzip", gzipSync(plain))],
    ["said to be compressed, unpacked before", record("Content-Encoding: br\r\nTransfer-Encoding: chunked", plain)],
    ["in the encoding of its head", record("Content-Type: text/html; charset=utf-16le", Buffer.from(html, "utf16le"))],
  ])("gives the page %s and its address", async (_, bytes) => {
    expect(await articleOf("c.warc#1", bytes)).toMatchObject({
      url: "https://gazette.example/2029/ferry",
      title: "A second ferry a day",
      text: prose.join("\n\n"),
    });
  });

  it("gives the date it was last changed", async () => {
    const { modified } = await articleOf("c.warc#1", record("Last-Modified: Wed, 07 Mar 2029 10:00:00 GMT", plain));
    expect(modified).toBe("2029-03-07T10:00Z");
  });

  it("reads a document that was crawled", async () => {
    const bytes = record(
      "Content-Type: application/pdf",
      makePdf([column(72, 700, ["The ferry is late again today."])]),
    );
    expect((await articleOf("c.warc#1", bytes)).text).toBe("The ferry is late again today.");
  });

  it("refuses a page that swells", async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024), { level: 1 });
    expect(await codeOf("c.warc#1", record("Content-Encoding: gzip", bomb))).toEqual(["error read.bomb"]);
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
