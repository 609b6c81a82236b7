import { escaped } from "../../parts/picture.js";
import type { Point } from "./layout.js";
import type { ActorGraph } from "./model.js";

export interface Look {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** "1.2~40~-3" in the address; null where it is none. */
export function parseLook(text: string | undefined): Look | null {
  const [k, x, y, more] = (text ?? "").split("~").map(Number);
  if (k === undefined || x === undefined || y === undefined || more !== undefined) return null;
  return k > 0.01 && k < 100 && Math.abs(x) < 1e6 && Math.abs(y) < 1e6 ? { k, x, y } : null;
}

export const formatLook = ({ k, x, y }: Look): string => `${Number(k.toFixed(3))}~${Math.round(x)}~${Math.round(y)}`;

/** A name as there is room for it beside others. */
const short = (name: string): string => (name.length > 34 ? `${name.slice(0, 33).trimEnd()}…` : name);

/** Colours as the page has them now. */
export function colours(): Readonly<
  Record<"ink" | "soft" | "card" | "good" | "bad" | "coop" | "rule" | "link", string>
> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"),
    soft: of("soft"),
    card: of("card"),
    good: of("good"),
    bad: of("bad"),
    coop: of("coop"),
    rule: of("edge"),
    link: of("link"),
  };
}

/** Cooperation blue, conflict red, neither grey. */
export const toneColour = (tone: number, c: ReturnType<typeof colours>): string =>
  tone > 0.5 ? c.coop : tone < -0.5 ? c.bad : c.rule;

interface Scene {
  readonly graph: ActorGraph;
  readonly points: ReadonlyMap<string, Point>;
  readonly look: Look;
  /** Whom the names stay on for; null shows the names there is room for. */
  readonly chosen: string | null;
}

/** Paints the graph; names where there is room, the weightiest first. */
export function paint(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { graph, points, look, chosen }: Scene,
): void {
  const c = colours();
  const at = (id: string): readonly [number, number] => [
    (points.get(id)?.x ?? 0) * look.k + look.x,
    (points.get(id)?.y ?? 0) * look.k + look.y,
  ];
  context.clearRect(0, 0, width, height);
  for (const link of graph.links) {
    const touches = chosen === null || link.source === chosen || link.target === chosen;
    context.globalAlpha = touches ? 0.75 : 0.12;
    context.strokeStyle = toneColour(link.tone, c);
    context.lineWidth = Math.min(7, 1 + Math.log2(link.count));
    context.setLineDash(link.tone < -0.5 ? [6, 3] : []);
    context.beginPath();
    context.moveTo(...at(link.source));
    context.lineTo(...at(link.target));
    context.stroke();
  }
  context.setLineDash([]);
  const near =
    chosen === null
      ? null
      : new Set(graph.links.flatMap((l) => (l.source === chosen ? [l.target] : l.target === chosen ? [l.source] : [])));
  for (const node of graph.nodes) {
    const [x, y] = at(node.id);
    const radius = (points.get(node.id)?.radius ?? 5) * Math.min(1, Math.max(0.4, look.k));
    context.globalAlpha = near === null || node.id === chosen || near.has(node.id) ? 1 : 0.25;
    context.fillStyle = node.kind === "person" ? c.card : c.ink;
    context.strokeStyle = node.id === chosen ? c.link : c.ink;
    context.lineWidth = node.id === chosen ? 4 : 2;
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
    context.stroke();
  }
  names(context, graph, points, look, chosen, near, c);
  context.globalAlpha = 1;
}

function names(
  context: CanvasRenderingContext2D,
  graph: ActorGraph,
  points: ReadonlyMap<string, Point>,
  look: Look,
  chosen: string | null,
  near: ReadonlySet<string> | null,
  c: ReturnType<typeof colours>,
): void {
  context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = "center";
  context.lineJoin = "round";
  const taken: (readonly [number, number, number, number])[] = [];
  for (const node of graph.nodes) {
    const point = points.get(node.id)!;
    const [x, y] = [
      (point.x ?? 0) * look.k + look.x,
      (point.y ?? 0) * look.k + look.y + point.radius * Math.min(1, look.k) + 13,
    ];
    const half = context.measureText(short(node.name)).width / 2 + 3;
    const wanted = node.id === chosen || near?.has(node.id) === true;
    if (
      !wanted &&
      (near !== null || taken.some(([a, b, p, q]) => x - half < b && x + half > a && y - 12 < q && y + 3 > p))
    )
      continue;
    taken.push([x - half, x + half, y - 12, y + 3]);
    context.globalAlpha = 1;
    context.strokeStyle = c.card;
    context.lineWidth = 4;
    context.strokeText(short(node.name), x, y);
    context.fillStyle = c.ink;
    context.fillText(short(node.name), x, y);
  }
}

/** The same as an SVG file. */
export function svgOf(
  { graph, points }: Pick<Scene, "graph" | "points">,
  width: number,
  height: number,
  look: Look,
): string {
  const c = colours();
  const at = (id: string): readonly [number, number] => [
    (points.get(id)?.x ?? 0) * look.k + look.x,
    (points.get(id)?.y ?? 0) * look.k + look.y,
  ];
  const lines = graph.links.map((l) => {
    const [[x1, y1], [x2, y2]] = [at(l.source), at(l.target)];
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${toneColour(l.tone, c)}" stroke-width="${Math.min(7, 1 + Math.log2(l.count))}"/>`;
  });
  const nodes = graph.nodes.map((n) => {
    const [x, y] = at(n.id);
    const radius = points.get(n.id)?.radius ?? 5;
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${n.kind === "person" ? c.card : c.ink}" stroke="${c.ink}" stroke-width="2"/><text x="${x}" y="${y + radius + 13}" font-family="sans-serif" font-size="12" text-anchor="middle" fill="${c.ink}">${escaped(short(n.name))}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${c.card}"/>${lines.join("")}${nodes.join("")}</svg>`;
}
