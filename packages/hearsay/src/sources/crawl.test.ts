import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { makeZip } from "../model/testing/zip.js";
import { all, captures, codes, item, long, on, paths, rss, textOf } from "./testing/gathering.js";
import type { Answering } from "./testing/server.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("adding a page", () => {
  it("keeps what the server says of it beside its bytes", async () => {
    const { at } = await on({
      "/story": (_, response) =>
        response.writeHead(200, { "content-type": "text/html; charset=koi8-r", etag: '"1"' }).end("<p>words</p>"),
    });
    expect(captures(await all([at("/story")]))).toMatchObject([
      {
        ...{ place: at("/story"), retrieved: "2026-03-01T08:00:00Z", hints: { charset: "koi8-r" } },
        validators: { url: at("/story"), etag: '"1"', modified: null },
      },
    ]);
  });

  it("takes a document as it is, and an archive apart", async () => {
    const zip = makeZip([
      { name: "in/one.html", content: "<p>one</p>" },
      { name: "two.txt", content: "two" },
    ]);
    const { at } = await on({
      "/a.pdf": (_, response) => response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7 …"),
      "/b.zip": (_, response) => response.writeHead(200, { "content-type": "application/zip" }).end(zip),
    });
    expect(paths(await all([at("/a.pdf"), at("/b.zip")]))).toEqual(["/a.pdf", "/b.zip/in/one.html", "/b.zip/two.txt"]);
  });

  it("reads a gzipped archive as one, and follows no feed in an archive", async () => {
    const zip = makeZip([
      { name: "feed.rss", content: rss(item("http://10.0.0.1/x")) },
      { name: "a.txt", content: "a" },
    ]);
    const { at } = await on({
      "/z.zip": (_, response) => response.end(zip),
      "/a.gz": (_, r) => r.end(gzipSync("words")),
    });
    const found = await all([at("/z.zip"), at("/a.gz"), at("/a.gz#part")]);
    expect(paths(found)).toEqual(["/a.gz", "/z.zip/a.txt"]);
    expect(codes(found)).toEqual(["warning feed"]);
    expect(textOf(found, "/a.gz")).toBe("words");
  });

  it("that names a feed reads the page, and nothing else", async () => {
    const { at, asked } = await on({ "/": `<link rel="alternate" type="application/rss+xml" href="/rss"><p>${long}` });
    expect(paths(await all([at("/")]))).toEqual(["/"]);
    expect(asked).toEqual(["/robots.txt", "/"]);
  });

  it("goes by its bytes where the declared type lies", async () => {
    const typed =
      (type: string, body: string): Answering =>
      (_, response) =>
        response.setHeader("content-type", type).end(body);
    const { at } = await on({
      "/page": typed("application/rss+xml", "<html><p>words"),
      "/feed": typed("text/html", rss(item("/one"))),
      "/one": typed("application/octet-stream", "<html><p>words"),
      "/pdf": typed("text/html", "%PDF-1.7"),
    });
    const found = await all([at("/page"), at("/feed"), at("/pdf")]);
    expect(paths(found)).toEqual(["/one", "/page", "/pdf"]);
    expect(codes(found)).toEqual([]);
  });

  it("asks only for what has changed, and says so when nothing has", async () => {
    const { at } = await on({
      "/": (request, response) =>
        response.writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 200).end("page"),
    });
    const lastFound = async () => ({
      hash: "h1",
      hints: {},
      validators: { url: at("/"), etag: '"1"', modified: null },
    });
    expect(await all([at("/")], { lastFound })).toMatchObject([
      { capture: null, file: at("/"), diagnostics: [], unchanged: { hash: "h1" }, slow: true },
    ]);
  });

  it("fetches each address once, and hosts side by side", async () => {
    const waiting: (() => void)[] = [];
    const both: Answering = (_, response) => {
      waiting.push(() => response.end("<p>words</p>"));
      if (waiting.length === 2) for (const answer of waiting) answer();
    };
    const [one, other] = [await on({ "/": both }), await on({ "/": both })];
    const found = await all([one.at("/"), one.at("/#top"), other.at("/"), one.at("/")]);
    expect(captures(found)).toHaveLength(2);
  });
});

describe("adding a feed", () => {
  it("fetches the newest of what it lists, with what the feed says of them", async () => {
    const dated = [1, 3, 2].map((day) => item(`/${day}`, `<title>T${day}</title><pubDate>0${day} Jun 2025</pubDate>`));
    const { at, asked } = await on({ "/rss": rss(...dated), "/1": "one", "/2": "two", "/3": "three" });
    const found = await all([at("/rss")], { limit: 2 });
    expect(paths(found)).toEqual(["/2", "/3"]);
    expect(asked).toEqual(["/robots.txt", "/rss", "/3", "/2"]);
    expect(captures(found)[0]?.hints).toEqual({ feeds: { [at("/rss")]: { title: "T3", published: "2025-06-03" } } });
    expect(codes(found)).toEqual(["info feed"]);
  });

  it("from a file or standard input works alike", async () => {
    const { at } = await on({ "/1": "one", "/2": "two" });
    const folder = mkdtempSync(join(tmpdir(), "hearsay-feeds-"));
    folders.push(folder);
    writeFileSync(join(folder, "saved.xml"), rss(item(at("/1"))));
    writeFileSync(join(folder, "a.txt"), "words");
    const found = await all([join(folder, "saved.xml"), join(folder, "a.txt"), "-"], {
      stdin: Readable.from([Buffer.from(rss(item(at("/2"))))]),
    });
    expect(
      captures(found)
        .map(({ place }) => place)
        .sort(),
    ).toEqual([join(folder, "a.txt"), at("/1"), at("/2")].sort());
  });

  it("uses the feed's own text where the page cannot be had, and says so", async () => {
    const { at } = await on({
      "/rss": rss(
        item("/gone", `<title>Ferry</title><description>&lt;p&gt;${long}&lt;/p&gt;</description>`),
        item("/short", "<description>Read on.</description>"),
        `<item><guid isPermaLink="false">n7</guid><description>${long}</description></item>`,
        "<item><title>Nothing</title></item>",
      ),
    });
    const found = await all([at("/rss")]);
    expect(
      captures(found)
        .map(({ place }) => place)
        .sort(),
    ).toEqual([at("/gone"), `${at("/rss")}#n7`].sort());
    expect(textOf(found, "/gone")).toBe(`<article>\n<p>${long}</p>\n</article>\n`);
    expect(captures(found).find(({ place }) => place === at("/gone"))?.hints).toEqual({
      charset: "utf-8",
      feeds: { [at("/rss")]: { title: "Ferry" } },
      fromFeed: true,
    });
    expect(codes(found)).toEqual(["error status", "warning feed", "warning from-feed"]);
  });

  it("does not put an excerpt in the place of a page that was had before", async () => {
    const { at } = await on({ "/rss": rss(item("/gone", `<description>${long}</description>`)) });
    const found = await all([at("/rss")], { lastFound: async () => ({ hash: "h1", hints: {}, validators: null }) });
    expect(captures(found)).toEqual([]);
    expect(codes(found)).toEqual(["error status"]);
    const own = { hash: "h1", hints: { fromFeed: true }, validators: null } as const;
    expect(captures(await all([at("/rss")], { lastFound: async () => own }))).toHaveLength(1);
  });

  it("reaches no private address through it", async () => {
    const { at } = await on({
      "/rss": rss(item("http://10.0.0.1/a"), item("http://127.0.0.2/b"), item("file:///etc/passwd")),
    });
    const found = await all([at("/rss")]);
    expect(captures(found)).toEqual([]);
    expect(codes(found)).toEqual(["error private", "error private", "warning feed"]);
  });

  it("says what is wrong with it", async () => {
    const { at } = await on({
      "/empty": rss(),
      "/cut": rss(item("/1"), item("/2")).slice(0, -25),
      "/broken": "<rss><chan",
      "/1": "one",
      "/2": "two",
      "/loop": rss(item("/empty")),
    });
    expect(codes(await all([at("/empty")]))).toEqual(["warning empty-feed"]);
    expect(codes(await all([at("/cut")]))).toEqual(["warning broken-feed"]);
    expect(codes(await all([at("/broken")]))).toEqual(["error broken-feed"]);
    expect(codes(await all([at("/loop")]))).toEqual(["error feed"]);
  });
});

describe("adding lists of lists", () => {
  it("follows the feeds of an OPML file, and no circle of them", async () => {
    const { at } = await on({
      "/opml": '<opml><body><outline xmlUrl="/a"/><outline xmlUrl="/b"/><outline xmlUrl="/opml"/></body></opml>',
      ...{ "/a": rss(item("/1")), "/b": rss(item("/1"), item("/2")), "/1": "one", "/2": "two" },
    });
    expect(paths(await all([at("/opml")]))).toEqual(["/1", "/2"]);
  });

  it("reads an index of sitemaps from the newest on until there is enough, gzipped ones too", async () => {
    const sitemap = (name: string, day: number) =>
      `<sitemap><loc>/${name}</loc><lastmod>2025-06-0${day}</lastmod></sitemap>`;
    const urls = (...names: readonly string[]) =>
      `<urlset>${names.map((name) => `<url><loc>/${name}</loc></url>`).join("")}</urlset>`;
    const { at, asked } = await on({
      "/index": `<sitemapindex>${sitemap("old", 1)}${sitemap("new", 3)}${sitemap("mid", 2)}${sitemap("gone", 4)}</sitemapindex>`,
      "/new": (_, response) => response.setHeader("content-type", "application/gzip").end(gzipSync(urls("1", "2"))),
      "/mid": urls("3", "4"),
      "/old": urls("5"),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/${n}`, `page ${n}`])),
    });
    const found = await all([at("/index")], { limit: 3 });
    expect(paths(found)).toEqual(["/1", "/2", "/3"]);
    expect(asked).not.toContain("/old");
    expect(codes(found)).toEqual(["error status", "info feed"]);
  });
});
