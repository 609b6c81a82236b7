import type { Verdict } from "../../model/index.js";
import { informantNames } from "../informants.js";
import type { ReportClaim, ReportSupport } from "../report.js";
import { short } from "./labels.js";
import type { Page } from "./page-context.js";
import { html, type SafeHtml } from "./safe.js";

const limits = { claims: 24, origins: 14 } as const;

interface Column {
  readonly id: string;
  /** "1", "2" … for an origin; "" for an informant whom several articles share. */
  readonly number: string;
  readonly label: string;
}

const verdictLabels: Readonly<Record<Verdict, string>> = {
  corroborated: "established",
  contradicted: "contradicted",
  revised: "revised",
  "single-origin": "one origin",
};

/** Claims by origins: who supports, who contradicts, who is silent; every mark leads to the words. */
export function claimMatrix(page: Page): SafeHtml | null {
  const claims = page.report.claims
    .filter(
      (c) => page.lineOf(c.id) !== null && (c.origins > 1 || c.verdict !== "single-origin" || c.looksCorroborated),
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || b.origins - a.origins || b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, limits.claims);
  const columns = columnsOf(page, claims);
  if (claims.length === 0 || columns.length < 2) return null;
  return html`<figure class="picture"><figcaption><strong>Who carries what.</strong> Claims by independent origins, the origins in the order of publication. ${glyph("yes")} supports, ${glyph("part")} in part, ${glyph("no")} says otherwise, empty: silent.</figcaption><div class="scroll" tabindex="0" role="region" aria-label="Claims by origins"><table class="matrix"><thead><tr><th scope="col">Claim</th>${columns.map((c) => html`<th scope="col"><span title="${c.label}">${c.number === "" ? null : html`<b>${c.number}</b> `}${short(c.label, 28)}</span></th>`)}</tr></thead><tbody>${claims.map((c) => row(page, c, columns))}</tbody></table></div></figure>`;
}

const rankOf = (c: ReportClaim): number =>
  ["contradicted", "corroborated", "revised", "single-origin"].indexOf(c.verdict);

/** The origins that carry most of these claims, in the order of publication, shared informants last. */
function columnsOf(page: Page, claims: readonly ReportClaim[]): Column[] {
  const carried = new Map<string, number>();
  for (const c of claims)
    for (const o of new Set(c.support.map((s) => s.origin))) carried.set(o, (carried.get(o) ?? 0) + 1);
  const most = new Set(
    [...carried]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, limits.origins)
      .map(([o]) => o),
  );
  const own = page.report.origins
    .filter((o) => most.has(o.id))
    .map((o) => ({ id: o.id, number: String(o.number), label: page.article(o.root)?.label ?? o.root }));
  const known = new Set(own.map((o) => o.id));
  const names = informantNames(page.report);
  const shared = [...most].filter((o) => !known.has(o)).sort();
  return [...own, ...shared.map((o) => ({ id: o, number: "", label: `word of ${names.get(o) ?? o}` }))];
}

function row(page: Page, claim: ReportClaim, columns: readonly Column[]): SafeHtml {
  const rivals = claim.conflicts.flatMap((id) => page.report.claims.find((c) => c.id === id) ?? []);
  const cells = columns.map((column) => cell(page, claim, rivals, column));
  return html`<tr><th scope="row"><a href="#${page.lineOf(claim.id) ?? ""}" title="${claim.proposition}"><span class="badge ${claim.verdict}">${badge(claim)}</span> ${short(claim.proposition, 90)}</a></th>${cells}</tr>`;
}

const badge = (claim: ReportClaim): string =>
  claim.verdict === "single-origin" && claim.looksCorroborated ? "echo" : verdictLabels[claim.verdict];

/** An origin may stand on both sides of a contradiction: then it has both marks. */
function cell(page: Page, claim: ReportClaim, rivals: readonly ReportClaim[], column: Column): SafeHtml {
  const mine = claim.support.filter((s) => s.origin === column.id);
  const whole = mine.filter((s) => !s.partial);
  const against = rivals.flatMap((r) => r.support.filter((s) => s.origin === column.id && !s.partial));
  const part = whole.length === 0 ? mine : [];
  return html`<td>${mark(page, column, "yes", whole)}${mark(page, column, "part", part)}${mark(page, column, "no", against)}</td>`;
}

const says = { yes: "supports", part: "supports in part", no: "says otherwise" } as const;

function mark(
  page: Page,
  { label }: Column,
  kind: keyof typeof says,
  supports: readonly ReportSupport[],
): SafeHtml | null {
  const first = supports[0];
  if (first === undefined) return null;
  const count = new Set(supports.map((s) => s.article)).size;
  const sub = count > 1 ? html`<sub>${count}</sub>` : null;
  return html`<a href="#${door(page, first)}" title="${label} ${says[kind]}: “${first.span.text}”" aria-label="${label} ${says[kind]}">${glyph(kind)}${sub}</a>`;
}

/** Where the words can be read: their reference, else their article. */
function door(page: Page, support: ReportSupport): string {
  const reference = page.referenceTo(support.span);
  return reference === null ? page.articleAnchor(support.article) : `ref-${reference.number}`;
}

const shapes = {
  yes: html`<circle cx="8" cy="8" r="6"/>`,
  part: html`<circle cx="8" cy="8" r="5.2"/>`,
  no: html`<path d="M3 3L13 13M13 3L3 13"/>`,
} as const;

const glyph = (kind: keyof typeof shapes): SafeHtml =>
  html`<svg class="glyph ${kind}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${shapes[kind]}</svg>`;
