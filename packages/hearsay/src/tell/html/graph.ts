import { Graph, layout } from "@dagrejs/dagre";
import { html, type SafeHtml } from "./safe.js";

export interface GraphNode {
  readonly id: string;
  /** Lines of text, the first set in bold. */
  readonly label: readonly string[];
  readonly className: string;
  readonly title: string;
  readonly href: string | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly className: string;
  readonly title: string;
  readonly href: string | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: readonly (readonly Point[])[];
}

const size = { line: 16, padX: 12, padY: 9, perChar: 6.7, perBold: 7.5, minWidth: 84 } as const;

const widthOf = (n: GraphNode): number =>
  Math.max(size.minWidth, ...n.label.map((l, i) => l.length * (i === 0 ? size.perBold : size.perChar))) + 2 * size.padX;
const heightOf = (n: GraphNode): number => n.label.length * size.line + 2 * size.padY;

/** The picture's own prefix for ids, and what it shows. */
interface Naming {
  readonly id: string;
  readonly name: string;
}

/** A directed graph drawn from left to right; edges between unknown nodes are left out. */
export function drawGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[], { id, name }: Naming): SafeHtml {
  const known = new Set(nodes.map((n) => n.id));
  const kept = edges.filter((e) => known.has(e.from) && known.has(e.to) && e.from !== e.to);
  const placed = place(nodes, kept);
  return html`<svg class="graph" xmlns="http://www.w3.org/2000/svg" width="${placed.width}" height="${placed.height}" viewBox="0 0 ${placed.width} ${placed.height}" role="group" aria-label="${name}">
<defs>${["plain", "plus", "minus", "cites", "ring"].map((kind) => arrowHead(id, kind))}</defs>
${kept.map((e, i) => drawEdge(id, e, placed.edges[i] ?? []))}
${nodes.map((n) => drawNode(n, placed.nodes.get(n.id) ?? { x: 0, y: 0 }))}
</svg>`;
}

function place(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 36, edgesep: 14, marginx: 8, marginy: 8 });
  for (const n of nodes) graph.setNode(n.id, { width: widthOf(n), height: heightOf(n) });
  for (const [i, e] of edges.entries()) {
    const room = { width: e.label.length * size.perChar + 10, height: 18, labelpos: "c" };
    graph.setEdge(e.from, e.to, room, String(i));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const pointsOf = (e: GraphEdge, i: number): Point[] =>
    (graph.edge({ v: e.from, w: e.to, name: String(i) }) as { points: Point[] }).points;
  return {
    width: Math.ceil(Number.isFinite(width) ? width : 0),
    height: Math.ceil(Number.isFinite(height) ? height : 0),
    nodes: new Map(nodes.map((n) => [n.id, graph.node(n.id) as Point])),
    edges: edges.map(pointsOf),
  };
}

const arrowHead = (id: string, kind: string): SafeHtml =>
  html`<marker id="${id}-arrow-${kind}" class="arrow ${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z"/></marker>`;

const at = (n: number): string => n.toFixed(1);

function drawNode(n: GraphNode, { x, y }: Point): SafeHtml {
  const [width, height] = [widthOf(n), heightOf(n)];
  const top = y - height / 2 + size.padY + 12;
  const box = html`<g class="node ${n.className}"><title>${n.title}</title><rect x="${at(x - width / 2)}" y="${at(y - height / 2)}" width="${at(width)}" height="${at(height)}" rx="5"/>${n.label.map(
    (text, i) =>
      html`<text x="${at(x)}" y="${at(top + i * size.line)}" text-anchor="middle" class="${i === 0 ? "head" : "rest"}">${text}</text>`,
  )}</g>`;
  return linked(n.href, box);
}

function drawEdge(id: string, e: GraphEdge, points: readonly Point[]): SafeHtml {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const width = e.label.length * size.perChar + 8;
  const drawn = html`<g class="edge ${e.className}"><title>${e.title}</title><path d="${path(points)}" marker-end="url(#${id}-arrow-${headOf(e.className)})"/><rect x="${at(middle.x - width / 2)}" y="${at(middle.y - 9)}" width="${at(width)}" height="17" rx="8"/><text x="${at(middle.x)}" y="${at(middle.y + 4)}" text-anchor="middle">${e.label}</text></g>`;
  return linked(e.href, drawn);
}

const headOf = (className: string): string => /\b(?:ring|plus|minus|cites)\b/.exec(className)?.[0] ?? "plain";

const linked = (href: string | null, inner: SafeHtml): SafeHtml =>
  href === null ? inner : html`<a href="#${href}">${inner}</a>`;

/** A smooth line through the middle of each stretch. */
function path(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const last = rest.at(-1) ?? first;
  const curves = rest.slice(0, -1).map((p, i) => {
    const next = rest[i + 1] ?? p;
    return `Q${at(p.x)} ${at(p.y)} ${at((p.x + next.x) / 2)} ${at((p.y + next.y) / 2)}`;
  });
  return `M${at(first.x)} ${at(first.y)}${curves.join("")}L${at(last.x)} ${at(last.y)}`;
}
