import type { Report, ReportDerivation } from "../../tell/index.js";
import { type Graph, type GraphEdge, type GraphNode, known } from "../graph.js";
import { dayOf, isWeb, referenceOf } from "../places.js";

/** Which article comes from which: edges go as the words went, from the source to what was made of it. */
export function lineageGraph(report: Report): Graph {
  const numbers = new Map(report.origins.map(({ id, number }) => [id, number]));
  const articles = report.articles.map((article): GraphNode => {
    const { id, label, title, outlet, language, url, origin, translatedFrom } = article;
    const date = dayOf(article);
    const number = origin === null ? null : (numbers.get(origin) ?? null);
    const own = { kind: "article", title, outlet, date, language, translatedFrom, origin: number };
    return { id, label, attributes: known({ ...own, url: isWeb(url) ? url : null }) };
  });
  const drawn = report.derivations.filter(({ source, outlet }) => source !== null || outlet !== null);
  const outside = [...new Set(drawn.flatMap(({ source, outlet }) => (source === null && outlet ? [outlet] : [])))];
  const outlets = outside.map((name) => ({ id: outletId(name), label: name, attributes: { kind: "outlet" } }));
  return { name: "lineage", nodes: [...articles, ...outlets], edges: drawn.map(edge) };
}

const outletId = (name: string): string => `outlet:${name}`;

function edge(derivation: ReportDerivation, number: number): GraphEdge {
  const { derived, source, outlet, kind, score, probability, direction, reasons, passages } = derivation;
  const words = passages.map((passage) => passage.derived);
  return {
    id: `derivation-${number + 1}`,
    source: source ?? outletId(outlet!),
    target: derived,
    label: kind,
    weight: score,
    attributes: known({
      ...{ kind, probability, direction },
      reasons: reasons.join("; "),
      passages: passages.length,
      words: words[0]?.text ?? null,
      references: words.map(referenceOf).join("; "),
    }),
  };
}
