import Graph from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parse as parseGraphml } from "graphology-graphml";
import { DOMParser } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { makeReport, type Report } from "../tell/index.js";
import { emptyStory, ferryStory } from "../tell/testing/fixture.js";
import { type GraphKind, graphKinds } from "./file.js";
import { gexf } from "./gexf.js";
import { type Graph as Drawn, graphOf } from "./graph.js";
import { graphml } from "./graphml.js";
import { element, xmlText } from "./xml.js";

const made = makeReport(ferryStory);
/** Every event between two of the story's entities: the fixture's go without. */
const [one, two] = made.entities;
const report = {
  ...made,
  // Sure enough that they become arrows of the causal map.
  causes: made.causes.map((cause) => ({ ...cause, score: 0.9 })),
  events: made.events.map((event) => {
    const actor = (entity: string) => ({ name: entity, entity, country: null, span: event.span });
    return { ...event, source: actor(one!.id), target: actor(two!.id) };
  }),
};
const texts = new Map(report.articles.map(({ id, text }) => [id, text]));

/** graphology's readers want a browser's parser of XML. */
beforeAll(() => void Object.assign(globalThis, { DOMParser }));

const readers = [
  { name: "GEXF", writer: gexf, parse: parseGexf },
  { name: "GraphML", writer: graphml, parse: parseGraphml },
] as const;

const textOf = async (writer: typeof gexf, graph: GraphKind, of: Report = report) =>
  (await writer(of, { graph })).files[0]!.content as string;

describe("graphs", () => {
  for (const kind of graphKinds)
    it(`of ${kind} have edges between nodes that are there, each with exact words`, () => {
      const graph = graphOf(report, kind);
      const ids = new Set(graph.nodes.map(({ id }) => id));
      expect(ids.size).toBe(graph.nodes.length);
      expect(graph.edges.length).toBeGreaterThan(0);
      for (const { source, target } of graph.edges) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
      expect(notExact(graph)).toEqual([]);
    });

  for (const { name, writer, parse } of readers)
    for (const kind of graphKinds)
      it(`of ${kind} in ${name} are read back whole by graphology`, async () => {
        const drawn = graphOf(report, kind);
        const read = parse(Graph.MultiGraph, await textOf(writer, kind));
        expect(read.nodes().sort()).toEqual(drawn.nodes.map(({ id }) => id).sort());
        expect(read.size).toBe(drawn.edges.length);
        for (const { id, label } of drawn.nodes) expect(read.getNodeAttribute(id, "label")).toBe(label);
        for (const { source, target, attributes } of drawn.edges)
          expect(read.edges(source, target).map((edge) => read.getEdgeAttribute(edge, "references"))).toContain(
            attributes.references,
          );
      });

  it("keep those apart who are called the same, and articles of one title and outlet", async () => {
    const entities = report.entities.map((entity) => ({ ...entity, name: "A. Holm" }));
    const articles = report.articles.map((article) => ({ ...article, label: "Echo", outlet: "Echo", title: "Ferry" }));
    const alike = { ...report, entities, articles };
    for (const kind of graphKinds) {
      const [own, other] = [graphOf(alike, kind), graphOf(report, kind)];
      expect(own.nodes.map(({ id }) => id)).toEqual(other.nodes.map(({ id }) => id));
      expect(own.edges.map(({ source, target }) => [source, target])).toEqual(
        other.edges.map(({ source, target }) => [source, target]),
      );
      for (const { writer, parse } of readers) {
        const read = parse(Graph.MultiGraph, await textOf(writer, kind, alike));
        expect([read.order, read.size]).toEqual([own.nodes.length, own.edges.length]);
      }
    }
  });

  it("of nothing are graphs without nodes", async () => {
    const empty = makeReport(emptyStory);
    for (const { writer, parse } of readers)
      expect(parse(Graph.MultiGraph, await textOf(writer, "actors", empty)).order).toBe(0);
  });
});

/** Edges whose words are not those at the first place they refer to; causes have two places and the words between. */
function notExact({ edges }: Drawn): readonly unknown[] {
  return edges.filter(({ attributes }) => {
    const words = attributes.words;
    const places = String(attributes.references ?? "")
      .split("; ")
      .map((one) => /^(.+):(\d+)-(\d+)$/.exec(one));
    const [first] = places;
    if (words === undefined || first == null) return words !== undefined;
    const text = texts.get(first[1]!)!;
    return !text.includes(String(words)) || !String(words).includes(text.slice(Number(first[2]), Number(first[3])));
  });
}

describe("XML", () => {
  it("has no markup in text and no character that XML has no place for", () => {
    expect(xmlText(`<a b="c">&'\u0001\ud800\n`)).toBe("&#60;a b=&#34;c&#34;&#62;&#38;&#39;\ufffd\ufffd&#10;");
    expect(xmlText("Łódź 😀")).toBe("Łódź 😀");
    expect(element("node", { id: "a", label: null })).toBe('<node id="a"/>');
  });
});
