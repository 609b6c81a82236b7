import { walkXml } from "../read/formats/xml.js";
import { type MentalMap, mapOf, most, plainOf, wrong } from "./mental-map.js";

/**
 * A Mental Modeler file, XML (versions to 1.1) or JSON. "L+", "M-", "H+" are 0.25, −0.62 and 1.
 * @throws HearsayError `exchange.map` for what is no such file, or too large
 */
export function readMmp(text: string): MentalMap {
  if (text.length > most.characters) throw wrong(`It is longer than ${most.characters} characters.`);
  const bare = text.replace(/^\uFEFF/, "").trimStart();
  return mapOf(bare.startsWith("<") ? plainOfXml(bare) : parsed(bare));
}

/** The file for a map; reading it gives the map again. Characters that XML cannot hold are left out of the XML form. */
export function writeMmp(map: MentalMap, form: "xml" | "json"): string {
  const plain = plainOf(map);
  if (form === "json") return `${JSON.stringify(plain, null, 4)}\n`;
  const groups = Object.entries(plain.groupNames).map(
    ([index, name]) => `<groupName index="${attribute(index)}">${data(name)}</groupName>`,
  );
  const body = [
    element("info", fields(plain.info)),
    element("groupNames", groups),
    element(
      "concepts",
      plain.concepts.map(({ relationships, ...concept }) => {
        const arrows = relationships.map((one) => element("relationship", fields(one)));
        return element("concept", [...fields(concept), element("relationships", arrows)]);
      }),
    ),
    element(
      "scenarios",
      plain.scenarios.map(({ name, concepts }) => {
        const set = concepts.map((one) => element("concept", fields(one)));
        return element("scenario", [...fields({ name }), element("concepts", set)]);
      }),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("mentalmodeler", body)}\n`;
}

const element = (name: string, parts: readonly string[]): string => `<${name}>\n${parts.join("\n")}\n</${name}>`;
const fields = (record: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(record).map(([name, value]) => `<${name}>${data(value)}</${name}>`);
/** What XML 1.0 allows, and no end of the section within. */
const data = (text: string): string => `<![CDATA[${allowed(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const attribute = (text: string): string => allowed(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const allowed = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong("It is neither XML nor JSON.");
  }
}

/** An element: what it holds as text, and the elements in it. */
interface Node {
  readonly name: string;
  readonly index: string | undefined;
  text: string;
  readonly inside: Node[];
}

/** No element of these files lies deeper. */
const deepest = 12;

/** The XML form as the JSON form has it. */
function plainOfXml(xml: string): unknown {
  const top: Node = { name: "", index: undefined, text: "", inside: [] };
  const open: Node[] = [top];
  let deep = 0;
  walkXml(xml, {
    open(name, { index }) {
      if (++deep > deepest) throw wrong("Its elements lie too deep in one another.");
      const node: Node = { name, index, text: "", inside: [] };
      open.at(-1)!.inside.push(node);
      open.push(node);
    },
    text(part) {
      const node = open.at(-1)!;
      if (node.text.length <= most.text) node.text += part;
    },
    close() {
      deep--;
      open.pop();
    },
  });
  const root = top.inside.find(({ name }) => /^mentalmodell?er$/i.test(name));
  if (root === undefined) throw wrong("Its first element is not mentalmodeler.");
  return {
    info: leaves(child(root, "info")),
    groupNames: Object.fromEntries(
      (child(root, "groupNames")?.inside ?? []).map(({ index, text }, i) => [index ?? String(i), text]),
    ),
    concepts: (child(root, "concepts")?.inside ?? []).map((concept) => ({
      ...leaves(concept),
      relationships: (child(concept, "relationships")?.inside ?? []).map(leaves),
    })),
    scenarios: (child(root, "scenarios")?.inside ?? []).map((scenario) => ({
      ...leaves(scenario),
      concepts: (child(scenario, "concepts")?.inside ?? []).map(leaves),
    })),
  };
}

const child = (node: Node, name: string): Node | undefined => node.inside.find((one) => one.name === name);
const leaves = (node: Node | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((node?.inside ?? []).filter(({ inside }) => inside.length === 0).map((n) => [n.name, n.text]));
