import type { Report, ReportEvent } from "../../tell/index.js";
import { type Graph, type GraphEdge, known } from "../graph.js";
import { referenceOf } from "../places.js";

/** Who does what to whom: an edge for each pair, type and mode, as heavy as the events that have it. */
export function actorGraph(report: Report): Graph {
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  const groups = new Map<string, ReportEvent[]>();
  for (const event of report.events) {
    const [from, to] = [event.source?.entity ?? null, event.target?.entity ?? null];
    if (from === null || to === null || !entities.has(from) || !entities.has(to)) continue;
    const key = [from, to, event.type, event.mode].join("\u0000");
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const spoken = countBy(report.statements.map(({ speaker }) => speaker.entity));
  const acted = countBy(report.events.flatMap(({ source, target }) => [source?.entity, target?.entity]));
  const nodes = report.entities
    .filter(({ id }) => spoken.has(id) || acted.has(id))
    .map(({ id, name, kind, role, affiliation, country, anonymous }) => ({
      id,
      label: name,
      attributes: known({
        ...{ kind, role, affiliation, country, anonymous },
        statements: spoken.get(id) ?? 0,
        events: acted.get(id) ?? 0,
      }),
    }));
  return { name: "actors", nodes, edges: [...groups.values()].map(edge) };
}

function edge(events: readonly ReportEvent[]): GraphEdge {
  const [{ id, type, mode, goldstein, source, target, span }] = events as readonly [ReportEvent];
  return {
    id,
    source: source!.entity!,
    target: target!.entity!,
    label: mode === "asserted" ? type : `${type} (${mode})`,
    weight: events.length,
    attributes: {
      ...{ type, mode, goldstein },
      words: span.text,
      references: events.map((event) => referenceOf(event.span)).join("; "),
    },
  };
}

function countBy(ids: readonly (string | null | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
