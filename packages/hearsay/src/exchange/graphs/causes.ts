import { type CausalMap, causalMap, type Saying, spanOf } from "../../concepts/index.js";
import type { Report, ReportCause } from "../../tell/index.js";
import { type Graph, known } from "../graph.js";
import { referenceOf, shelfOf } from "../places.js";

/** What is said to bring about what: a node for each concept of the causal map, an edge for each time that somebody says so. */
export function causeGraph(report: Report, { concepts, arrows }: CausalMap = causalMap(report)): Graph {
  const shelf = shelfOf(report);
  const causes = new Map(report.causes.map((cause) => [cause.id, cause]));
  const used = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const nodes = concepts.flatMap(({ id, name, wordings }, i) => {
    const words = [...new Set(wordings.map(({ text }) => text))].join(" | ");
    return used.has(i) ? [{ id, label: name, attributes: { wordings: words, reports: wordings.length } }] : [];
  });
  const edges = arrows.flatMap(({ from, to, sign, strength, voices, sayings }) =>
    sayings.map((saying) => ({
      id: saying.cause,
      ...{ source: concepts[from]!.id, target: concepts[to]!.id },
      label: `${saying.denied ? "not " : ""}${sign > 0 ? "+" : "−"}`,
      weight: 1,
      attributes: known({
        ...{ sign, strength: Math.round(sign * strength * 1e6) / 1e6, voices },
        ...asserted(saying),
        outlet: shelf.get(saying.article)?.label ?? null,
        ...words(causes.get(saying.cause)!, shelf.get(saying.article)?.text ?? ""),
      }),
    })),
  );
  return { name: "causes", nodes, edges };
}

const asserted = ({ by, side, hedged, conditional, denied }: Saying) => ({ by, side, hedged, conditional, denied });

/** The words of all of it, and where cause and effect stand. */
function words(cause: ReportCause, text: string) {
  const { start, end } = spanOf(cause);
  return { words: text.slice(start, end), references: `${referenceOf(cause.cause)}; ${referenceOf(cause.effect)}` };
}
