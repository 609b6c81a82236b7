import { digit, letter, runsOf } from "./characters.js";
import type { Found } from "./evidence.js";
import type { LinkedData } from "./jsonld.js";
import { type Page, takeApart } from "./markup.js";

/** The content of the first meta tag that bears one of the names, in the names' order. */
export function metaOf(page: Page, ...names: string[]): string | null {
  for (const name of names) {
    const found = page.metas.find((meta) => meta.name === name && meta.content !== "");
    if (found !== undefined) return found.content;
  }
  return null;
}

/** A line as titles are compared: its words in small letters, without marks. */
export const letters = (text: string): string => runsOf(text.toLowerCase().normalize("NFKC"), letter | digit).join(" ");

/** "Headline | Site" without the site: the parts that a heading of the page or the site's name decide. */
function withoutSite(title: string, headings: readonly string[], site: string | null): string {
  const whole = letters(title);
  const exact = headings.find((heading) => letters(heading) === whole);
  if (exact !== undefined) return title;
  const parts = title.split(/\s+[|–—·•»›:~-]+\s+|\s*[|»]\s*|:\s+/);
  if (parts.length < 2) return title;
  const named = site === null ? "" : letters(site);
  const last = parts[parts.length - 1]!;
  const first = parts[0]!;
  const byHeading = headings
    .filter((heading) => letters(heading).length > 8 && whole.includes(letters(heading)))
    .filter((heading) => letters(heading) !== letters(last))
    .sort((a, b) => b.length - a.length)[0];
  if (byHeading !== undefined) return byHeading;
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$/i.test(last) && title.endsWith(last))
    return title.slice(0, -last.length).replace(/[\s|–—·•»›:~-]+$/, "");
  if (named !== "" && letters(last) === named)
    return title.slice(0, title.length - last.length).replace(/[\s|–—·•»›:~-]+$/, "");
  if (named !== "" && letters(first) === named) return title.slice(first.length).replace(/^[\s|–—·•»›:~-]+/, "");
  const cut = /^(.{15,}?)\s*(?:\s[-–—|·•»]\s|\s*\|\s*)(.{2,40})$/.exec(title);
  return cut !== null && letters(cut[2]!).split(" ").length <= 5 && cut[1]!.length > cut[2]!.length
    ? cut[1]!.trim()
    : title;
}

const wordsOf = (letters: string): ReadonlySet<string> => new Set(letters.split(" "));

function overlap(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / Math.max(1, one.size + two.size - shared);
}

/** As much of what a page's data state as a title or a name can be, in one line: what follows takes more than linear time. */
const brief = (text: string): string => text.slice(0, 2_000).replace(/\s+/g, " ");

/** Character references that a page's data left in, and tags, made plain text; 2,000 characters of it. */
export function plain(text: string): string {
  const short = brief(text);
  if (!/[<&]/.test(short)) return short;
  return takeApart(`<p>${short}</p>`)
    .blocks.map((block) => block.text)
    .join(" ");
}

/** No page that is an article has more headings of one rank; each is compared with all that the page's data say. */
const mostHeadings = 1_000;

/**
 * The article's headline. A heading of the first rank that resembles what the page's data call it; else what the data
 * call it, when the first heading is only the site's name; else the first heading that is long enough to be one.
 */
export function titleOf(
  page: Page,
  data: LinkedData,
): { readonly chosen: Found; readonly statements: readonly Found[] } {
  const ranked = ["h1", "h2"].map((rank) =>
    page.blocks
      .filter((block) => block.kind === rank && block.text.length < 300)
      .slice(0, mostHeadings)
      .map((block) => block.text),
  );
  const headings = ranked.find((list) => list.length > 0) ?? [];
  const site = metaOf(page, "og:site_name", "application-name") ?? data.publisher ?? data.site;
  const name = statedNames.find((one) => metaOf(page, one) !== null);
  const words = (name === undefined ? data.headline : metaOf(page, name)) ?? page.title;
  const from = name !== undefined ? `meta ${name}` : data.headline !== null ? "json-ld" : "title";
  const stated = plain(words);
  const candidates = headings.filter((heading) => letters(heading) !== letters(site ?? ""));
  const resemblance = resemblanceTo(stated, brief(page.title), data);
  const best = candidates
    .map((heading) => ({ heading, score: resemblance(heading) }))
    .sort((a, b) => b.score - a.score)[0];
  const statements = stated === "" ? [] : [{ value: withoutSite(stated, headings, site), from, text: words }];
  const ofHeading = (text: string) => ({ chosen: { value: text, from: "heading", text }, statements });
  if (best !== undefined && best.score >= 0.3)
    return { ...ofHeading(best.heading), chosen: headed(best.heading, site) };
  const long = candidates.find((heading) => letters(heading).split(" ").length >= 4);
  if (long !== undefined && (stated === "" || candidates.length === 1)) return ofHeading(long);
  if (stated === "") return ofHeading(headings[0] ?? "");
  return { chosen: statements[0]!, statements: candidates.slice(0, 1).map((text) => headed(text, site)) };
}

const headed = (text: string, site: string | null): Found => ({
  value: withoutName(text.includes("<") ? text : plain(text), site),
  from: "heading",
  text,
});

/** "Pier closes – Ferry Courier" as a heading: without the site's own name behind it. */
function withoutName(heading: string, site: string | null): string {
  const parts = heading.split(/\s+[|–—·•»›-]\s+|\s*\|\s*/);
  const last = parts[parts.length - 1]!;
  return parts.length > 1 && site !== null && letters(last) === letters(site)
    ? heading.slice(0, -last.length).replace(/[\s|–—·•»›:~-]+$/, "")
    : heading;
}

const statedNames = ["og:title", "twitter:title", "dc.title", "title"];

/** Whether two titles are the same but for marks and capitals. */
export const sameTitle = (a: string, b: string): boolean => letters(a) === letters(b);

/**
 * Tells how alike a heading and the data's titles are; the last part of a title ("… | Site") counts for nothing. What
 * the data say is taken apart once for all headings.
 */
function resemblanceTo(stated: string, whole: string, data: LinkedData): (heading: string) => number {
  const parts = stated.split(/\s+[|–—·•»›-]+\s+|\s*\|\s*/);
  const last = parts.length > 1 ? letters(parts[parts.length - 1]!) : null;
  const [own, all] = [letters(stated), letters(whole)];
  const values = [own, letters(parts[0]!), letters(brief(data.headline ?? "")), all].map(wordsOf);
  return (heading) => {
    const text = letters(heading);
    const words = wordsOf(text);
    if (text === last || text.length < 4) return 0;
    // "Ferry Blog: Pier closes", where the data say "Pier closes": that heading is the blog's name.
    if (all === `${text} ${own}` && overlap(words, values[0]!) < 0.2) return 0;
    return Math.max(...values.map((one, i) => overlap(words, one) * (i === 3 ? 0.8 : 1)));
  };
}
