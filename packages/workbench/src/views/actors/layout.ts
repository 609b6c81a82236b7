import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import type { ActorGraph } from "./model.js";

export interface Point extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

export const radiusOf = (weight: number): number => 5 + Math.sqrt(weight) * 2.6;

/**
 * Places for the actors of a graph, found step by step so that the page stays alive: `step` works for some
 * milliseconds and says whether there is more to do. The same graph always gets the same places.
 */
export function layoutOf(graph: ActorGraph): {
  readonly points: readonly Point[];
  readonly step: (milliseconds: number) => boolean;
} {
  const points = graph.nodes.map((n): Point => ({ id: n.id, radius: radiusOf(n.weight) }));
  const simulation = forceSimulation<Point>(points)
    .force(
      "link",
      forceLink<Point, { source: string; target: string }>(
        graph.links.map(({ source, target }) => ({ source, target })),
      )
        .id((p) => p.id)
        .distance(90)
        .strength(0.35),
    )
    .force("charge", forceManyBody<Point>().strength(-240).theta(1.1).distanceMax(600))
    .force("x", forceX<Point>(0).strength(0.05))
    .force("y", forceY<Point>(0).strength(0.07))
    .force(
      "collide",
      forceCollide<Point>((p) => p.radius + 8),
    )
    .stop();
  let left = 260;
  const step = (milliseconds: number): boolean => {
    const end = performance.now() + milliseconds;
    while (left > 0 && performance.now() < end) {
      simulation.tick();
      left -= 1;
    }
    return left > 0;
  };
  return { points, step };
}

/** The scale and shift that show all points in so much room. */
export function fit(
  points: readonly Point[],
  width: number,
  height: number,
): { readonly k: number; readonly x: number; readonly y: number } {
  if (points.length === 0 || width === 0) return { k: 1, x: width / 2, y: height / 2 };
  const xs = points.map((p) => p.x ?? 0);
  const ys = points.map((p) => p.y ?? 0);
  const [x0, x1, y0, y1] = [Math.min(...xs) - 70, Math.max(...xs) + 70, Math.min(...ys) - 30, Math.max(...ys) + 30];
  const k = Math.min(2, width / (x1 - x0), height / (y1 - y0));
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 };
}
