import { describe, expect, it } from "vitest";
import { all, captures, codes, item, on, rss, textOf } from "./testing/gathering.js";

const paragraphs = [
  "The ferry ran aground at dawn in thick fog, a few hundred metres from the northern quay of the harbour.",
  "Two hundred passengers were taken ashore in boats, and nobody was hurt, the harbour master said in the morning.",
  "Divers looked at the hull all day and found a tear as long as a man, which they will close before the tide turns.",
  "The ferry line said that it would run a smaller ship until Friday, twice a day in each direction instead of six times.",
  "An inquiry will look at why the ship had left the marked channel, and whether its radar had worked that morning.",
];
const body = (count: number): string =>
  paragraphs
    .slice(0, count)
    .map((text) => `<p>${text}</p>`)
    .join("");
const whole = body(5) + body(5).replaceAll("ferry", "ship");
const page = (inner: string): string =>
  `<!doctype html><html lang="en"><head><title>Ferry aground</title></head><body><nav><a href="/">Home</a></nav><main><h1>Ferry aground</h1>${inner}</main></body></html>`;
const entry = item("/1", `<title>Ferry aground</title><description><![CDATA[${whole}]]></description>`);
const run = async (html: string, feed = rss(entry)) => {
  const { at } = await on({ "/rss": feed, "/1": html });
  return all([at("/rss")]);
};

describe("a page that shows less of its article than the feed has", () => {
  it("is read from the feed, and that is said", async () => {
    const found = await run(page(`${body(1)}<p>Subscribe to go on reading.</p>`));
    expect(textOf(found, "/1")).toContain(paragraphs[4]);
    expect(captures(found)[0]?.hints).toMatchObject({ fromFeed: true });
    expect(codes(found)).toEqual(["warning from-feed"]);
    expect(found.flatMap(({ diagnostics }) => diagnostics)[0]?.message).toMatch(
      /^The page shows \d+ characters of its article, the feed \d+\. The text in the feed is used instead\.$/,
    );
  });

  it("is read itself where it shows as much, or something else", async () => {
    expect(textOf(await run(page(whole)), "/1")).toContain("<nav>");
    const other = page("<p>The council has put off its vote on the new bridge until the ice has melted in spring.</p>");
    expect(textOf(await run(other), "/1")).toContain("<nav>");
  });

  it("is read itself where the feed has no more than a summary", async () => {
    const summary = rss(item("/1", `<description><![CDATA[${body(2)}]]></description>`));
    expect(textOf(await run(page(body(1)), summary), "/1")).toContain("<nav>");
  });
});
