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

type Entity = Answer<"GET /stories/{s}/entities/{id}">["entity"];

/** Role, affiliation and country in a line: each once, and nothing that the name says already. */
export function titleOf({
  name,
  role,
  affiliation,
  country,
}: Pick<Entity, "name" | "role" | "affiliation" | "country">) {
  const said = [role, affiliation, country].filter((part) => part !== null && part !== "" && part !== name);
  return [...new Set(said)].join(" · ");
}
