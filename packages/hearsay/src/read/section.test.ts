import { describe, expect, it } from "vitest";
import { read } from "./index.js";
import { sectionAmong } from "./section.js";

const prose = `<h1>Rotten pier closes</h1>${"<p>Port officials closed the old ferry pier on Tuesday after a third boat struck its rotten piles, the harbour master said.</p><p>Nobody was hurt, but two hundred passengers waited for hours in the rain before buses arrived to take them round the bay.</p>"}`;
const sectionOf = (head: string, above = "") => {
  const { output } = read({
    id: "a",
    file: "a",
    html: `<html lang="en"><head>${head}</head><body>${above}<main>${prose}</main>`,
  });
  return { section: output!.section, from: output!.evidence.section?.from };
};
const data = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("the section of an article", () => {
  it("is what the page's data name, before what they only lead through", () => {
    const trail = {
      "@type": "BreadcrumbList",
      itemListElement: [{ name: "Home" }, { item: { name: "Harbour" } }, { name: "Rotten pier closes" }],
    };
    expect(sectionOf(data([{ "@type": "NewsArticle", articleSection: ["Ports", "News"] }, trail]))).toEqual({
      section: "Ports",
      from: "json-ld",
    });
    expect(sectionOf(data(trail)).section).toBe("Harbour");
    expect(sectionOf('<meta property="article:section" content="Sea &amp; Coast">')).toEqual({
      section: "Sea & Coast",
      from: "meta article:section",
    });
  });
  it("is the last step of the trail that a reader sees", () => {
    expect(sectionOf("", "<nav>Home > Regions > Harbour > Rotten pier closes</nav>")).toEqual({
      section: "Harbour",
      from: "line",
    });
    expect(sectionOf("", "<nav>Home > Harbour</nav>").section).toBe("Harbour");
  });
  it("is open where nothing names it, and where only the home page does", () => {
    expect(sectionOf("").section).toBeNull();
    expect(sectionOf("", "<nav>Home > Rotten pier closes</nav>").section).toBeNull();
    expect(sectionOf('<meta property="article:section" content="Home">').section).toBeNull();
  });
  it.each([[null], [1], [[]], [{ itemListElement: 5 }], [{ itemListElement: [null, { name: 7 }] }]])(
    "bears anything in the place of a trail: %j",
    (value) => {
      expect(sectionOf(data({ "@type": "BreadcrumbList", itemListElement: value })).section).toBeNull();
    },
  );
});

describe("the categories of a feed", () => {
  const url = "https://echo.example/harbour-news/2031/ferry";
  it("name the section where there is but one, or the address names one", () => {
    expect(sectionAmong(["Ports"], url)).toBe("Ports");
    expect(sectionAmong(["Fog", "Harbour news", "Ferries"], url)).toBe("Harbour news");
    expect(sectionAmong(["Fog", "Ferries"], url)).toBeNull();
    expect(sectionAmong(["Uncategorized"], null)).toBeNull();
    expect(sectionAmong([], null)).toBeNull();
  });

  it("fill what the page leaves open", () => {
    const html = `<html lang="en"><body><main>${prose}</main>`;
    const feeds = { f: { sections: ["Ports"] } };
    const { output } = read({ id: "a", file: "a", html, hints: { feeds } });
    expect([output!.section, output!.evidence.section?.from]).toEqual(["Ports", "feed"]);
    const own = html.replace("<body>", '<head><meta property="article:section" content="Sea"></head><body>');
    expect(read({ id: "a", file: "a", html: own, hints: { feeds } }).output!.section).toBe("Sea");
  });
});
