import { createHash } from "node:crypto";
import { partHtml, sectionHtml } from "./html/lines.js";
import { type Page, pageOf } from "./html/page-context.js";
import { html, SafeHtml } from "./html/safe.js";
import { style } from "./html/style.js";
import { articlesHtml, referencesHtml } from "./html/words.js";
import type { Report } from "./report.js";

/**
 * The report as one self-contained page: no script, no outside resource, and a content security policy that allows none.
 * All words of articles, names and messages are escaped by the `html` template.
 */
export function renderHtml(report: Report): string {
  const page = pageOf(report);
  const sections = report.brief.sections.map((s) => sectionHtml(page, s));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new SafeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.story.name} · Hearsay report</title>
<style>${new SafeHtml(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${masthead(page)}
<div class="layout">
${contents(report)}
<main id="main" tabindex="-1">
${sections}${referencesHtml(page)}${articlesHtml(page)}</main>
</div>
<footer>Made by Hearsay from the articles named above. Words in quotation marks are theirs; the rest is a fixed template.</footer>
</body>
</html>
`.markup;
}

const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`;
const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

/** The page's content security policy as a header has it: nobody frames it, and it is nobody's origin. */
export const reportPolicy = `${policy}; frame-ancestors 'none'; sandbox allow-popups`;

function masthead(page: Page): SafeHtml {
  const { story, brief, summary } = page.report;
  const extent = brief.sections[0]?.lines[0]?.parts ?? [];
  const tallies = [
    ["established", "established", summary.corroborated],
    ["contradicted", "contradicted", summary.contradicted],
    ["changed", "revised", summary.revised],
    ["echoes", "only echoed", summary.echoed],
    ["single", "from one article", summary.singleOrigin],
  ] as const;
  const tiles = tallies.map(
    ([id, label, count]) => html`<li class="${id}"><a href="#${id}"><b>${count}</b> ${label}</a></li>`,
  );
  return html`<header class="masthead"><p class="kicker">Hearsay report</p><h1>${story.name}</h1><p class="extent">${extent.map((p) => partHtml(page, p))}</p>${summary.articles === 0 ? null : html`<ul class="tallies" aria-label="Claims by standing">${tiles}</ul>`}</header>`;
}

function contents(report: Report): SafeHtml {
  const own = report.brief.sections.map((s) => html`<li><a href="#${s.id}">${s.title}</a></li>`);
  const ends =
    report.articles.length === 0
      ? null
      : html`<li><a href="#references">References</a></li><li><a href="#articles">The articles</a></li>`;
  return html`<nav aria-label="Contents"><ol>${own}${ends}</ol></nav>`;
}
