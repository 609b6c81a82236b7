import type { Writer } from "./file.js";
import { type Attributes, type AttributeType, declared, type Graph, graphOf } from "./graph.js";
import { element, xmlHead } from "./xml.js";

/** GEXF 1.2, which Gephi, networkx and graphology all read; nodes come in a colour for their kind. */
export const gexf: Writer = (report, { graph }) => {
  const drawn = graphOf(report, graph);
  return { files: [{ name: `${drawn.name}.gexf`, content: gexfOf(drawn) }], left: [] };
};

/** Colours that stay apart for the colour-blind (Okabe and Ito 2008). */
const palette = [
  [0, 114, 178],
  [230, 159, 0],
  [0, 158, 115],
  [204, 121, 167],
  [86, 180, 233],
  [213, 94, 0],
  [153, 153, 153],
] as const;

function gexfOf({ name, nodes, edges }: Graph): string {
  const [nodeTypes, edgeTypes] = [declared(nodes), declared(edges)];
  const kinds = [...new Set(nodes.map(({ attributes }) => attributes.kind ?? ""))].sort();
  const colour = (attributes: Attributes) => {
    const [r, g, b] = palette[kinds.indexOf(attributes.kind ?? "") % palette.length]!;
    return element("viz:color", { r, g, b });
  };
  const graph = element("graph", { mode: "static", defaultedgetype: "directed" }, [
    declaration("node", nodeTypes),
    declaration("edge", edgeTypes),
    list(
      "nodes",
      nodes.map(({ id, label, attributes }) =>
        element("node", { id, label }, [values(attributes, nodeTypes), colour(attributes)]),
      ),
    ),
    list(
      "edges",
      edges.map(({ attributes, ...edge }) => element("edge", edge, [values(attributes, edgeTypes)])),
    ),
  ]);
  const meta = element("meta", {}, ["<creator>Hearsay</creator>", `<description>${name}</description>`]);
  const spaces = { xmlns: "http://www.gexf.net/1.2draft", "xmlns:viz": "http://www.gexf.net/1.2draft/viz" };
  return `${xmlHead}${element("gexf", { ...spaces, version: "1.2" }, [meta, graph])}\n`;
}

function declaration(of: "node" | "edge", types: ReadonlyMap<string, AttributeType>): string {
  if (types.size === 0) return "";
  const each = [...types].map(([title, type], id) => element("attribute", { id, title, type }));
  return element("attributes", { class: of }, each);
}

function values(attributes: Attributes, types: ReadonlyMap<string, AttributeType>): string {
  const names = [...types.keys()];
  const each = Object.entries(attributes).map(([name, value]) =>
    element("attvalue", { for: names.indexOf(name), value: String(value) }),
  );
  return each.length === 0 ? "" : element("attvalues", {}, each);
}

const list = (name: string, each: readonly string[]): string =>
  `\n${element(
    name,
    {},
    each.map((one) => `\n${one}`),
  )}`;
