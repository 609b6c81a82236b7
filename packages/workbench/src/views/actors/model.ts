import type { Answer } from "hearsay/client";

/** Who acts on whom: an actor an entity, a link a pair, as the server draws it together. */
export type ActorGraph = Answer<"GET /stories/{s}/graph">;
export type ActorNode = ActorGraph["nodes"][number];
export type ActorLink = ActorGraph["links"][number];

/** So many actors are drawn: more are a knot that nobody can read. The list beside has them all. */
export const mostDrawn = 400;

/** The actors of most events and the pairs among them. */
export function drawnOf({ nodes, links }: ActorGraph, most = mostDrawn): ActorGraph {
  if (nodes.length <= most) return { nodes, links };
  const kept = nodes.slice(0, most);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, links: links.filter(({ source, target }) => ids.has(source) && ids.has(target)) };
}
