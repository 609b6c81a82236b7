import type { DerivationKind } from "../../model/index.js";
import { passageShown } from "../brief/lineage.js";
import { readableDate, readableInterval } from "../dates.js";
import type { ReportArticle, ReportDerivation } from "../report.js";
import { clip } from "../words.js";
import { drawGraph, type GraphEdge, type GraphNode } from "./graph.js";
import { short } from "./labels.js";
import type { Page } from "./page-context.js";
import { html, type SafeHtml } from "./safe.js";

const kindLabels: Readonly<Record<DerivationKind, string>> = {
  copy: "copy",
  excerpt: "excerpt",
  rewrite: "rewrite",
  spun: "spun",
  translation: "translation",
  cites: "cites",
};
const limits = { nodes: 50, outside: 8 } as const;

/** Who takes from whom: from the source on the left to what was made of it on the right, coloured by origin. */
export function lineageGraph(page: Page): SafeHtml | null {
  const { derivations, articles } = page.report;
  const linked = new Set(derivations.flatMap((d) => (d.source === null ? [d.derived] : [d.derived, d.source])));
  const chosen = articles.filter((a) => linked.has(a.id)).slice(0, limits.nodes);
  if (chosen.length === 0) return null;
  const inside = new Set(chosen.map((a) => a.id));
  const rings = ringEdges(page);
  const outside = outsideOutlets(derivations.filter((d) => inside.has(d.derived)));
  const nodes = [...chosen.map((a) => articleNode(page, a)), ...outside.map(outsideNode)];
  const edges = strongest(derivations.filter((d) => inside.has(d.derived))).map((d) => edgeOf(page, d, rings));
  const left = [linked.size - chosen.length, articles.length - linked.size] as const;
  return html`<figure class="picture"><figcaption><strong>Lineage.</strong> An arrow leads from a source to what was taken from it. The number and colour of a box are its origin; a dashed box is an outlet outside this set${page.report.circles.length > 0 ? "; thick arrows are a circle" : ""}. ${caption(left)}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="Lineage graph">${drawGraph(nodes, edges, { id: "lineage", name: "Lineage of the articles" })}</div></figure>`;
}

const caption = ([undrawn, alone]: readonly [number, number]): string =>
  [
    undrawn > 0 ? `${undrawn} more articles are not drawn.` : "",
    alone > 0
      ? `${alone === 1 ? "1 article takes" : `${alone} articles take`} from nobody here and nobody takes from ${alone === 1 ? "it" : "them"}.`
      : "",
  ]
    .filter((s) => s !== "")
    .join(" ");

function articleNode(page: Page, a: ReportArticle): GraphNode {
  const origin = page.report.origins.find((o) => o.id === a.origin)?.number ?? 0;
  const when =
    a.published === null
      ? a.publishedWithin === null
        ? "undated"
        : readableInterval(a.publishedWithin)
      : readableDate(a.published);
  return {
    id: a.id,
    label: [short(a.label, 24), when, ...(origin > 0 ? [`origin ${origin}`] : [])],
    className: `hue${origin % 8}`,
    title: a.title === "" ? a.label : `${a.label}: ${a.title}`,
    href: page.articleAnchor(a.id),
  };
}

const outsideId = (outlet: string): string => `outside ${outlet}`;
const outsideNode = (outlet: string): GraphNode => ({
  id: outsideId(outlet),
  label: [short(outlet, 24), "not in this set"],
  className: "outside",
  title: outlet,
  href: null,
});

function outsideOutlets(derivations: readonly ReportDerivation[]): string[] {
  const counts = new Map<string, number>();
  for (const { source, outlet } of derivations)
    if (source === null && outlet !== null) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, limits.outside)
    .map(([outlet]) => outlet);
}

/** One arrow between two articles: taking text counts for more than naming. */
function strongest(derivations: readonly ReportDerivation[]): ReportDerivation[] {
  const best = new Map<string, ReportDerivation>();
  const heft = (d: ReportDerivation): number => d.score - (d.kind === "cites" ? 2 : 0);
  for (const d of derivations) {
    const key = JSON.stringify([d.derived, d.source ?? outsideId(d.outlet ?? "")]);
    const known = best.get(key);
    if (known === undefined || heft(d) > heft(known)) best.set(key, d);
  }
  return [...best.values()];
}

const ringEdges = (page: Page): ReadonlySet<string> =>
  new Set(page.report.circles.flatMap((ring) => ring.slice(1).map((to, i) => JSON.stringify([ring[i], to]))));

function edgeOf(page: Page, d: ReportDerivation, rings: ReadonlySet<string>): GraphEdge {
  const place = d.passages[0]?.derived;
  const reference = place === undefined ? null : page.referenceTo(clip(place, passageShown));
  const ring = d.source !== null && rings.has(JSON.stringify([d.derived, d.source]));
  return {
    from: d.source ?? outsideId(d.outlet ?? ""),
    to: d.derived,
    label: `${kindLabels[d.kind]}${d.direction === "open" ? " ?" : ""}`,
    className: `${ring ? "ring " : ""}${d.kind === "cites" ? "cites" : "takes"}`,
    title: place === undefined ? kindLabels[d.kind] : `${kindLabels[d.kind]}: “${short(place.text, 200)}”`,
    href: reference === null ? null : `ref-${reference.number}`,
  };
}
