import { describe, expect, it } from "vitest";
import type { Found, KeptList } from "../engine/ports.js";
import { all, captures, item, long, on, paths, rss, textOf } from "./testing/gathering.js";
import type { Answering } from "./testing/server.js";

describe("what several feeds say of one page", () => {
  const dated = (link: string, day: number, title: string) =>
    item(link, `<title>${title}</title><pubDate>0${day} Jun 2025</pubDate>`);
  const late =
    (text: string): Answering =>
    (_, response) =>
      setTimeout(() => response.end(text), 60);
  const hintsOf = (found: readonly Found[], path: string) =>
    captures(found).find(({ place }) => place.endsWith(path))?.hints?.feeds;

  it("is kept, whichever answers first, and the page is fetched once", async () => {
    const both = async (a: (text: string) => Answering, b: (text: string) => Answering) => {
      const page = await on({ "/1": "one" });
      const one = await on({ "/a": a(rss(dated(page.at("/1"), 2, "Ferry"))) });
      const other = await on({ "/b": b(rss(dated(page.at("/1"), 3, "Ferry aground"))) });
      const found = await all([one.at("/a"), other.at("/b")]);
      expect(page.asked).toEqual(["/robots.txt", "/1"]);
      return hintsOf(found, "/1");
    };
    const now =
      (text: string): Answering =>
      (_, response) =>
        void response.end(text);
    const said = [await both(now, late), await both(late, now)].map((hints) => Object.values(hints ?? {}));
    expect(said[0]).toHaveLength(2);
    const sorted = said.map((hints) => JSON.stringify(hints.map(({ title }) => title).sort()));
    expect(sorted[0]).toBe(sorted[1]);
  });

  it("reaches a page that was given beside its feed, and one that has not changed", async () => {
    const { at, asked } = await on({
      "/rss": rss(dated("/1", 2, "Ferry"), dated("/2", 3, "Quay")),
      "/1": "one",
      "/2": (request, response) =>
        response
          .writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 200, { etag: '"1"' })
          .end(request.headers["if-none-match"] === '"1"' ? undefined : "two"),
    });
    const lastFound = async (place: string) =>
      place === at("/2") ? { hash: "h2", hints: {}, validators: { url: at("/2"), etag: '"1"', modified: null } } : null;
    const found = await all([at("/1"), at("/rss")], { lastFound });
    expect(asked.filter((path) => path === "/1")).toHaveLength(1);
    const again = found.flatMap((one) => (one.capture === null && one.unchanged ? [one] : []));
    expect(again.map(({ file, unchanged }) => [file, unchanged?.hints?.feeds])).toEqual([
      [at("/2"), { [at("/rss")]: { title: "Quay", published: "2025-06-03" } }],
      [at("/1"), { [at("/rss")]: { title: "Ferry", published: "2025-06-02" } }],
    ]);
    expect(again[1]?.unchanged?.hash).toBe(captures(found).find(({ place }) => place === at("/1"))?.hash);
  });

  it("stands in for a page that was given beside its feed and cannot be had: the longest text", async () => {
    const { at } = await on({
      "/a": rss(item("/gone", `<description>${long} More.</description>`)),
      "/b": rss(item("/gone", `<description>${long}</description>`)),
    });
    for (const places of [
      ["/gone", "/a", "/b"],
      ["/b", "/a"],
    ]) {
      const found = await all(places.map(at));
      expect(textOf(found, "/gone")).toBe(`${long} More.`);
    }
  });
});

describe("a feed fetched before", () => {
  const versioned =
    (text: string): Answering =>
    (request, response) => {
      response.setHeader("etag", '"f1"');
      if (request.headers["if-none-match"] === '"f1"') response.writeHead(304).end();
      else response.end(text);
    };

  it("is not sent again while it is the same, and what it lists is looked at all the same", async () => {
    const { at } = await on({
      "/index": versioned("<sitemapindex><sitemap><loc>/map</loc></sitemap></sitemapindex>"),
      "/map": versioned("<urlset><url><loc>/2</loc></url></urlset>"),
      "/rss": versioned(rss(item("/1"))),
      ...{ "/1": "one", "/2": "two" },
    });
    const lists = new Map<string, KeptList>();
    const lastList = async (place: string) => lists.get(place) ?? null;
    const run = async () => {
      const found = await all([at("/rss"), at("/index")], { lastList });
      for (const one of found) if (one.capture === null && one.list) lists.set(one.file, one.list);
      return paths(found);
    };
    expect(await run()).toEqual(["/1", "/2"]);
    expect([...lists.keys()].sort()).toEqual([at("/index"), at("/map"), at("/rss")]);
    expect(await run()).toEqual(["/1", "/2"]);
  });
});
