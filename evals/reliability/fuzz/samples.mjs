// What is mutated: our own sample pages, and files in every format made from them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, strToU8, zipSync } from "fflate";
import { packTar } from "modern-tar";
import { root } from "./places.mjs";

const folder = join(root, "stories/cable/articles");
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** Articles as pages and as flat scrapes, as text. */
export const pages = files.filter(({ name }) => name.endsWith(".html")).map(({ bytes }) => bytes.toString("utf8"));
export const scrapes = files.filter(({ name }) => name.endsWith(".txt")).map(({ bytes }) => bytes.toString("utf8"));
export const texts = [...pages, ...scrapes];

const mail = (text) =>
  `From: Ana Novak <ana@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?Q?F=C3=A4hre?= late\r\nDate: Tue, 4 Feb 2031 08:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${text.replaceAll("=", "=3D")}\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>${text}</p>\r\n--x--\r\n`;
const saved = (page) =>
  `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="y"\r\n\r\n--y\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://gazette.example/a.html\r\n\r\n${Buffer.from(page).toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n--y--\r\n`;
const word = (text) =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs(text, (p) => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`)}</w:body></w:document>`,
    ),
  });
const openDocument = (text) =>
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${paragraphs(text, (p) => `<text:p>${p}</text:p>`)}</office:text></office:body></office:document-content>`,
    ),
  });
const book = (text) =>
  zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(
      '<container><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    "b.opf": strToU8(
      '<package><metadata><dc:title>Cable</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    "a.xhtml": strToU8(`<html><body>${paragraphs(text, (p) => `<p>${p}</p>`)}</body></html>`),
  });
const paragraphs = (text, make) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 40)
    .map((line) => make(line.replace(/[&<>]/g, " ")))
    .join("");

/** A page in a web archive. */
const warc = (page) => {
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-02-04T08:00:00Z\r\nWARC-Target-URI: https://gazette.example/a\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`;
};

async function portable(text) {
  const { default: Pdf } = await import("pdfkit");
  // No clock: the same file on every run.
  const pdf = new Pdf({ info: { CreationDate: new Date(0), Title: "Cable" } });
  const chunks = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  pdf.text(text).addPage().text(text.slice(0, 400), { columns: 2 });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Documents: a name and bytes. */
export async function documents() {
  const text = scrapes[0];
  const made = [
    ["a.eml", strToU8(mail(text))],
    ["a.mhtml", strToU8(saved(pages[0]))],
    ["a.docx", word(text)],
    ["a.odt", openDocument(text)],
    ["a.epub", book(text)],
    ["a.pdf", await portable(text)],
  ];
  return made.map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
}

/** Archives, mailboxes, tables: a name and bytes. */
export async function containers() {
  const entries = Object.fromEntries(files.slice(0, 4).map(({ name, bytes }) => [name, bytes]));
  const tar = await packTar(
    files.slice(0, 3).map(({ name, bytes }) => ({ header: { name, size: bytes.length, type: "file" }, body: bytes })),
  );
  const line = (text) => JSON.stringify({ title: "Cable", text, url: "https://gazette.example/a", date: "2031-02-04" });
  const table = `title,text,published\n${scrapes.map((text) => `Cable,"${text.replaceAll('"', '""')}",2031-02-04`).join("\n")}\n`;
  const made = [
    ["a.zip", zipSync(entries)],
    ["deep.zip", zipSync({ "a.zip": zipSync(entries), "b.html": files[1].bytes })],
    ["a.tar", tar],
    ["a.tar.gz", gzipSync(new Uint8Array(tar))],
    ["a.html.gz", gzipSync(files[1].bytes)],
    ["a.warc", strToU8(warc(pages[0]).repeat(2))],
    ["a.warc.gz", gzipSync(strToU8(warc(pages[1])))],
    [
      "a.mbox",
      strToU8(
        `From ana Tue Feb  4 08:00:00 2031\n${mail(scrapes[1])}\n\nFrom bo Tue Feb  4 08:00:00 2031\n${mail(scrapes[2])}`,
      ),
    ],
    ["a.json", strToU8(`[${scrapes.map(line).join(",")}]`)],
    ["a.jsonl", strToU8(scrapes.map(line).join("\n"))],
    ["a.csv", strToU8(table)],
    ["a.tsv", strToU8(table.replaceAll(",", "\t"))],
  ];
  return made.map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
}

/** Feeds and lists, and what robots are told. */
export const feeds = [
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><link>https://gazette.example/</link><item><title>Cable</title><link>https://gazette.example/a</link><pubDate>Tue, 04 Feb 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;Late.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Late again.</p>]]></content:encoded></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title type="html">Cable</title><link href="a"/><updated>2031-02-04T08:00:00Z</updated><author><name>Ana</name></author><content type="xhtml"><div><p>Late.</p></div></content></entry></feed>`,
  `{"version":"https://jsonfeed.org/version/1.1","title":"Gazette","items":[{"id":"1","url":"https://gazette.example/a","content_html":"<p>Late.</p>","date_published":"2031-02-04T08:00:00Z"}]}`,
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://gazette.example/a</loc><lastmod>2031-02-04</lastmod></url></urlset>`,
  `<sitemapindex><sitemap><loc>https://gazette.example/s.xml</loc></sitemap></sitemapindex>`,
  `<opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://gazette.example/rss"/></outline></body></opml>`,
];
export const robots =
  "User-agent: *\nDisallow: /private/*.html$\nCrawl-delay: 2\nAllow: /\nSitemap: https://gazette.example/s.xml\n";

/** Files of other programs. */
export const foreign = [
  "TY  - NEWS\nTI  - Cable\nAU  - Novak, Ana\nPY  - 2031/02/04\nAB  - Late again.\nUR  - https://gazette.example/a\nER  - \n",
  '[{"type":"article-newspaper","title":"Cable","author":[{"family":"Novak","given":"Ana"}],"issued":{"date-parts":[[2031,2,4]]},"abstract":"Late again.","URL":"https://gazette.example/a"}]',
  '{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","@id":"a","headline":"Cable","articleBody":"Late again.","datePublished":"2031-02-04"}]}',
  '{"id":"1","schema":"Article","properties":{"title":["Cable"],"bodyText":["Late again."],"publishedAt":["2031-02-04"]}}\n',
  '{"Event":{"info":"Cable","Attribute":[{"type":"link","value":"https://gazette.example/a"},{"type":"text","value":"Late."}],"Object":[{"name":"news","Attribute":[]}]}}',
  '[{"title":"Cable","news_items":[{"title":"Late","content":"Late again.","link":"https://gazette.example/a","published":"2031-02-04"}]}]',
];
