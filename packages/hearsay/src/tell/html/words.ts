import { beginning } from "../../model/index.js";
import type { Reference } from "../brief.js";
import { readableDate, readableInterval } from "../dates.js";
import { printable } from "../markdown.js";
import type { Report, ReportArticle } from "../report.js";
import { type Page, textLimits } from "./page-context.js";
import { html, type SafeHtml } from "./safe.js";

export function referencesHtml(page: Page): SafeHtml | null {
  const { references } = page.report;
  if (references.length === 0) return null;
  const uses = firstUses(page.report, page);
  return html`<section id="references" aria-labelledby="references-title"><h2 id="references-title">References</h2><ol class="refs">${references.map((r) => referenceHtml(page, r, uses.get(r.number) ?? null))}</ol></section>
`;
}

/** The line in which each reference is first used. */
function firstUses(report: Report, page: Page): ReadonlyMap<number, string> {
  const uses = new Map<number, string>();
  type Lines = Report["brief"]["sections"][number]["lines"];
  const visit = (lines: Lines): void => {
    for (const line of lines) {
      for (const part of [...line.lead, ...line.parts])
        if (part.kind === "ref" && !uses.has(part.ref)) uses.set(part.ref, page.idOf(line));
      visit(line.lines);
    }
  };
  for (const section of report.brief.sections) visit(section.lines);
  return uses;
}

function referenceHtml(page: Page, r: Reference, use: string | null): SafeHtml {
  const there = page.withTexts ? `mark-${r.number}` : page.articleAnchor(r.article);
  const back =
    use === null
      ? null
      : html` <a class="back" href="#${use}" aria-label="Back to where reference ${r.number} is used">↩</a>`;
  return html`<li id="ref-${r.number}" value="${r.number}"><span class="cite">${r.outlet}, ${when(r)}${r.title === "" ? "" : `, ${printable(r.title)}`}:</span> <q>“${printable(r.text)}”</q> <a class="place" href="#${there}" title="Show in the article">${r.start}–${r.end}</a>${back}</li>
`;
}

export const when = (a: Pick<ReportArticle, "published" | "publishedWithin">): string =>
  a.published !== null
    ? readableDate(a.published)
    : a.publishedWithin !== null
      ? readableInterval(a.publishedWithin)
      : "undated";

export function articlesHtml(page: Page): SafeHtml | null {
  const { articles } = page.report;
  if (articles.length === 0) return null;
  const note = page.withTexts
    ? "What was cited is marked. Set-aside passages follow each text with the reason."
    : `This page leaves the texts out: it holds at most ${textLimits.articles} articles’ worth. hearsay report --format json has them all.`;
  const list = page.withTexts
    ? articles.map((a) => articleHtml(page, a))
    : [html`<ol class="titles">${articles.slice(0, 1000).map((a) => titleHtml(page, a))}</ol>`];
  return html`<section id="articles" aria-labelledby="articles-title"><h2 id="articles-title">The articles</h2><p class="note">${note}</p>${list}</section>
`;
}

const titleHtml = (page: Page, a: ReportArticle): SafeHtml =>
  html`<li id="${page.articleAnchor(a.id)}"><span class="cite">${a.label}, ${when(a)}</span> ${printable(a.title)} <code>${a.file}</code></li>
`;

function articleHtml(page: Page, a: ReportArticle): SafeHtml {
  const facts = [a.label, when(a), ...a.authors.filter((x) => x !== a.label)].join(" · ");
  return html`<details id="${page.articleAnchor(a.id)}"><summary><span class="title">${printable(a.title) || a.file}</span> <span class="cite">${facts}</span></summary><p class="file"><code>${a.file}</code></p><div class="text" lang="${a.language}" dir="auto">${marked(a.text, page.referencesIn(a.id))}</div>${versionsHtml(page, a)}${removedHtml(a)}</details>
`;
}

/** What stood in the article's place before. */
function versionsHtml(page: Page, a: ReportArticle): SafeHtml[] {
  return page.report.versions
    .filter(({ article }) => article === a.id)
    .map(
      ({ id, title, last, text }) =>
        html`<details class="removed"><summary>As it was on ${readableDate(last.slice(0, 10))}: ${printable(title)}</summary><div class="text" lang="${a.language}" dir="auto">${marked(text, page.referencesIn(id))}</div></details>`,
    );
}

/** The text with every cited stretch marked; where citations overlap, each begins its own mark. */
function marked(text: string, references: readonly Reference[]): SafeHtml[] {
  const edges = [...new Set([0, text.length, ...references.flatMap((r) => [r.start, r.end])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const words = text.slice(start, edges[i + 1]);
    const anchors = references
      .filter((r) => r.start === start)
      .map(
        (r) =>
          html`<a id="mark-${r.number}" class="mark" href="#ref-${r.number}" title="Reference ${r.number}">${r.number}</a>`,
      );
    const cited = references.some((r) => r.start <= start && start < r.end);
    return cited ? html`${anchors}<mark>${words}</mark>` : html`${words}`;
  });
}

function removedHtml(a: ReportArticle): SafeHtml | null {
  if (a.removed.length === 0) return null;
  const rows = a.removed
    .slice(0, 100)
    .map((r) => html`<li><span class="reason">${r.reason}</span> ${beginning(printable(r.text), 400)}</li>`);
  return html`<details class="removed"><summary>Set aside while reading: ${a.removed.length}</summary><ul>${rows}</ul></details>`;
}
