import type { Writer } from "./file.js";
import { type Attributes, type AttributeType, declared, type Graph, graphOf } from "./graph.js";
import { element, xmlHead, xmlText } from "./xml.js";

/** GraphML with labels and weights as Gephi, yEd, Cytoscape and igraph look for them. */
export const graphml: Writer = (report, { graph }) => {
  const drawn = graphOf(report, graph);
  return { files: [{ name: `${drawn.name}.graphml`, content: graphmlOf(drawn) }], left: [] };
};

/** A graph as GraphML. */
export function graphmlOf({ name, nodes, edges }: Graph): string {
  const ownNodes = nodes.map(({ id, label, attributes }) => ({ id, attributes: { label, ...attributes } }));
  const ownEdges = edges.map(({ label, weight, attributes, ...edge }) => ({
    ...edge,
    attributes: { label, weight, ...attributes },
  }));
  const keys = [...keysOf("node", declared(ownNodes)), ...keysOf("edge", declared(ownEdges))];
  const graph = element("graph", { id: name, edgedefault: "directed" }, [
    ...ownNodes.map(({ id, attributes }) => `\n${element("node", { id }, data("node", attributes))}`),
    ...ownEdges.map(({ attributes, ...edge }) => `\n${element("edge", edge, data("edge", attributes))}`),
    "\n",
  ]);
  const spaces = {
    xmlns: "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
  };
  return `${xmlHead}${element("graphml", spaces, [...keys, graph])}\n`;
}

function keysOf(of: "node" | "edge", types: ReadonlyMap<string, AttributeType>): readonly string[] {
  return [...types].map(
    ([name, type]) => `\n${element("key", { id: `${of}-${name}`, for: of, "attr.name": name, "attr.type": type })}`,
  );
}

const data = (of: "node" | "edge", attributes: Attributes): readonly string[] =>
  Object.entries(attributes).map(([name, value]) => `<data key="${of}-${name}">${xmlText(String(value))}</data>`);
