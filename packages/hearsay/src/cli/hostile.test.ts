import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeZip } from "../model/testing/zip.js";
import { makeWord, paragraph } from "../read/formats/testing/office.js";
import { makePdf } from "../read/formats/testing/pdf.js";
import { main } from "./main.js";

const [mega, sentence] = [
  1024 * 1024,
  "The ferry from Tolm to Lund will run twice a day from Monday, the office said.",
];
const locked = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(600),
  Buffer.from("EncryptedPackage", "utf16le"),
]);
const entities = Array.from(
  { length: 20 },
  (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? "x" : `b${i - 1}`};`.repeat(10)}">`,
);
const nested = (): Buffer => {
  let zip = makeZip(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.html`, content: Buffer.alloc(4 * mega, 97) })));
  for (let depth = 0; depth < 2; depth++)
    zip = makeZip(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.zip`, content: zip })));
  return zip;
};
const encrypted = makePdf([[]], {
  extra: [
    "<< /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >>",
  ],
  trailer: "/Encrypt 6 0 R /ID [(0123456789abcdef) (0123456789abcdef)]",
});
const warc =
  "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Type: application/http\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>w";

/** A file, what must be said of it, and whether an article is read all the same. */
const bad: readonly (readonly [
  name: string,
  content: () => string | Uint8Array,
  said: RegExp | null,
  read: boolean,
])[] = [
  ["nested.html", () => `<body>${"<div>".repeat(10_000)}<p>${sentence}`, /nested too deep .*\[read\.truncated\]/, true],
  ["deep.html", () => `<body>${"<table><tr><td><b>".repeat(250_000)}words`, /nested too deep/, true],
  ["comments.html", () => "<!--".repeat(mega), /\[read\.no-article\]/, false],
  ["line.txt", () => Buffer.alloc(100 * mega, 97), /100 MB: larger than 50 MB.*\[source\.too-large\]/, false],
  ["word.txt", () => Buffer.alloc(49 * mega, 97), /Only the first 5000000 of 51380224 characters/, false],
  ["lying.docx", () => `<html><p>${sentence}</p></html>`, null, true],
  ["lying.html", () => makePdf([[], []]), /its 2 pages are pictures.*\[read\.no-text\]\n {2}.*OCR/, false],
  ["lying.zip", () => sentence, null, true],
  [
    "bomb.zip",
    () => makeZip([{ name: "a.html", content: Buffer.alloc(60 * mega, 32) }]),
    /a\.html: 60 MB: larger/,
    false,
  ],
  ["nested.zip", nested, /nested\.zip: It unpacks to more than 256 MB.*\[source\.bomb\]/, false],
  ["thrice.gz", () => gzipSync(gzipSync(gzipSync(Buffer.alloc(100 * mega)))), /\[source\.too-large\]/, false],
  ["locked.docx", () => locked, /protected by a password.*\[source\.password\]/, false],
  ["locked.pdf", () => encrypted, /protected by a password.*\[read\.password\]/, false],
  ["entities.docx", () => makeWord(paragraph(`&b19; ${entities.join("")}`)), /\[read\.no-article\]/, false],
  [
    "entities.rss",
    () => `<!DOCTYPE rss [${entities.join("")}]><rss><channel><item><title>&b19;</title></item></channel></rss>`,
    /neither an address nor a text/,
    false,
  ],
  [
    "broken.rss",
    () => "<rss><channel><item><title>F</title><link>",
    /breaks off or is not well-formed: 1 entry could/,
    false,
  ],
  ["cut.warc", () => warc, /stops in the middle of a record.*\[source\.truncated\]/, false],
  ["deep.json", () => "[".repeat(5 * mega), /\[source\.not-json\]/, false],
  [
    "open.csv",
    () => `text,title\n"${"a,b\n".repeat(6 * mega)}`,
    /quotation mark .* is never closed.*\[source\.damaged\]/,
    false,
  ],
  ["zeros.txt", () => Buffer.alloc(mega), /\[read\.binary\]/, false],
  ["memo.rtf", () => "{\\rtf1 words}", /RTF files are not read\. .*\n {2}Save it as \.docx/, false],
  ["box.7z", () => Buffer.from("377abcaf271c", "hex"), /7-Zip files are not read\. .*\n {2}Unpack it/, false],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-hostile-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(bad)(
  "%s is told clearly, in bounded time and memory",
  async (name, content, said, read) => {
    const path = join(folder, name);
    writeFileSync(path, content());
    let [out, err] = ["", ""];
    const [began, before] = [performance.now(), process.memoryUsage().rss];
    const status = await main(["add", "-s", join(folder, `${name}.hearsay`), path], {
      stdin: Readable.from([]),
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      env: { HEARSAY_HOME: folder },
      now: () => "2031-03-16T08:00:00Z",
    });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(1_000 * mega);
    if (said === null) expect([status, err]).toEqual([0, ""]);
    else expect(err).toMatch(said);
    if (read) expect(out).toMatch(/^1 added/);
    else if (name !== "nested.zip") expect(out).toMatch(/^0 added/);
  },
  60_000,
);
