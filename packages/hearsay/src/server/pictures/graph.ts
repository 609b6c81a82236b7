import type { Report } from "../../tell/report.js";
import type { Answer } from "../contract/index.js";

type Graph = Answer<"GET /stories/{s}/graph">;

/** At most so many actors are drawn. */
const most = 2000;

/**
 * Who acts on whom: a node an entity, a link a pair, in both directions together. Only events of both sides, until a
 * day where one is given.
 */
export function graphOf({ events, entities }: Pick<Report, "events" | "entities">, until = ""): Graph {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const weight = new Map<string, number>();
  const pairs = new Map<string, { source: string; target: string; count: number; sum: number }>();
  for (const event of events) {
    const [a, b] = [event.source?.entity ?? null, event.target?.entity ?? null];
    if (a === null || b === null || a === b || !known.has(a) || !known.has(b)) continue;
    if (until !== "" && (event.when?.earliest ?? "").slice(0, until.length) > until) continue;
    for (const id of [a, b]) weight.set(id, (weight.get(id) ?? 0) + 1);
    const [source, target] = a < b ? [a, b] : [b, a];
    const key = `${source} ${target}`;
    const pair = pairs.get(key) ?? { source, target, count: 0, sum: 0 };
    pairs.set(key, { ...pair, count: pair.count + 1, sum: pair.sum + event.goldstein });
  }
  const kept = [...weight].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).slice(0, most);
  const ids = new Set(kept.map(([id]) => id));
  const nodes = kept.map(([id, count]) => ({
    id,
    name: known.get(id)!.name,
    kind: known.get(id)!.kind,
    weight: count,
  }));
  const links = [...pairs.values()]
    .filter(({ source, target }) => ids.has(source) && ids.has(target))
    .map(({ sum, ...pair }) => ({ ...pair, tone: sum / pair.count }));
  return { nodes, links };
}
