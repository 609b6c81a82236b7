import { html, SafeHtml } from "../../tell/html/safe.js";
import type { ReportArticle } from "../../tell/index.js";
import type { ArticleDiff, DiffSegment } from "../../trace/index.js";

/** Two articles side by side as one page without script: every shared stretch leads to its counterpart. */
export function diffPage(a: ReportArticle, b: ReportArticle, diff: ArticleDiff): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const swapped = diff.b.filter(({ change }) => change === "changed").length;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${a.label} and ${b.label}, side by side</title><style>${new SafeHtml(style)}</style></head><body>
<h1>What A and B share</h1>
<p>${percent(diff.cover.b)} of B’s words stand in sentences that A has too; those hold ${percent(diff.cover.a)} of A’s.
${swapped} words or phrases of A stand in B in other words, marked <ins class="changed">so</ins>; what only one side has is marked
<del class="dropped">so</del> in A and <ins class="added">so</ins> in B. Each shared stretch leads to its counterpart.</p>
<main>${column("A", a, sides(diff.a, "a"))}${column("B", b, sides(diff.b, "b"))}</main>
</body></html>
`.markup;
}

/** A segment seen from one side. */
interface Side {
  readonly change: DiffSegment["change"];
  readonly start: number;
  readonly end: number;
  /** Where it starts in A, which names the pair on both sides. */
  readonly pair: number | null;
}

function sides(segments: readonly DiffSegment[], own: "a" | "b"): Side[] {
  return segments.flatMap((segment) => {
    const here = segment[own];
    if (here === null) return [];
    return [{ change: segment.change, ...here, pair: segment.b === null ? null : (segment.a?.start ?? null) }];
  });
}

function column(letter: "A" | "B", { label, title, text }: ReportArticle, segments: readonly Side[]): SafeHtml {
  const parts: SafeHtml[] = [];
  let at = 0;
  for (const segment of segments) {
    if (segment.start < at) continue;
    parts.push(
      html`${text.slice(at, segment.start)}${marked(letter, text.slice(segment.start, segment.end), segment)}`,
    );
    at = segment.end;
  }
  return html`<section><h2>${letter} · ${label}</h2><h3>${title}</h3><div class="text">${parts}${text.slice(at)}</div></section>`;
}

function marked(letter: "A" | "B", words: string, { change, pair }: Side): SafeHtml {
  if (change === "dropped") return html`<del class="dropped">${words}</del>`;
  if (change === "added") return html`<ins class="added">${words}</ins>`;
  const other = letter === "A" ? "B" : "A";
  const link = html`<a id="${letter}${pair}" href="#${other}${pair}">${words}</a>`;
  return change === "kept" ? link : html`<ins class="changed" title="other words for the same">${link}</ins>`;
}

const style = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1b1a17;--rule:#dcd7ca;--drop:#fbdcd6;--add:#d9eed9;--swap:#fdeeb4}
@media (prefers-color-scheme:dark){:root{--paper:#16171a;--ink:#ebe8e1;--rule:#383a40;--drop:#5a2620;--add:#1f4427;--swap:#54460f}}
body{margin:1.5rem auto;max-width:90rem;padding:0 1rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{display:grid;grid-template-columns:1fr 1fr;gap:2rem}
@media (max-width:50rem){main{grid-template-columns:1fr}}
h3{font-weight:400;margin-top:-.5rem}
.text{white-space:pre-wrap;border-top:1px solid var(--rule);padding-top:1rem;overflow-wrap:anywhere}
.text a{color:inherit;text-decoration:none}
.text a:hover,.text a:focus-visible,.text a:target{outline:2px solid currentColor}
ins,del{text-decoration:none;border-radius:2px;padding:0 .1em}
.dropped{background:var(--drop);text-decoration:line-through}.added{background:var(--add)}.changed{background:var(--swap)}
`;
