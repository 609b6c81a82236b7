import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Line, Part } from "../../tell/brief.js";
import { readableDate, readableInterval } from "../../tell/dates.js";
import { html, SafeHtml } from "../../tell/html/safe.js";
import { plain, printable, renderMarkdown } from "../../tell/markdown.js";
import { block, heading, itemBlocks, latest, type Paper, run } from "../../tell/paper/paper.js";
import type { Composed, Source } from "./index.js";

/** A composed brief in CommonMark, its sources as endnotes. */
export function composedMarkdown({ title, lines, sources, problems }: Composed): string {
  const section = { id: "summary", title: "Summary", note: [], lines, more: null } as const;
  // The first section of a report is set as paragraphs; the brief's lines are a list like all others.
  const brief = { sections: [{ ...section, id: "new" as const }] };
  const body = renderMarkdown({ story: { name: title }, brief, references: [] }, { references: false });
  const [head = "", , ...rest] = body.split("\n\n");
  const notes = sources.map((source) => `${source.number}. ${noteParts(source).map(plain).join("; ")}.`);
  const warning = problems.length === 0 ? [] : [`**${unsound}** ${problems.length}`];
  return `${[head, ...warning, ...rest].join("\n\n").trimEnd()}\n\n## Sources\n\n${notes.join("\n")}\n`;
}

/** What an endnote says of its source, in ICD 206's order: originator, title, date, where it is, how good it is. */
function noteParts(source: Source): readonly string[] {
  const { outlet, authors, title, published, publishedWithin, agency, translatedFrom } = source;
  const within = publishedWithin === null ? "undated" : readableInterval(publishedWithin);
  return [
    outlet,
    ...(title === "" ? [] : [`“${title}”`]),
    ...(authors.length === 0 ? [] : [`by ${authors.join(", ")}`]),
    published === null ? within : readableDate(published),
    ...(agency === null ? [] : [`from ${agency}`]),
    ...(translatedFrom === null ? [] : [`translated from ${translatedFrom}`]),
    // Where it lies on the machine of who composed it is nobody else's affair.
    source.url ?? basename(source.file),
    `characters ${source.start}–${source.end}`,
    ...(source.origin === null ? [] : [`origin ${source.origin} of ${source.origins}`]),
    `source reliability ${source.reliability}`,
  ];
}

/** A composed brief for Word and for print, its sources as numbered endnotes with their words. */
export function composedPaper({ title, lines, sources, problems }: Composed): Paper {
  const anchorOf = (number: number): string => `source-${number}`;
  const warning = problems.length === 0 ? [] : [block("paragraph", [run(unsound, "bold")])];
  const notes = sources.map((source) => {
    const runs = [run(`${source.number}. ${noteParts(source).join("; ")}. `), run(`“${source.text}”`, "quote")];
    return block("source", runs, { anchor: anchorOf(source.number) });
  });
  const body = lines.flatMap((line) => itemBlocks(line, anchorOf));
  return { title: printable(title), day: latest(sources), blocks: [...warning, ...body, heading("Sources"), ...notes] };
}

const unsound = "This brief does not hold: do not use it.";

/** A composed brief as one page without script. Everything that is not written here is escaped. */
export function composedHtml({ title, lines, sources, problems }: Composed): string {
  const warning = problems.length === 0 ? null : html`<p class="bad">${unsound}</p>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new SafeHtml(policy)}">
<title>${printable(title)}</title><style>${new SafeHtml(style)}</style></head><body>
<h1>${printable(title)}</h1>${warning}<ul>${lines.map(lineHtml)}</ul>
<h2>Sources</h2><ol>${sources.map(sourceHtml)}</ol>
</body></html>
`.markup;
}

function lineHtml({ lead, parts, lines }: Line): SafeHtml {
  const head = lead.length === 0 ? null : html`<strong>${lead.map(partHtml)}</strong> `;
  const below = lines.length === 0 ? null : html`<ul>${lines.map(lineHtml)}</ul>`;
  return html`<li>${head}${parts.map(partHtml)}${below}</li>`;
}

function partHtml(part: Part): SafeHtml {
  if (part.kind === "ref") return html`<a href="#source-${part.ref}"><sup>${part.text}</sup></a>`;
  if (part.kind !== "quote") return html`${printable(part.text)}`;
  return html`<q>${part.before ? "… " : ""}${printable(part.text)}${part.after ? " …" : ""}</q>`;
}

const sourceHtml = (source: Source): SafeHtml =>
  html`<li id="source-${source.number}">${noteParts(source).map(printable).join("; ")}. <q>${printable(source.text)}</q></li>`;

const style = `:root{color-scheme:light dark}body{font:16px/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
li{margin:.4rem 0;overflow-wrap:anywhere}ol{font-size:.9em}sup{font-size:.75em}.bad{color:#b00020;font-weight:700}`;
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** The page's content security policy as a header has it. */
export const composedPolicy = `${policy}; frame-ancestors 'none'; sandbox allow-popups`;
