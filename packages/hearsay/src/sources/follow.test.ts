import { describe, expect, it } from "vitest";
import type { Page } from "./fetch.js";
import { feedOf, follow } from "./follow.js";

describe("an index of sitemaps", () => {
  it("is followed to a sitemap of more entries than a call takes arguments", async () => {
    const place = "https://herald.example/index.xml";
    const index = "<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>";
    const map = `<urlset>${"<url><loc>/1</loc></url>".repeat(150_000)}</urlset>`;
    const page = async () => ({ bytes: Buffer.from(map), charset: null }) as unknown as Page;
    const feed = await feedOf(Buffer.from(index), place, null);
    const { errands } = await follow(feed!, place, 0, { limit: 2, now: () => "2029-03-04T08:00:00Z", page });
    expect(errands.map((errand) => errand.place)).toEqual(["https://herald.example/1", "https://herald.example/1"]);
  });
});
