import { describe, expect, it } from "vitest";
import { takeApart } from "./markup.js";

const texts = (html: string): string[] => takeApart(html).blocks.map((block) => block.text);

describe("takeApart", () => {
  it("closes paragraphs, items and cells that the page leaves open", () => {
    expect(texts("<p>One<p>Two <b>bold<p>Three<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><td>e</table>f")).toEqual([
      "One",
      "Two bold",
      "Three",
      "a",
      "b",
      "c",
      "d",
      "e",
      "f",
    ]);
  });
  it("leaves out how characters are read aloud, closed or not", () => {
    expect(texts("<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</ruby>に着いた。<p>次")).toEqual([
      "東京に着いた。",
      "次",
    ]);
  });
  it("makes no block of what cannot be seen", () => {
    expect(texts("<p>\u200d</p><p>\u2800 &#8203;</p><p>\uf09a</p><p>1</p>")).toEqual(["1"]);
  });
  it("breaks at two line breaks, not at one", () => {
    expect(texts("<td>One<br>still one<br><br>Two")).toEqual(["One still one", "Two"]);
  });
  it("leaves out scripts, styles and hidden machinery, and keeps linked data", () => {
    const page = takeApart(
      '<script>var a="<p>no</p>"</script><style>p{}</style><script type="application/ld+json">{"a":1}</script><p>Yes',
    );
    expect(page.blocks.map((block) => block.text)).toEqual(["Yes"]);
    expect(page.jsonLd[0]).toContain('{"a":1}');
  });
  it("counts linked and bold characters", () => {
    const [block] = takeApart("<p>See <a href=x>the harbour</a> and <b>run</b></p>").blocks;
    expect(block).toMatchObject({ text: "See the harbour and run", linked: 11, bold: 3, links: 1 });
  });
  it("sets apart inline elements that only styling separates", () => {
    expect(texts("<div><span>Health</span><span>MARCH 4</span></div>")).toEqual(["Health MARCH 4"]);
    expect(texts("<p>gov<span>ern</span>ment")).toEqual(["government"]);
  });
  it("reads character references and attributes", () => {
    const page = takeApart(
      '<html lang=pl><title>A &amp; B</title><meta property="og:title" content="&quot;Q&quot;"><p>caf&eacute; &#8211; x',
    );
    expect(page).toMatchObject({ title: "A & B", language: "pl", metas: [{ name: "og:title", content: '"Q"' }] });
    expect(page.blocks[0]!.text).toBe("café – x");
  });
  it("bears 100,000 levels of nesting, unclosed tags and megabytes in an attribute", () => {
    const started = performance.now();
    expect(takeApart(`${"<div>".repeat(100_000)}deep${"</div>".repeat(100_000)}<p>after`)).toMatchObject({ cut: true });
    expect(texts(`${"<b><i><p>".repeat(30_000)}end`)).toEqual(["end"]);
    expect(texts(`<p title="${"x".repeat(5_000_000)}">one</p>`)).toEqual(["one"]);
    expect(texts(`<p>${"<".repeat(500_000)}`).length).toBeLessThanOrEqual(1);
    expect(texts(`<!--${"-".repeat(500_000)}`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
  it("goes on after nesting beyond its limit", () => {
    expect(texts(`${"<div>".repeat(3_000)}deep${"</div>".repeat(3_000)}<p>after`)).toEqual(["deep", "after"]);
  });
});
