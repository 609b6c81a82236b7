import type { Converted } from "./converted.js";
import { type Block, pageOf, withByline } from "./markup.js";
import { damaged, Unreadable } from "./trouble.js";
import { partsOf } from "./unzip.js";
import { propertiesOf } from "./word.js";
import { walkXml } from "./xml.js";

/** An OpenDocument text (.odt): its headings, paragraphs and lists. */
export async function fromOpenDocument(bytes: Uint8Array): Promise<Converted> {
  const parts = await partsOf(bytes, (name) =>
    /^(?:content|meta)\.xml$|^mimetype$|^META-INF\/manifest\.xml$/.test(name),
  );
  const type = parts.get("mimetype")?.toString("latin1").trim() ?? "";
  if (type !== "" && !/\.text(?:-|$)/.test(type))
    throw new Unreadable("not-text", "It is no text but a spreadsheet, a presentation or a drawing.", "Save its text.");
  if (parts.get("META-INF/manifest.xml")?.includes("encryption-data"))
    throw new Unreadable("password", "It is protected by a password.", "Save it without one and add that file.");
  const content = parts.get("content.xml");
  if (content === undefined) throw damaged("The document has no content.");
  const meta = parts.get("meta.xml")?.toString("utf8") ?? "";
  return { html: withByline(pageOf(blocksOf(content.toString("utf8")))), stated: propertiesOf(meta) };
}

/** What is no part of the text as it reads. */
const aside = new Set(["text:tracked-changes", "office:annotation", "text:note-citation", "svg:desc", "svg:title"]);

function blocksOf(xml: string): readonly Block[] {
  const blocks: Block[] = [];
  const parents = new Map<string, string>();
  let [text, tag, skipped]: [string, Block["tag"] | null, number] = ["", null, 0];
  const finish = () => {
    const clean = text.replace(/[ \t\n\r]+/g, " ").trim();
    if (tag !== null && clean !== "") blocks.push({ tag, text: clean });
    [text, tag] = ["", null];
  };
  walkXml(xml, {
    open(name, attributes) {
      if (aside.has(name)) skipped++;
      if (name === "style:style")
        parents.set(attributes["style:name"] ?? "", attributes["style:parent-style-name"] ?? "");
      if (name === "text:h" || name === "text:p") {
        finish();
        tag = tagOf(name, attributes, parents);
      }
      if (name === "text:s" || name === "text:tab" || name === "text:line-break") text += " ";
    },
    text(part) {
      if (skipped === 0 && tag !== null) text += part;
    },
    close(name) {
      if (aside.has(name)) skipped--;
      if (name === "text:h" || name === "text:p") finish();
    },
  });
  return blocks;
}

function tagOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parents: ReadonlyMap<string, string>,
): Block["tag"] {
  const style = attributes["text:style-name"] ?? "";
  if (style === "Title" || parents.get(style) === "Title") return "h1";
  if (name === "text:p") return "p";
  return attributes["text:outline-level"] === "1" ? "h1" : "h2";
}
