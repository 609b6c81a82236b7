import { type Arrow, asserters, type CausalMap, causalMap, deniers, whoSays } from "../concepts/index.js";
import { drawGraph } from "../tell/html/graph.js";
import type { Report } from "../tell/index.js";
import type { Writer } from "./file.js";
import { graphmlOf } from "./graphml.js";
import { causeGraph } from "./graphs/causes.js";
import { writeMatrix } from "./matrix.js";
import type { MentalMap } from "./mental-map.js";
import { writeMmp } from "./mmp.js";

/** The forms a map can be written in: Mental Modeler as XML and JSON, adjacency matrix, GraphML, a picture. */
export const forms = ["mmp", "json", "csv", "graphml", "svg"] as const;

/** The map of a whole report for Mental Modeler. */
export const mmp: Writer = (report) => {
  const map = causalMap(report);
  const left = Object.values(map.leftOut).reduce((sum, { length }) => sum + length, 0);
  const files = [{ name: "causes.mmp", content: asForm(map, report, "mmp") }];
  return { files, left: left === 0 ? [] : [`${left} causes that are no arrows: see hearsay causes`] };
};

export function asForm(map: CausalMap, report: Report, form: (typeof forms)[number]): string {
  const linked = linkedOf(map);
  if (form === "mmp" || form === "json") return writeMmp(mentalMapOf(linked, report), form === "mmp" ? "xml" : "json");
  if (form === "csv")
    return writeMatrix({ names: linked.concepts.map(({ name }) => name), arrows: linked.arrows.map(weighted) });
  return form === "graphml" ? graphmlOf(causeGraph(report, linked)) : picture(linked);
}

const weighted = ({ from, to, sign, strength }: Arrow) => ({ from, to, weight: sign * strength });

/** Without the concepts that no arrow touches, numbered anew. */
function linkedOf({ concepts, arrows, leftOut }: CausalMap): CausalMap {
  const used = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const place = new Map(used.map((old, i) => [old, i]));
  return {
    concepts: used.map((i) => concepts[i]!),
    arrows: arrows.map((arrow) => ({ ...arrow, from: place.get(arrow.from)!, to: place.get(arrow.to)! })),
    leftOut,
  };
}

/** The map for Mental Modeler: notes hold who says so; two arrows between the same two add up, as it knows but one. */
export function mentalMapOf({ concepts, arrows }: CausalMap, report: Report): MentalMap {
  const across = Math.ceil(Math.sqrt(concepts.length));
  return {
    info: {
      name: report.story.name,
      version: "1.1",
      author: "hearsay",
      description: "What the sources say causes what.",
    },
    groups: {},
    concepts: concepts.map(({ name, wordings }, i) => ({
      ...{ id: String(i + 1), name, units: "", group: "0", preferred: 0 },
      notes: [...new Set(wordings.map(({ text }) => text))].join(" | "),
      ...{ x: 40 + 260 * (i % across), y: 40 + 140 * Math.floor(i / across) },
      arrows: [...new Set(arrows.filter(({ from }) => from === i).map(({ to }) => to))].map((to) => {
        const both = arrows.filter((arrow) => arrow.from === i && arrow.to === to);
        const weight = both.reduce((sum, { sign, strength }) => sum + sign * strength, 0);
        const says = both
          .map((arrow) => `${both.length > 1 ? `${signOf(arrow)} ` : ""}${whoSays(arrow.sayings)}`)
          .join(" | ");
        return { to: String(to + 1), notes: says, confidence: 0, weight: Math.round(weight * 1000) / 1000 || 0 };
      }),
    })),
    scenarios: [],
  };
}

const style = `svg{font:13px system-ui,sans-serif;background:#fff}.node rect{fill:#f6f6f3;stroke:#777}.node .head{font-weight:600}
.edge path{fill:none;stroke:#2b6a3f;stroke-width:1.6}.edge.minus path{stroke:#a33;stroke-dasharray:6 3}.edge rect{fill:#fff}
.arrow path{fill:#2b6a3f}.arrow.minus path{fill:#a33}.edge text{font-size:12px}`;

/** The map drawn, as a picture that stands alone. */
function picture({ concepts, arrows }: CausalMap): string {
  const nodes = concepts.map(({ id, name }) => ({
    ...{ id, label: lines(name), className: "concept", title: name, href: null },
  }));
  const edges = arrows.map(({ from, to, sign, sayings }) => {
    const label = `${signOf({ sign })} ${shortly(sayings)}`;
    const kind = sign > 0 ? "plus" : "minus";
    return {
      from: concepts[from]!.id,
      to: concepts[to]!.id,
      label,
      className: kind,
      title: whoSays(sayings),
      href: null,
    };
  });
  const drawn = drawGraph(nodes, edges, { id: "map", name: "What is said to cause what" }).markup;
  return `${drawn.replace("<defs>", `<style>${style}</style><defs>`)}\n`;
}

const signOf = ({ sign }: Pick<Arrow, "sign">): string => (sign > 0 ? "+" : "−");

/** The first who says so and how many more; where nobody does, who denies it. */
function shortly(sayings: Arrow["sayings"]): string {
  const yes = asserters(sayings);
  const [first = "", ...more] = yes.length > 0 ? yes : deniers(sayings);
  return `${yes.length > 0 ? "" : "denied by "}${first.slice(0, 28)}${more.length > 0 ? ` and ${more.length}` : ""}`;
}

/** A name in lines of about thirty letters, at most four. */
function lines(name: string): readonly string[] {
  const found: string[] = [""];
  for (const word of name.split(" ")) {
    const line = found.at(-1)!;
    if (line !== "" && line.length + word.length > 30) found.push(word);
    else found[found.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return found.length > 4 ? [...found.slice(0, 3), `${found[3]} …`] : found;
}
