import { describe, expect, it } from "vitest";
import { readFeed } from "./feeds/index.js";
import { follow } from "./follow.js";

describe("an index of sitemaps", () => {
  it("is followed to a sitemap of more entries than a call takes arguments", async () => {
    const place = "https://herald.example/index.xml";
    const feedIn = (text: string) => readFeed(Buffer.from(text), place);
    const index = feedIn("<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>");
    const urls = Array.from({ length: 150_000 }, (_, i) => `<url><loc>/${i}</loc></url>`).join("");
    const list = async () => ({ feed: feedIn(`<urlset>${urls}</urlset>`), found: [] });
    const { said } = await follow(index!, place, 0, { limit: 2, now: () => "2029-03-04T08:00:00Z", list });
    expect(said.map(({ entry }) => entry.url)).toEqual(["https://herald.example/0", "https://herald.example/1"]);
  });

  it("counts a page that is listed twice once", async () => {
    const place = "https://herald.example/rss";
    const items = ["/1", "/1", "/2", "/3"].map((link) => `<item><link>${link}</link></item>`).join("");
    const feed = readFeed(Buffer.from(`<rss><channel>${items}</channel></rss>`), place);
    const follower = { limit: 2, now: () => "2029-03-04T08:00:00Z", list: async () => ({ feed: null, found: [] }) };
    const { said, found } = await follow(feed!, place, 0, follower);
    expect(said.map(({ entry }) => entry.url)).toEqual(["https://herald.example/1", "https://herald.example/2"]);
    expect(found[0]?.diagnostics[0]?.message).toMatch(/^3 entries: the newest 2/);
  });
});
