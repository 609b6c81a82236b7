import { describe, expect, it } from "vitest";
import { readLinkedData } from "./jsonld.js";
import { takeApart } from "./markup.js";
import { titleOf } from "./title.js";

const titled = (html: string) => {
  const page = takeApart(html);
  return titleOf(page, readLinkedData(page.jsonLd)).chosen;
};

describe("titleOf", () => {
  it("takes no time on a page of nothing but headings", () => {
    const began = performance.now();
    const headings = Array.from({ length: 50_000 }, (_, i) => `<h1>Ferry ${i} held in Tolm again</h1>`).join("");
    expect(titled(`<title>Ferry 7 held in Tolm again | ${"a | ".repeat(400)}</title>${headings}`).from).toBe("heading");
    expect(performance.now() - began).toBeLessThan(4_000);
  });
  it("takes the heading that the page's data resemble, without the site's name", () => {
    const site = '<meta property="og:site_name" content="Ferry Courier">';
    expect(
      titled(
        `<title>Rotten pier closes – Ferry Courier</title>${site}<meta property="og:title" content="Rotten pier closes – Ferry Courier"><h1>Rotten pier closes – Ferry Courier</h1>`,
      ),
    ).toMatchObject({ value: "Rotten pier closes", from: "heading", text: "Rotten pier closes – Ferry Courier" });
  });
  it("takes no blog's name for a headline", () => {
    const html =
      '<title>Ferry Data Blog: Rotten pier closes at last</title><meta property="og:title" content="Rotten pier closes at last"><h1>Ferry Data Blog</h1>';
    expect(titled(html)).toMatchObject({ value: "Rotten pier closes at last", from: "meta og:title" });
    expect(titled("<title>Rotten pier closes at last | Ferry Tones</title><h1>Ferry Tones</h1>").value).toBe(
      "Rotten pier closes at last",
    );
  });
  it("cuts off a host", () => {
    expect(titled("<title>Big Sale | ferry.example.com</title>").value).toBe("Big Sale");
  });
  it("says where the title stands when there is no heading", () => {
    expect(titled("<title>Rotten pier closes after third ferry</title>")).toMatchObject({ from: "title" });
  });
  it.each(["\\t", "-", "a | ", "a: "])("takes no time for a headline made of %j", (part) => {
    const headline = `Ferry${part.repeat(300_000 / part.length)}x | ferry.example.com`;
    const data = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`;
    expect(titled(data).value.length).toBeLessThanOrEqual(2_000);
  });
  it("gives nothing for nothing", () => {
    expect(titled("")).toMatchObject({ value: "" });
  });
});
