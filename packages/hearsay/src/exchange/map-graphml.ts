import type { CausalMap } from "../concepts/index.js";

/** A causal map as GraphML, for yEd, Gephi and NetworkX: names, weights and who says so. */
export function writeGraphml({ concepts, arrows }: CausalMap): string {
  const keys = [
    ["name", "node", "string"],
    ["wordings", "node", "string"],
    ["sign", "edge", "int"],
    ["weight", "edge", "double"],
    ["voices", "edge", "int"],
    ["origins", "edge", "int"],
    ["says", "edge", "string"],
  ].map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`);
  const nodes = concepts.map(({ id, name, wordings }) => {
    const all = [...new Set(wordings.map(({ text }) => text))].join(" | ");
    return `<node id="${escaped(id)}">${data("name", name)}${data("wordings", all)}</node>`;
  });
  const edges = arrows.map(({ from, to, sign, strength, voices, origins, sayings }) => {
    const says = [...new Set(sayings.map(({ by }) => by))].join(", ");
    const ends = `source="${escaped(concepts[from]!.id)}" target="${escaped(concepts[to]!.id)}"`;
    const values = { sign: sign, weight: Math.round(sign * strength * 1e6) / 1e6, voices, origins, says };
    return `<edge ${ends}>${Object.entries(values)
      .map(([key, value]) => data(key, String(value)))
      .join("")}</edge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.join("\n")}
<graph edgedefault="directed">
${[...nodes, ...edges].join("\n")}
</graph>
</graphml>
`;
}

const data = (key: string, value: string): string => `<data key="${key}">${escaped(value)}</data>`;
/** Escaped, and without what XML 1.0 does not allow. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
