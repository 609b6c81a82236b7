import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { convert } from "./index.js";
import { fromRecord } from "./record.js";
import { column, makePdf } from "./testing/pdf.js";
import { articleOf, codeOf, prose, readFile as read } from "./testing/reading.js";

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

  it("finds the head of a forwarded page", async () => {
    const quote = `<div>---------- Forwarded message ---------<br>From: <b>Straits News Agency</b> <span>&lt;<a href="mailto:w@s.example">w@s.example</a>&gt;</span><br>Date: Tue, Mar 6, 2029 at 6:20 PM<br>Subject: Ferries to run<br></div>`;
    const mail = `${head}Subject: Fwd: Ferries\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${quote}${html}\r\n`;
    expect(await articleOf("m.eml", mail)).toMatchObject({
      title: "Ferries to run",
      outlet: "Straits News Agency",
      published: "2029-03-06T18:20",
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
      bytes: Buffer.from(`Subject: ferries\nFrom: Tolm\n\n${prose[0]}`),
    });
    expect(output!.bytes).toBeDefined();
  });

  it("refuses one made of crumbs before it costs time", async () => {
    expect(await codeOf("m.eml", `${head}\r\n${"\n".repeat(200_000)}`)).toEqual(["error read.damaged"]);
    const many = "--b\r\n\r\n".repeat(5_000);
    expect(await codeOf("m.eml", `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${many}`)).toEqual([
      "error read.damaged",
    ]);
  });

  it("weighs a page of many styles that nothing ends in time, and leaves out those that end", async () => {
    const page = (styles: string) =>
      `${head}Subject: Ferries\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${styles}${html}\r\n`;
    expect(await codeOf("m.eml", page("<style>\r\n".repeat(40_000)))).toEqual(["error read.no-article"]);
    const article = await articleOf("m.eml", page("<STYLE>p{}</style>\r\n".repeat(2_000)));
    expect(article.text).toBe(prose.join("\n\n"));
  });

  it("takes no time for a sender who is nothing but brackets", async () => {
    const [from, ...rest] = head.split("\r\n");
    const sender = from!.replace("The Tolm Gazette", `"${"<".repeat(100_000)}"`);
    const mail = `${rest.join("\r\n")}Subject: Ferries\r\n${sender}\r\n\r\n${prose[0]}\r\n`;
    expect(await articleOf("m.eml", mail)).toMatchObject({ title: "Ferries", authors: [], text: prose[0] });
  });

  it("survives parts in parts in parts", async () => {
    const deep = Array.from(
      { length: 500 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join("");
    expect(await codeOf("m.eml", `MIME-Version: 1.0\r\nFrom: a@b.c\r\n${deep}`)).toEqual(["error read.damaged"]);
  });
});

describe("a record", () => {
  it("has no title in lists of lists without end", () => {
    const record = (title: string) => fromRecord(Buffer.from(`{"text":"Late.","title":${title},"author":${title}}`));
    expect(record(`${"[".repeat(50_000)}${"]".repeat(50_000)}`)?.stated).toMatchObject({ title: null, authors: [] });
    expect(record('[{"name":"Ana Novak"}]')?.stated).toMatchObject({ title: "Ana Novak", authors: ["Ana Novak"] });
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

  it("reads its address as UTF-8", async () => {
    const bytes = record("Content-Type: text/html", plain).toString("latin1").replace("2029/ferry", "f\u00c3\u00a4hre");
    expect((await articleOf("c.warc#1", Buffer.from(bytes, "latin1"))).url).toBe("https://gazette.example/f\u00e4hre");
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

  it("keeps what the server said where a document says nothing of it", async () => {
    const pdf = makePdf([column(72, 700, ["The ferry is late again today."])], { info: { Author: "Ilja Petrov" } });
    const http = "Content-Type: application/pdf\r\nLast-Modified: Wed, 07 Mar 2029 10:00:00 GMT";
    expect(await articleOf("c.warc#1", record(http, pdf))).toMatchObject({
      authors: ["Ilja Petrov"],
      modified: "2029-03-07T10:00Z",
    });
  });

  it("refuses a page that swells", async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024), { level: 1 });
    expect(await codeOf("c.warc#1", record("Content-Encoding: gzip", bomb))).toEqual(["error read.bomb"]);
  });
});
