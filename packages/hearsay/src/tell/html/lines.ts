import type { Line, Part, Section } from "../brief.js";
import { hint } from "../hint.js";
import { printable } from "../markdown.js";
import { causalGraph } from "./causal-graph.js";
import { lineageGraph } from "./lineage-graph.js";
import { claimMatrix } from "./matrix.js";
import type { Page } from "./page-context.js";
import { html, type SafeHtml } from "./safe.js";
import { timelineStrip } from "./strip.js";

const pictures: Readonly<Partial<Record<Section["id"], (page: Page) => SafeHtml | null>>> = {
  summary: claimMatrix,
  timeline: timelineStrip,
  causes: causalGraph,
  sources: lineageGraph,
};

export function sectionHtml(page: Page, section: Section): SafeHtml {
  const note =
    section.note.length === 0 ? null : html`<p class="note">${section.note.map((p) => partHtml(page, p))}</p>`;
  const lines =
    section.id === "summary" && page.report.articles.length > 0
      ? null
      : html`<ul>${section.lines.map((l) => lineHtml(page, l))}</ul>`;
  const more =
    section.more === null
      ? null
      : html`<p class="more">… and ${section.more.count} more: <code>${hint(page.report, section.more)}</code></p>`;
  const picture = pictures[section.id]?.(page) ?? null;
  return html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${section.title}</h2>${note}${picture}${lines}${more}</section>
`;
}

function lineHtml(page: Page, line: Line): SafeHtml {
  const tight = /^[,:;]/.test(line.parts[0]?.text ?? "");
  const below = line.lines.length === 0 ? null : html`<ul>${line.lines.map((l) => lineHtml(page, l))}</ul>`;
  const parts = line.parts.map((p) => partHtml(page, p));
  return html`<li id="${page.idOf(line)}">${leadHtml(page, line.lead, tight)}${parts}${below}</li>
`;
}

function leadHtml(page: Page, lead: readonly Part[], tight: boolean): SafeHtml | null {
  if (lead.length === 0) return null;
  const parts = lead.map((p) => partHtml(page, p));
  return tight ? html`<span class="lead run">${parts}</span>` : html`<span class="lead">${parts}</span> `;
}

/** One part of a line; words of an article in <q>, so that they can be told from the template at a glance. */
export function partHtml(page: Page, part: Part): SafeHtml {
  switch (part.kind) {
    case "quote":
      return html`<q>“${part.before ? "… " : ""}${printable(part.text)}${part.after ? " …" : ""}”</q>`;
    case "ref":
      return html`<a class="ref" href="#ref-${part.ref}" title="${referenceTitle(page, part.ref)}">${part.text}</a>`;
    case "name":
      return part.article === null
        ? html`<span class="name">${printable(part.text)}</span>`
        : html`<a class="name" href="#${page.articleAnchor(part.article)}">${printable(part.text)}</a>`;
    case "grade":
      return html`<span class="grade">${part.text}</span>`;
    default:
      return html`${part.text}`;
  }
}

function referenceTitle(page: Page, number: number): string {
  const reference = page.report.references[number - 1];
  return reference === undefined ? "" : `${reference.outlet}: “${printable(reference.text)}”`;
}
