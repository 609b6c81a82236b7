import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../model/index.js";
import { type ReadInput, read } from "./index.js";

const run = (input: Partial<ReadInput>): Article => {
  const { output, diagnostics } = read({ id: "a1", file: "x.txt", ...input });
  if (output === null) throw new Error(JSON.stringify(diagnostics));
  return output;
};
const codes = (input: Partial<ReadInput>): string[] =>
  read({ id: "a1", file: "x.txt", ...input }).diagnostics.map((one) => one.code);
const reasons = (article: Article): Record<string, string> =>
  Object.fromEntries(article.removed.map(({ text, reason }) => [text, reason]));

const body = [
  "Port officials closed the old ferry pier on Tuesday after a third boat struck its rotten piles, the harbour master said.",
  "Nobody was hurt, but two hundred passengers waited for hours in the rain before buses arrived to take them round the bay.",
  "“We asked for this money four years ago,” harbour master Ilse Brandvold told reporters. “They sent us a bucket of paint.”",
  "It held for nine winters.",
  "The ministry said repairs would begin in May and cost about 12 million crowns, half of it paid by the ferry company.",
  "The company has not answered questions about who will pay the other half, and its shares fell 3 percent on Wednesday.",
];

const flat = [
  "Skip to content The Tolm Courier News Politics Sport Opinion Sign in",
  "We use cookies to improve your experience. Accept all",
  "Rotten pier closes after third ferry strikes it",
  "By Ana Novak and Per Holm, 4 March 2031 4.45pm",
  "Facebook Twitter Email Print",
  "The old pier on Tuesday. Photograph: Lars Dahl/Tolm Pictures",
  body[0]!,
  body[1]!,
  "READ MORE: Ferry fares to rise again in spring",
  body[2]!,
  body[3]!,
  "Sign up to our morning newsletter for news before breakfast",
  `${body[4]!} Read next: Ten lighthouses worth the walk`,
  body[5]!,
  "3 Comments",
  "Tags: ferries, harbours, money",
  "© 2031 Courier Holdings. All rights reserved.",
];

describe("read, flat text", () => {
  const article = run({ text: flat.join("\n") });
  it("keeps the prose, whole and in order, paragraphs set off by a blank line", () => {
    expect(article.text).toBe(body.join("\n\n"));
  });
  it("keeps what it removes, with the reason", () => {
    expect(reasons(article)).toMatchObject({
      [flat[1]!]: "cookies",
      [flat[2]!]: "title",
      [flat[3]!]: "byline",
      [flat[4]!]: "share",
      [flat[5]!]: "caption",
      [flat[8]!]: "teaser",
      [flat[11]!]: "newsletter",
      "Read next: Ten lighthouses worth the walk": "teaser",
      "3 Comments": "comments",
      "Tags: ferries, harbours, money": "tags",
      [flat[16]!]: "copyright",
    });
  });
  it("says where each removed passage stood", () => {
    const at = (text: string): number => article.removed.find((one) => one.text === text)!.at;
    expect(article.text.slice(0, at(flat[8]!)).endsWith(body[1]!)).toBe(true);
    expect(article.text.slice(0, at("Read next: Ten lighthouses worth the walk")).endsWith(body[4]!)).toBe(true);
    for (const one of article.removed) expect(one.at).toBeLessThanOrEqual(article.text.length);
  });
  it("reads the front matter", () => {
    expect(article).toMatchObject({
      title: "Rotten pier closes after third ferry strikes it",
      authors: ["Ana Novak", "Per Holm"],
      published: "2031-03-04T16:45",
      outlet: "The Tolm Courier",
      language: "en",
    });
  });
  it("leaves a dateline in the text and takes its date and agency", () => {
    const opening = `TOLM, March 4, 2031 (NPA) - ${body[0]}`;
    const wire = run({
      text: ["Pier closes after third ferry strikes it", "", opening, "", ...body.slice(1)].join("\n\n"),
    });
    expect(wire.text.startsWith("TOLM, March 4, 2031 (NPA) - Port officials")).toBe(true);
    expect(wire).toMatchObject({ published: "2031-03-04", agency: "NPA" });
  });
  it("gives no date where only a weekday or a span of hours stands", () => {
    for (const line of ["Posted Tuesday at 7:40 a.m.", "3 hours ago"])
      expect(run({ text: ["Pier closes after ferry strikes it", line, ...body].join("\n") }).published).toBeNull();
  });
  it("takes a date far from the headline from a line that says so, or where lone dates agree", () => {
    const front = [
      "Home",
      "News",
      "Sport",
      "Opinion",
      "Pier closes after ferry strikes it",
      "Harbours",
      "Share",
      "Listen",
      "Save",
      "Print",
      "More",
    ];
    const dated = (...lines: string[]) => run({ text: [...lines, ...front, ...body].join("\n") }).published;
    expect(dated("Published: 4 March 2031", "Menu")).toBe("2031-03-04");
    expect(dated("4 March 2031", "Menu")).toBe("2031-03-04");
    expect(dated("4 March 2031", "5 March 2031", "Menu")).toBeNull();
    expect(run({ text: [...front, ...body, "Posted on 4 March 2031"].join("\n") }).published).toBe("2031-03-04");
  });
  it("takes no date from a caption, a copyright line or a comment", () => {
    const text = [
      "Pier closes after ferry strikes it",
      "The pier in Tolm on March 2, 2031. (NPA file photo)",
      ...body,
      "© 2031 Courier",
      "gull42, 5 March 2031: first!",
    ].join("\n");
    expect(run({ text }).published).toBeNull();
  });
  it("notes a machine translation", () => {
    const text = [
      "Pier closes after ferry strikes it",
      "Automatic translation from Norwegian. No liability for errors.",
      ...body,
    ].join("\n");
    expect(run({ text }).translatedFrom).toBe("Norwegian");
  });
  it("joins hard-wrapped lines", () => {
    const wrapped = body.map((paragraph) => paragraph.replace(/(.{50,60})\s/g, "$1\n")).join("\n\n");
    expect(run({ text: wrapped }).text).toBe(body.join("\n\n"));
  });
  it("loses nothing: every line is kept or listed as removed", () => {
    const line = fc.constantFrom(...flat, ...body, "Menu", "Share", "* * *", "He left.");
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const { output } = read({ id: "p", file: "p", text: lines.join("\n") });
        if (output === null) return;
        const all = `${output.text} ${output.removed.map((one) => one.text).join(" ")}`;
        for (const one of lines) for (const word of one.split(" ")) expect(all).toContain(word);
      }),
      { numRuns: 40 },
    );
  });
});

const page = `<!doctype html><html lang="en-GB"><head><meta charset=utf-8><title>Rotten pier closes after third ferry strikes it | The Tolm Courier</title>
<meta property="og:site_name" content="The Tolm Courier"><meta property="og:title" content="Rotten pier closes after third ferry strikes it">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Rotten pier closes after third ferry strikes it","datePublished":"2031-03-04T16:45:00+01:00","dateModified":"2031-03-05T08:00:00+01:00","author":[{"@type":"Person","name":"Ana Novak"},{"@type":"Person","name":"Per Holm"}],}</script></head>
<body><nav class="site-nav"><ul><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/sport>Sport</a></ul></nav>
<div id=cookie class="cookie-banner">We use cookies to improve your experience. <button>Accept all</button></div>
<main><article class="article"><h1>Rotten pier closes after third ferry strikes it</h1><div class=byline>By Ana Novak and Per Holm</div>
<figure><img src=p.jpg><figcaption>The old pier as it looked in the spring, seen from the lighthouse.</figcaption></figure>
<div class="article-body">${body
  .slice(0, 3)
  .map((one) => `<p>${one}</p>`)
  .join("\n")}
<aside class="related-box"><h3>Related stories</h3><ul><li><a href=/1>Ferry fares to rise again in spring</a><li><a href=/2>The man who paints lighthouses</a></ul></aside>
${body
  .slice(3)
  .map((one) => `<p>${one}</p>`)
  .join("\n")}</div></article>
<section id=comments class=comments><h2>Comments</h2><div class=comment><p>I have always said that this pier would be the end of us all, and nobody in the town hall ever listened to me.</p></div></section></main>
<footer class=site-footer><p>© 2031 Courier Holdings. All rights reserved.</p></footer></body></html>`;

describe("read, HTML", () => {
  it("keeps the article and nothing else", () => {
    expect(run({ html: page }).text).toBe(body.join("\n\n"));
  });
  it("reads metadata from broken linked data too", () => {
    expect(run({ html: page, url: "https://tolm.example/pier" })).toMatchObject({
      title: "Rotten pier closes after third ferry strikes it",
      authors: ["Ana Novak", "Per Holm"],
      outlet: "The Tolm Courier",
      published: "2031-03-04T16:45+01:00",
      modified: "2031-03-05T08:00+01:00",
      language: "en",
      url: "https://tolm.example/pier",
    });
  });
  it("tells caption, comments and furniture apart", () => {
    const why = reasons(run({ html: page }));
    expect(why["The old pier as it looked in the spring, seen from the lighthouse."]).toBe("caption");
    expect(Object.entries(why).find(([text]) => text.startsWith("I have always said"))?.[1]).toBe("comments");
    expect(why.Home).toBe("navigation");
  });
  it("reads an old page laid out with tables", () => {
    const old = `<HTML><BODY><TABLE><TR><TD><FONT SIZE=1><A HREF=#>NEWS</A> | <A HREF=#>SPORT</A> | <A HREF=#>WEATHER</A></FONT><TR><TD><H2>Pier closes after third ferry strikes it</H2>${body.map((one) => `<P>${one}`).join("\n")}<TD><FONT SIZE=1>Tides: high 6.12<BR><BR>Wind: west</FONT></TABLE></BODY>`;
    expect(run({ html: old }).text).toBe(body.join("\n\n"));
  });
  it("finds markup in bytes by itself", () => {
    expect(run({ bytes: new TextEncoder().encode(page) }).text).toBe(body.join("\n\n"));
  });
});

describe("read, what cannot be read", () => {
  it.each<[string, Partial<ReadInput>]>([
    ["read.empty", { bytes: new Uint8Array() }],
    ["read.empty", { text: " \n\t\n" }],
    ["read.empty", {}],
    ["read.binary", { bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0) }],
    ["read.no-article", { html: "<html><body><nav><a href=/>Home</a></nav></body></html>" }],
    ["read.no-article", { html: "<script>alert(1)</script>" }],
  ])("says %s and gives null", (code, input) => {
    const { output, diagnostics } = read({ id: "a", file: "f", ...input });
    expect(output).toBeNull();
    expect(diagnostics).toMatchObject([
      { code, severity: "error", stage: "read", file: "f", remedy: expect.any(String) },
    ]);
  });
  it("warns of bytes that mean nothing", () => {
    const bytes = new TextEncoder().encode(`${body.join("\n\n")} Übergrößenträger fährt über Brücken nach Köln`);
    bytes[bytes.length - 2] = 0xff;
    expect(codes({ bytes })).toContain("read.encoding");
  });
  it("reads an article of one line", () => {
    expect(run({ text: body[0]! }).text).toBe(body[0]);
    expect(run({ text: body.join(" ") }).text).toBe(body.join(" "));
  });
  it("answers five megabytes on one line, a tag bomb and nested quotes in time", () => {
    const started = performance.now();
    expect(run({ text: `${body.join(" ")} `.repeat(7_000) }).text.length).toBeGreaterThan(4_000_000);
    read({ id: "b", file: "b", html: "<div>".repeat(100_000) });
    read({ id: "c", file: "c", html: `<p>${"<a href=x>".repeat(50_000)}` });
    read({ id: "d", file: "d", text: "(".repeat(300_000) });
    read({ id: "e", file: "e", text: "By ".repeat(100_000) });
    read({ id: "f", file: "f", text: `${"| ".repeat(200_000)}` });
    expect(performance.now() - started).toBeLessThan(25_000);
  });
  it("never throws on noise", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (noise) => {
        read({ id: "n", file: "n", text: noise });
        read({ id: "n", file: "n", html: noise });
        read({ id: "n", file: "n", bytes: new TextEncoder().encode(noise) });
      }),
      { numRuns: 60 },
    );
  });
  it("gives the same article twice", () => {
    expect(run({ html: page })).toEqual(run({ html: page }));
  });
});
