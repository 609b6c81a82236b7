import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, type Feed, isFeed, newest, readFeed } from "./index.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const base = "https://herald.example/feeds/all.xml";
const read = (text: string, place = base): Feed => {
  const feed = readFeed(bytes(text), place);
  if (feed === null) throw new Error("That is no feed.");
  return feed;
};
const only = (text: string): Entry => {
  const { entries } = read(text);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};
const rss = (items: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Herald</title><link>https://herald.example/</link><image><url>https://herald.example/i.png</url>
<title>Logo</title></image>${items}</channel></rss>`;

describe("RSS", () => {
  it("2.0 gives address, title, date, authors and the longest text", () => {
    const item = `<item><title>Ferry &amp;amp; quay: &lt;i&gt;closed&lt;/i&gt;</title><link> /ferry#top </link>
      <guid isPermaLink="false">f-1</guid><pubDate>Tue, 03 Jun 2025 09:39:21 +0200</pubDate><dc:creator>Ada Berg</dc:creator>
      <category>Harbour &amp; coast</category><category domain="tags">Fog</category><category>Fog</category>
      <description>Short.</description><content:encoded><![CDATA[<p>The ferry is aground.</p>]]></content:encoded></item>`;
    expect(only(rss(item))).toEqual({
      url: "https://herald.example/ferry",
      key: "f-1",
      title: "Ferry & quay: closed",
      authors: ["Ada Berg"],
      sections: ["Harbour & coast", "Fog"],
      published: "2025-06-03T09:39:21+02:00",
      touched: "2025-06-03T09:39:21+02:00",
      content: { html: true, text: "<p>The ferry is aground.</p>" },
    });
  });

  it("0.91 and 1.0 are read", () => {
    const old = `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">
      <rss version="0.91"><channel><item><title>A</title><link>https://a.example/1</link></item></channel></rss>`;
    expect(only(old).url).toBe("https://a.example/1");
    const rdf = `<rdf:RDF xmlns:rdf="r" xmlns="s"><channel rdf:about="x"><items><rdf:Seq/></items></channel>
      <item rdf:about="https://a.example/2"><title>B</title><link>https://a.example/2</link><dc:date>2025-06-03T10:00:00Z</dc:date></item></rdf:RDF>`;
    expect(only(rdf)).toMatchObject({ url: "https://a.example/2", title: "B", published: "2025-06-03T10:00Z" });
  });

  it("takes a permanent guid for the address where there is no link, and an author's name out of his address", () => {
    const item = "<item><guid>https://herald.example/1</guid><author>desk@herald.example (Bo Lind)</author></item>";
    expect(only(rss(item))).toMatchObject({ url: "https://herald.example/1", authors: ["Bo Lind"] });
    expect(only(rss("<item><author>desk@herald.example</author></item>"))).toMatchObject({ url: null, authors: [] });
  });

  it("takes no time for an author who is nothing but brackets", () => {
    expect(only(rss(`<item><author>a@b${"(".repeat(300_000)}</author></item>`)).authors).toEqual([]);
  });

  it("takes markup that nobody escaped as it stands", () => {
    const item = "<item><description>Fog & <b>ice</b> again &lt; 3<br/></description></item>";
    expect(only(rss(item)).content).toEqual({ html: true, text: "Fog &amp; <b>ice</b> again &lt; 3<br></br>" });
  });
});

describe("Atom", () => {
  it("gives the alternate link, names, and content of any type", () => {
    const entry = (
      content: string,
    ) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title><author><name>Feed</name></author>
      <entry><id>tag:h,1</id><title type="html">&lt;b&gt;Quay&lt;/b&gt;</title>
      <link rel="self" href="/self"/><link rel="alternate" href="/quay"/><updated>2025-06-04T00:00:00Z</updated>
      <category term="harbour" label="Harbour"/>
      <author><name>Ada Berg</name><email>a@b.example</email></author><source><title>Else</title></source>${content}</entry></feed>`;
    const html = only(entry('<content type="html">&lt;p&gt;Fog&lt;/p&gt;</content>'));
    expect(html).toMatchObject({
      url: "https://herald.example/quay",
      title: "Quay",
      authors: ["Ada Berg"],
      sections: ["Harbour", "harbour"],
      published: null,
    });
    expect(html).toMatchObject({ touched: "2025-06-04T00:00Z", content: { html: true, text: "<p>Fog</p>" } });
    const xhtml = '<content type="xhtml"><div xmlns="x"><p class="y">Fog &amp; ice</p></div></content>';
    expect(only(entry(xhtml)).content?.text).toBe("<div><p>Fog &amp; ice</p></div>");
    expect(only(entry('<content type="text">1 &lt; 2</content>')).content).toEqual({ html: false, text: "1 < 2" });
    expect(only(entry('<content type="image/png">AAAA</content>')).content).toBeNull();
  });
});

describe("JSON Feed", () => {
  it("is read", () => {
    const item = {
      id: "1",
      url: "/a",
      title: "A &amp; B",
      content_html: "<p>x</p>",
      date_published: "2025-06-03T10:00+02:00",
      tags: ["Harbour", 7, "x".repeat(80)],
    };
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      items: [{ ...item, authors: [{ name: "Ada Berg" }] }, 7, null],
    };
    expect(only(JSON.stringify(feed))).toMatchObject({
      ...{
        url: "https://herald.example/a",
        title: "A & B",
        authors: ["Ada Berg"],
        sections: ["Harbour"],
        published: "2025-06-03T10:00+02:00",
      },
      content: { html: true, text: "<p>x</p>" },
    });
    expect(read('{"version":"https://jsonfeed.org/version/1","items":[{')).toMatchObject({ broken: true, entries: [] });
    expect(readFeed(bytes('{"items":[]}'), base)).toBeNull();
  });
});

describe("relative links", () => {
  const urls = (text: string, place: string) => read(text, place).entries.map(({ url }) => url);
  const items = "<item><link>/1</link></item>";

  it("of a file are relative to the address that it gives for itself, else for its site", () => {
    const channel = (links: string) =>
      `<rss><channel><image><link>https://logo.example/</link></image>${links}${items}</channel></rss>`;
    expect(urls(channel("<link>https://herald.example/</link>"), "saved.xml")).toEqual(["https://herald.example/1"]);
    const self = '<atom:link rel="self" href="https://feeds.example/rss"/><link>https://herald.example/</link>';
    expect(urls(channel(self), "-")).toEqual(["https://feeds.example/1"]);
    expect(urls(channel(""), "saved.xml")).toEqual([null]);
    expect(urls(channel("<link>https://herald.example/</link>"), base)).toEqual(["https://herald.example/1"]);
    const behind = `<feed><entry><link href="/1"/></entry><link href="https://herald.example/"/></feed>`;
    expect(urls(behind, "saved.atom")).toEqual(["https://herald.example/1"]);
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      home_page_url: "https://herald.example/",
      items: [{ url: "/1" }],
    };
    expect(urls(JSON.stringify(json), "saved.json")).toEqual(["https://herald.example/1"]);
  });

  it("follow xml:base, of the feed and of an entry", () => {
    const atom = `<feed xml:base="https://herald.example/news/"><entry><link href="1"/></entry>
      <entry xml:base="old/"><link href="2"/></entry></feed>`;
    const both = ["https://herald.example/news/1", "https://herald.example/news/old/2"];
    expect(urls(atom, "saved.atom")).toEqual(both);
    expect(urls(atom, "https://else.example/atom")).toEqual(both);
  });
});

describe("lists", () => {
  it("OPML gives feeds, however nested", () => {
    const opml = `<opml version="2.0"><head/><body><outline text="News"><outline type="rss" xmlUrl="https://a.example/rss"/>
      <outline><outline xmlurl="https://b.example/rss"/></outline></outline></body></opml>`;
    const { kind, lists, broken } = read(opml);
    expect([kind, lists.map(({ url }) => url), broken]).toEqual([
      "list of feeds",
      ["https://a.example/rss", "https://b.example/rss"],
      false,
    ]);
  });

  it("sitemaps give pages, news sitemaps their titles and dates, indexes sitemaps", () => {
    const news = `<urlset xmlns:news="n"><url><loc>https://a.example/1</loc><lastmod>2025-06-05</lastmod>
      <news:news><news:publication><news:name>H</news:name></news:publication><news:publication_date>2025-06-03</news:publication_date>
      <news:title>Ferry</news:title></news:news><image:image xmlns:image="i"><image:loc>https://a.example/i.jpg</image:loc></image:image></url></urlset>`;
    expect(only(news)).toMatchObject({ url: "https://a.example/1", title: "Ferry", published: "2025-06-03" });
    const plain = only("<urlset><url><loc>https://a.example/1</loc><lastmod>2025-06-05</lastmod></url></urlset>");
    expect(plain).toMatchObject({ published: null, touched: "2025-06-05" });
    const index =
      "<sitemapindex><sitemap><loc>https://a.example/s.xml</loc><lastmod>2025-06-05</lastmod></sitemap></sitemapindex>";
    expect(read(index)).toMatchObject({
      kind: "sitemap index",
      lists: [{ url: "https://a.example/s.xml", touched: "2025-06-05" }],
    });
  });
});

describe("what is wrong with a feed", () => {
  const two = rss("<item><link>https://a.example/1</link></item><item><link>https://a.example/2</link></item>");

  it("is told, and the rest is read", () => {
    expect(read(two).broken).toBe(false);
    const cut = read(two.slice(0, -40));
    expect([cut.broken, cut.entries.length]).toEqual([true, 2]);
    const unclosed = read(two.replace("</item>", ""));
    expect([unclosed.broken, unclosed.entries.map(({ url }) => url)]).toEqual([
      true,
      ["https://a.example/1", "https://a.example/2"],
    ]);
    expect(read(two.replace("Herald", "A & B &nbsp; <")).entries).toHaveLength(2);
    expect(read("<rss><channel/></rss>")).toMatchObject({ broken: false, entries: [] });
    expect(read("<urlset/>")).toMatchObject({ broken: false, entries: [] });
  });

  it("expands nothing", () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&b; &c;</title></item></channel></rss>`;
    expect(only(bomb).title).toBe("&b; &c;");
  });

  it("takes no time over nesting and size", () => {
    const began = performance.now();
    const deep = read(rss(`<item><link>https://a.example/1</link></item>${"<a>".repeat(1_000_000)}`));
    expect([deep.broken, deep.entries.length]).toEqual([true, 1]);
    const item = `<item><title>Some title</title><link>https://a.example/1</link><description>${"word ".repeat(30)}</description></item>`;
    expect(read(rss(item.repeat(100_000))).entries).toHaveLength(100_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("never throws", () => {
    const noise = fc.array(
      fc.constantFrom("<item>", "</item>", "<link>", "<![CDATA[", "]]>", "&", "<", "x", "</rss>", "<entry/>"),
    );
    fc.assert(
      fc.property(noise, fc.constantFrom("rss", "feed", "opml", "urlset"), (pieces, root) => {
        expect(read(`<${root}>${pieces.join("")}`)).toBeTruthy();
      }),
    );
  });
});

describe("telling feeds from other documents", () => {
  it("goes by the root element, whatever comes before it", () => {
    const before = '\ufeff\n<?xml version="1.0"?>\n<!-- a feed --><?xml-stylesheet href="x"?>\n';
    expect(isFeed(bytes(`${before}<rss version="2.0">`))).toBe(true);
    expect(isFeed(bytes(`${before}<atom:feed xmlns:atom="x">`))).toBe(true);
    expect(isFeed(new Uint8Array(Buffer.from(`\ufeff<rss version="2.0">`, "utf16le")))).toBe(true);
    for (const text of [
      '<html><link rel="alternate" type="application/rss+xml">',
      "<feedback>",
      "<constructor>",
      "words about <rss>",
      "",
      "{}",
      "<!--".repeat(9_999),
    ])
      expect(isFeed(bytes(text)), text.slice(0, 50)).toBe(false);
  });

  it("reads the encoding that the feed declares, or the server", () => {
    const latin = (head: string) =>
      new Uint8Array(Buffer.from(`${head}<rss><channel><item><title>Fähre</title></item></channel></rss>`, "latin1"));
    expect(readFeed(latin('<?xml version="1.0" encoding="iso-8859-1"?>'), base)?.entries[0]?.title).toBe("Fähre");
    expect(readFeed(latin(""), base, "iso-8859-1")?.entries[0]?.title).toBe("Fähre");
  });
});

describe("the newest", () => {
  it("come first; undated ones keep their order behind them", () => {
    const list = ["2025-06-01", null, "2025-06-03T10:00:00Z", null, "2025-06-02"].map((touched, id) => ({
      id,
      touched,
    }));
    expect(newest(list, 4).map(({ id }) => id)).toEqual([2, 4, 0, 1]);
  });
});
