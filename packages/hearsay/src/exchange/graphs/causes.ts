import { stableId } from "../../model/index.js";
import type { Report, ReportCause } from "../../tell/index.js";
import { type Graph, known } from "../graph.js";
import { referenceOf, shelfOf } from "../places.js";

/** What is said to bring about what: a node for each wording, an edge for each report. */
export function causeGraph(report: Report): Graph {
  const shelf = shelfOf(report);
  const nodes = new Map<string, { id: string; label: string; count: number }>();
  for (const { text } of report.causes.flatMap(({ cause, effect }) => [cause, effect])) {
    const id = nodeId(text);
    const known = nodes.get(id);
    if (known === undefined) nodes.set(id, { id, label: text, count: 1 });
    else known.count++;
  }
  const edges = report.causes.map((one: ReportCause) => ({
    id: one.id,
    source: nodeId(one.cause.text),
    target: nodeId(one.effect.text),
    label: `${one.negated ? "not " : ""}${one.sign === "+" ? "+" : "−"}`,
    weight: 1,
    attributes: known({
      ...{ sign: one.sign, negated: one.negated, hedged: one.hedged, conditional: one.conditional, by: one.by },
      outlet: shelf.get(one.article)?.label ?? null,
      words: between(one, shelf.get(one.article)?.text ?? ""),
      references: `${referenceOf(one.cause)}; ${referenceOf(one.effect)}`,
    }),
  }));
  const drawn = [...nodes.values()].map(({ id, label, count }) => ({ id, label, attributes: { reports: count } }));
  return { name: "causes", nodes: drawn, edges };
}

/** One node for words that differ in capitals and spaces alone. */
const nodeId = (text: string): string => stableId("concept", text.normalize("NFC").toLowerCase().replace(/\s+/g, " "));

/** From the first to the last word of cause and effect. */
const between = ({ cause, effect }: ReportCause, text: string): string =>
  text.slice(Math.min(cause.start, effect.start), Math.max(cause.end, effect.end));
