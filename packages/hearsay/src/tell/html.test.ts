import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import type { Article, Story } from "../model/index.js";
import { html } from "./html/safe.js";
import { renderHtml } from "./html.js";
import { makeReport } from "./make.js";
import { emptyStory, ferryStory, singleStory } from "./testing/fixture.js";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(page: string): Element[] {
  const elements: Element[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) });
  parser.end(page);
  return elements;
}

const page = renderHtml(makeReport(ferryStory));
const elements = elementsOf(page);

/** The fixture with hostile words in every place a name, title, file or message can stand. */
function hostile(): Story {
  const bad = `"><script>alert(1)</script><img src=x onerror=alert(2)> ' onmouseover='x </title></style>`;
  const articles = ferryStory.articles.map(
    (a): Article => ({
      ...a,
      title: bad,
      outlet: `${bad}${a.id}`,
      file: bad,
      authors: [bad],
      language: bad,
      agency: bad,
    }),
  );
  const diagnostics = ferryStory.diagnostics.map((d) => ({ ...d, message: bad, file: bad }));
  return { ...ferryStory, name: bad, articles, diagnostics };
}

describe("renderHtml", () => {
  it("draws the ferry story as reviewed", async () => {
    await expect(page).toMatchFileSnapshot("testing/ferry.html");
  });

  it("has one place for every door", () => {
    const ids = elements.flatMap((e) => e.attributes.id ?? []);
    expect(ids.length).toBe(new Set(ids).size);
    const doors = elements.filter((e) => e.name === "a").map((e) => e.attributes.href ?? "");
    expect(doors.length).toBeGreaterThan(100);
    expect(doors.filter((d) => !d.startsWith("#") || !ids.includes(d.slice(1)))).toEqual([]);
  });

  it("draws the four pictures", () => {
    const classes = elements.flatMap((e) => (e.name === "svg" || e.name === "table" ? (e.attributes.class ?? []) : []));
    expect(new Set(classes)).toEqual(new Set(["matrix", "glyph yes", "glyph part", "glyph no", "strip", "graph"]));
    expect(classes.filter((c) => c === "graph")).toHaveLength(2);
  });

  it("allows no script and nothing from outside, and its own style alone", () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const policy = elements.find((e) => e.attributes["http-equiv"] !== undefined)?.attributes.content;
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/\b(?:src|style)=|url\(https?:|@import/);
  });

  it("lets nothing from an article act as markup", () => {
    const found = elementsOf(renderHtml(makeReport(hostile())));
    const names = new Set(elements.map((e) => e.name));
    expect(found.map((e) => e.name).filter((n) => !names.has(n))).toEqual([]);
    expect(found.flatMap((e) => Object.keys(e.attributes)).filter((a) => /^on|^src$|^style$/.test(a))).toEqual([]);
  });

  it("marks cited words in the articles, and gives back their whole text", () => {
    const wire = ferryStory.articles[0]?.text ?? "";
    const shown = /<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(page)?.[1] ?? "";
    const bare = shown.replace(/<a id="mark-[^>]*>\d+<\/a>/g, "").replace(/<\/?mark>/g, "");
    expect(bare.replace(/&#39;/g, "'").replace(/&quot;/g, '"')).toBe(wire);
  });

  it("stays small with thousands of articles, and leaves their texts out", () => {
    const articles = Array.from(
      { length: 5000 },
      (_, i): Article => ({ ...(ferryStory.articles[i % 6] as Article), id: `a${i}` }),
    );
    const origins = [{ id: "o", root: "a0", articles: articles.map((a) => a.id) }];
    const copy = ferryStory.lineage.derivations[0] as Story["lineage"]["derivations"][number];
    const derivations = articles.slice(1).map((a, i) => ({ ...copy, derived: a.id, source: `a${i}`, passages: [] }));
    const big = renderHtml(makeReport({ ...emptyStory, articles, lineage: { derivations, origins, circles: [] } }));
    expect(big.length).toBeLessThan(500_000);
    expect(big).toContain("This page leaves the texts out");
  });

  it("makes a page of nothing and of one article", () => {
    expect(renderHtml(makeReport(emptyStory))).toContain("No articles were read.");
    expect(elementsOf(renderHtml(makeReport(singleStory))).filter((e) => e.name === "details")).toHaveLength(2);
  });
});

describe("html", () => {
  it("escapes values, joins lists, and leaves its own markup alone", () => {
    const inner = html`<b>${"<i>"}</b>`;
    expect(html`<p title="${'"\u0007'}">${[inner, 2, null, "&"]}</p>`.markup).toBe(
      '<p title="&quot;\ufffd"><b>&lt;i&gt;</b>2&amp;</p>',
    );
  });
});
