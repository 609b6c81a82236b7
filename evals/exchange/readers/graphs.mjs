// Graph libraries: gexf, graphml; the map for Mental Modeler.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load, packageVersion, pythonsWith, run } from "../programs.mjs";
import { same } from "./same.mjs";

const paths = (folder) =>
  readdirSync(folder)
    .map((file) => join(folder, file))
    .sort();
const counted = (path) => {
  const text = readFileSync(path, "utf8");
  return { nodes: text.match(/<node /g)?.length ?? 0, edges: text.match(/<edge /g)?.length ?? 0 };
};

/** Reads each graph, compares its nodes, edges and labels with what was written. */
function all(folder, read) {
  let [nodes, edges] = [0, 0];
  for (const path of paths(folder)) {
    const [found, wanted] = [read(path), counted(path)];
    same(found.nodes, wanted.nodes, `${path}: nodes`);
    same(found.edges, wanted.edges, `${path}: edges`);
    if (found.words !== undefined) same(found.words, found.edges, `${path}: edges with words`);
    if (found.labels?.some((label) => label === "")) throw new Error(`${path}: a node without label`);
    nodes += found.nodes;
    edges += found.edges;
  }
  return `${paths(folder).length} graphs, ${nodes} nodes, ${edges} edges`;
}

const python = (format, module) => ({
  format,
  reader: module,
  versions: () => pythonsWith(module).map(({ version }) => version),
  read: async (folder, _, version) => {
    const { ask } = pythonsWith(module).find((one) => one.version === version);
    return all(folder, (path) => ask(path, format));
  },
});

/** xmllint tells its version as one number: 20914. */
function xmllint() {
  try {
    return (
      /version (\d+)/
        .exec(run("xmllint", ["--version"]))?.[1]
        .replace(/^(\d)(\d\d)(\d\d)$/, (_, ...parts) => parts.slice(0, 3).map(Number).join(".")) ?? null
    );
  } catch {
    return null;
  }
}

const xml = (format) => ({
  format,
  reader: "xmllint",
  version: xmllint,
  read: async (folder) => {
    run("xmllint", ["--noout", "--nonet", ...paths(folder)]);
    return `${paths(folder).length} well-formed`;
  },
});

const graphology = (format) => ({
  format,
  reader: "graphology",
  version: () => packageVersion(`graphology-${format}`),
  async read(folder) {
    const { DOMParser } = await load("linkedom");
    const [{ default: Graph }, { parse }] = [await load("graphology"), await load(`graphology-${format}`)];
    const before = globalThis.DOMParser;
    globalThis.DOMParser = DOMParser;
    try {
      return all(folder, (path) => {
        const graph = parse(Graph, readFileSync(path, "utf8"), { allowMulti: true });
        return { nodes: graph.order, edges: graph.size, words: graph.filterEdges((_, { words }) => words).length };
      });
    } finally {
      globalThis.DOMParser = before;
    }
  },
});

export const graphs = [
  python("gexf", "networkx"),
  graphology("gexf"),
  xml("gexf"),
  python("graphml", "networkx"),
  python("graphml", "igraph"),
  graphology("graphml"),
  xml("graphml"),
  xml("mmp"),
];
