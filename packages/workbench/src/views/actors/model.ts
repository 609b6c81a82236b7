import type { Entity, ReportEvent } from "hearsay";

export interface ActorNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** In how many events it takes part. */
  readonly weight: number;
}

export interface ActorLink {
  readonly source: string;
  readonly target: string;
  readonly count: number;
  /** Mean of Goldstein's scale, −10 conflict to +10 cooperation. */
  readonly tone: number;
}

export interface ActorGraph {
  readonly nodes: readonly ActorNode[];
  readonly links: readonly ActorLink[];
}

/**
 * Who acts on whom: an actor an entity, a link a pair, in both directions together. Only events of both sides, until
 * a moment where one is given; at most so many actors, those in most events.
 */
export function actorGraph(
  events: readonly ReportEvent[],
  entities: readonly Entity[],
  until: string,
  most = 2000,
): ActorGraph {
  const known = new Map(entities.map((e) => [e.id, e]));
  const weight = new Map<string, number>();
  const pairs = new Map<string, { source: string; target: string; count: number; sum: number }>();
  for (const event of events) {
    const [a, b] = [event.source?.entity ?? null, event.target?.entity ?? null];
    if (a === null || b === null || a === b || !known.has(a) || !known.has(b)) continue;
    if (until !== "" && (event.when?.earliest ?? "0000") > until) continue;
    for (const id of [a, b]) weight.set(id, (weight.get(id) ?? 0) + 1);
    const [source, target] = a < b ? [a, b] : [b, a];
    const pair = pairs.get(`${source} ${target}`) ?? { source, target, count: 0, sum: 0 };
    pairs.set(`${source} ${target}`, { ...pair, count: pair.count + 1, sum: pair.sum + event.goldstein });
  }
  const kept = [...weight].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).slice(0, most);
  const ids = new Set(kept.map(([id]) => id));
  const nodes = kept.map(
    ([id, count]): ActorNode => ({ id, name: known.get(id)!.name, kind: known.get(id)!.kind, weight: count }),
  );
  const links = [...pairs.values()]
    .filter((p) => ids.has(p.source) && ids.has(p.target))
    .map(({ sum, ...p }): ActorLink => ({ ...p, tone: sum / p.count }));
  return { nodes, links };
}
