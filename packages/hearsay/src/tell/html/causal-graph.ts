import type { Quote } from "../../model/index.js";
import { type Link, tellingLinks } from "../links.js";
import { foldWords } from "../words.js";
import { drawGraph, type GraphEdge, type GraphNode } from "./graph.js";
import { labelLines } from "./labels.js";
import type { Page } from "./page-context.js";
import { html, type SafeHtml } from "./safe.js";

const drawnLinks = 18;

/** The most asserted causal links as a map: + raises or brings about, − lowers or prevents. */
export function causalGraph(page: Page): SafeHtml | null {
  const links = tellingLinks(page.report)
    .filter((l) => !l.best.negated)
    .slice(0, drawnLinks);
  if (links.length === 0) return null;
  const ends = new Map<string, Quote>();
  for (const { best } of links)
    for (const end of [best.cause, best.effect]) if (!ends.has(key(end))) ends.set(key(end), end);
  const nodes = [...ends].map(([id, words]) => concept(page, id, words));
  return html`<figure class="picture"><figcaption><strong>Causal map.</strong> What is said to bring about (+) or prevent (−) what, in the articles’ own words: the ${links.length} most asserted. Each arrow leads to who says it.</figcaption><div class="scroll" tabindex="0" role="region" aria-label="Causal map">${drawGraph(
    nodes,
    links.map((l) => arrow(page, l)),
    { id: "causal", name: "Causal map" },
  )}</div></figure>`;
}

const key = (words: Quote): string => foldWords(words.text);

function concept(page: Page, id: string, words: Quote): GraphNode {
  const reference = page.referenceTo(words);
  return {
    id,
    label: labelLines(words.text, 26, 3),
    className: "concept",
    title: `“${words.text}” — ${page.article(words.article)?.label ?? ""}`,
    href: reference === null ? null : `ref-${reference.number}`,
  };
}

function arrow(page: Page, { best, origins }: Link): GraphEdge {
  const who = best.by === "author" ? (page.article(best.article)?.label ?? "") : best.by;
  const sign = best.sign === "+" ? "+" : "−";
  const unsure = best.hedged || best.conditional ? " ?" : "";
  return {
    from: key(best.cause),
    to: key(best.effect),
    label: `${sign}${unsure}${origins > 1 ? ` ×${origins}` : ""}`,
    className: best.sign === "+" ? "plus" : "minus",
    title: `${who}: “${best.cause.text}” ${sign} “${best.effect.text}”`,
    href: page.lineOf(best.id),
  };
}
