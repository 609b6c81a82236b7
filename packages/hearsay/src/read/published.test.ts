import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../model/index.js";
import { read } from "./index.js";

const prose =
  "Port officials closed the old ferry pier on Tuesday after a third boat struck its rotten piles, the harbour master said, and nobody was hurt.";

interface Parts {
  readonly lang?: string;
  readonly head?: string;
  readonly data?: Record<string, string>;
  readonly above?: string;
  readonly line?: string;
  readonly below?: string;
  readonly url?: string;
}

/** An invented page: what its head and data state, a line under the headline, what follows the text. */
function pageOf({ lang = "en-GB", head = "", data, above = "", line = "", below = "", url }: Parts): Article {
  const json = data === undefined ? "" : JSON.stringify({ "@type": "NewsArticle", ...data });
  const script = json === "" ? "" : `<script type="application/ld+json">${json}</script>`;
  const html = `<!doctype html><html lang="${lang}"><head><title>Pier closes</title>${head}${script}</head><body>${above}
    <article><h1>Rotten pier closes after third ferry strikes it</h1><div>${line}</div>
    ${`<p>${prose}</p>`.repeat(1)}<p>${prose.replace("Tuesday", "Monday")}</p><p>${prose.replace("third", "fourth")}</p></article>${below}</body></html>`;
  const { output } = read({ id: "a", file: "a.html", url: url ?? null, html });
  return output!;
}
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const day = (article: Article): string | undefined => article.published?.slice(0, 10);

describe("the date of a page", () => {
  it("is what its data state, with time and zone, where the page shows the same day", () => {
    const article = pageOf({ data: { datePublished: "2031-03-04T16:45:00+01:00" }, line: "4 March 2031" });
    expect(article).toMatchObject({
      published: "2031-03-04T16:45+01:00",
      publishedWithin: { earliest: "2031-03-04", latest: "2031-03-04" },
      evidence: { published: { from: "json-ld", text: "2031-03-04T16:45:00+01:00", against: [] } },
    });
    expect(article.evidence.published!.confidence).toBeGreaterThan(0.95);
  });
  it("is the earlier day that the page shows, where a system has stamped its data anew", () => {
    const article = pageOf({ data: { datePublished: "2031-11-05" }, line: "Published January 31, 2029" });
    expect(day(article)).toBe("2029-01-31");
    expect(article.evidence.published).toMatchObject({ from: "line", against: ["json-ld: 2031-11-05"] });
  });
  it("is the local day that the page shows, where the data state it in UTC", () => {
    expect(day(pageOf({ head: meta("article:published_time", "2031-03-05T03:05:00Z"), line: "March 4, 2031" }))).toBe(
      "2031-03-04",
    );
  });
  it("takes the local day from the address too", () => {
    const head = meta("article:published_time", "2031-03-05T03:05:00Z");
    expect(day(pageOf({ head, url: "https://ferry.example/2031/03/04/pier/" }))).toBe("2031-03-04");
  });
  it("stays what is stated, when the page shows a correction some days later", () => {
    const data = { datePublished: "2031-03-04", dateModified: "2031-03-09" };
    expect(pageOf({ data, line: "Updated 9 March 2031" })).toMatchObject({
      published: "2031-03-04",
      modified: "2031-03-09",
    });
  });
  it("is the day shown of a page written anew long after its structured data's", () => {
    const article = pageOf({ data: { datePublished: "2029-03-04" }, line: "Updated 9 March 2031" });
    expect(article).toMatchObject({
      published: "2031-03-09",
      publishedWithin: { earliest: "2029-03-04", latest: "2031-03-09" },
      evidence: { published: { against: ["json-ld: 2029-03-04"] } },
    });
  });
  it("stays what the head states openly, however late the page was updated", () => {
    const head = meta("article:published_time", "2029-03-04");
    expect(day(pageOf({ head, line: "Updated 9 March 2031" }))).toBe("2029-03-04");
  });
  it("is open where only an update is shown and the page's scripts are gone", () => {
    expect(pageOf({ line: "Last updated on 9 March 2031" })).toMatchObject({
      published: null,
      publishedWithin: { earliest: "0001-01-01", latest: "2031-03-09" },
      modified: "2031-03-09",
      evidence: { published: null, modified: { from: "line" } },
    });
  });
  it.each([
    ["Published 4 March 2031. Updated 9 March 2031", "2031-03-04"],
    ["Updated 9 March 2031, first published 4 March 2031", "2031-03-04"],
    ["Aktualisiert am 9. März 2031 | Veröffentlicht am 4. März 2031", "2031-03-04"],
    ["Objavljeno: 4. ožujka 2031. Ažurirano: 9. ožujka 2031.", "2031-03-04"],
    ["Güncelleme: 9 Mart 2031, yayınlanma: 4 Mart 2031", "2031-03-04"],
    ["تحديث: 9 مارس 2031 نشر: 4 مارس 2031", "2031-03-04"],
    ["入力 2031.03.04 수정 2031.03.09", "2031-03-04"],
    ["更新:2031年3月9日 公開:2031年3月4日", "2031-03-04"],
    ["Medically reviewed on 9 March 2031</div><div>4 March 2031", "2031-03-04"],
  ])("tells the dates of one line apart: %s", (line, expected) => {
    expect(day(pageOf({ line }))).toBe(expected);
  });
  it("is not that of a comment, a teaser or the masthead's today", () => {
    const above = "<header><div>Ferry Courier, Friday, 9 March 2035</div><nav>News</nav></header>".repeat(1);
    const below = `<div class="related-posts"><div>1 January 2035</div></div><div class="comments"><time datetime="2031-03-06">6 March 2031</time></div>`;
    expect(day(pageOf({ above: `${above}${"<p>Menu</p>".repeat(12)}`, line: "4 March 2031", below }))).toBe(
      "2031-03-04",
    );
    expect(pageOf({ below }).published).toBeNull();
  });
  it("settles day and month by the element's own value, by the data, and by the page's other dates", () => {
    const lang = "en";
    expect(day(pageOf({ lang, line: '<time datetime="2031-03-04T12:00:00Z">03/04/2031</time>' }))).toBe("2031-03-04");
    expect(day(pageOf({ lang, line: "03/04/2031", data: { datePublished: "2031-04-03T10:00:00Z" } }))).toBe(
      "2031-04-03",
    );
    expect(day(pageOf({ lang, line: "03/04/2031", below: "<p>12/25/2030</p>" }))).toBe("2031-03-04");
    expect(pageOf({ lang, line: "03/04/2031" })).toMatchObject({
      published: null,
      publishedWithin: { earliest: "2031-03-04", latest: "2031-04-03" },
    });
  });
  it("settles day and month by a list that names the day in words, by the month of its image, and by missing zeros", () => {
    const lang = "en";
    const list = `<ul><li>4 March 2031</li><li>1 May 2030</li></ul>`;
    expect(day(pageOf({ lang, line: "03/04/2031", below: list }))).toBe("2031-03-04");
    const head = meta("og:image", "https://ferry.example/uploads/2031/04/pier.jpg");
    expect(day(pageOf({ lang, line: "03/04/2031", head }))).toBe("2031-04-03");
    expect(day(pageOf({ lang, line: "3/4/2031" }))).toBe("2031-03-04");
    expect(day(pageOf({ lang: "en-GB", line: "3/4/2031" }))).toBe("2031-04-03");
  });
  it("is the later day that the page calls that of publication, whatever its head states", () => {
    const head = meta("article:published_time", "2029-03-04");
    expect(day(pageOf({ head, line: "Published 9 March 2031" }))).toBe("2031-03-09");
  });
  it("is the day shown that is neither the first publication nor the last change, months from both", () => {
    const head = meta("article:published_time", "2029-03-04") + meta("article:modified_time", "2032-01-02");
    expect(day(pageOf({ head, line: "9 March 2031" }))).toBe("2031-03-09");
    expect(day(pageOf({ head, line: "Updated 9 March 2031" }))).toBe("2029-03-04");
  });
  it("stays what is stated, to the minute, where the page shows the day after", () => {
    const head = meta("article:published_time", "2031-03-04T23:00:00Z");
    expect(pageOf({ head, line: "5 March 2031" }).published).toBe("2031-03-04T23:00Z");
  });
  it("takes a vague name of the head only where the page shows nothing", () => {
    const head = meta("dc.date", "2031-07-05");
    expect(day(pageOf({ head, line: "1 March 2031" }))).toBe("2031-03-01");
    expect(day(pageOf({ head }))).toBe("2031-07-05");
  });
  it("is found below the text where it stands alone", () => {
    expect(day(pageOf({ below: "<div class=author-box><p>Ana Novak</p><p>4 March 2031</p></div>" }))).toBe(
      "2031-03-04",
    );
  });
  it("is that of the first publication, where a note says so", () => {
    const below = "<p>This article was originally published on 4 March 2029 but has been updated since.</p>";
    expect(day(pageOf({ line: "9 March 2031", below }))).toBe("2029-03-04");
  });
  it("bounds the time by an update that can be read in two ways", () => {
    expect(pageOf({ lang: "en", line: "Updated on 03/04/31" })).toMatchObject({
      published: null,
      publishedWithin: { earliest: "0001-01-01", latest: "2031-04-03" },
    });
  });
  it("reads a note of a correction as the last change", () => {
    const below = "<p>This article was amended on 9 March 2031 to correct the number of piles.</p>";
    expect(pageOf({ line: "4 March 2031", below })).toMatchObject({ published: "2031-03-04", modified: "2031-03-09" });
  });
  it("stays fast on a page of nothing but dates and names", () => {
    const lines = `<p>03/04/2031</p><p>By Ana Novak, Ana</p><p>Published 3/4/31</p>`.repeat(20_000);
    const started = performance.now();
    read({ id: "a", file: "a", html: `<html lang=en><h1>Pier closes</h1>${lines}<p>${prose}</p></html>` });
    expect(performance.now() - started).toBeLessThan(15_000);
  });
  it("bears anything in the place of a date", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (stated, line) => {
        const article = pageOf({ data: { datePublished: stated }, line: line.replace(/[<>&]/g, " ") });
        expect(article.published === null || /^\d{4}-\d\d-\d\d/.test(article.published)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
