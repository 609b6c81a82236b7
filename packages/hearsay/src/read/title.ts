import type { LinkedData } from "./jsonld.js";
import type { Page } from "./markup.js";

/** The content of the first meta tag that bears one of the names, in the names' order. */
export function metaOf(page: Page, ...names: string[]): string | null {
  for (const name of names) {
    const found = page.metas.find((meta) => meta.name === name && meta.content !== "");
    if (found !== undefined) return found.content;
  }
  return null;
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** "Headline | Site" without the site: the parts that a heading of the page or the site's name decide. */
export function withoutSite(title: string, headings: readonly string[], site: string | null): string {
  const whole = letters(title);
  const exact = headings.find((heading) => letters(heading) === whole);
  if (exact !== undefined) return title;
  const parts = title.split(/\s+[|–—·•»›:~-]+\s+|\s*[|»]\s*|:\s+/);
  if (parts.length < 2) return title;
  const named = site === null ? "" : letters(site);
  const byHeading = headings
    .filter((heading) => letters(heading).length > 8 && whole.includes(letters(heading)))
    .sort((a, b) => b.length - a.length)[0];
  if (byHeading !== undefined) return byHeading;
  const last = parts[parts.length - 1]!;
  const first = parts[0]!;
  if (named !== "" && letters(last) === named)
    return title.slice(0, title.length - last.length).replace(/[\s|–—·•»›:~-]+$/, "");
  if (named !== "" && letters(first) === named) return title.slice(first.length).replace(/^[\s|–—·•»›:~-]+/, "");
  const cut = /^(.{15,}?)\s*(?:\s[-–—|·•»]\s|\s*\|\s*)(.{2,40})$/.exec(title);
  return cut !== null && letters(cut[2]!).split(" ").length <= 5 && cut[1]!.length > cut[2]!.length
    ? cut[1]!.trim()
    : title;
}

/** The article's headline: the page's own data, checked against its headings. */
export function pageTitle(page: Page, data: LinkedData): string {
  const headings = page.blocks.filter((block) => block.kind === "h1").map((block) => block.text);
  const others = page.blocks.filter((block) => block.kind === "h2").map((block) => block.text);
  const site = metaOf(page, "og:site_name", "application-name") ?? data.publisher ?? data.site;
  const stated = data.headline ?? metaOf(page, "og:title", "twitter:title", "dc.title", "title") ?? page.title;
  const known = letters(`${stated} ${page.title}`);
  const heading = headings.find((one) => letters(one).length > 5 && known.includes(letters(one)));
  if (heading !== undefined) return heading;
  if (stated === "") return headings[0] ?? "";
  return withoutSite(stated, [...headings, ...others], site);
}
