import type { Converted } from "./converted.js";
import { textOf } from "./markup.js";
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
  const { blocks, title } = blocksOf(content.toString("utf8"));
  const properties = propertiesOf(meta);
  return { text: textOf(blocks), stated: { ...properties, title: title ?? properties.title ?? null } };
}

/** What is no part of the text as it reads. */
const aside = new Set(["text:tracked-changes", "office:annotation", "text:note-citation", "svg:desc", "svg:title"]);

interface Contents {
  readonly blocks: readonly string[];
  /** The first block styled as a title or a main heading. */
  readonly title: string | null;
}

function blocksOf(xml: string): Contents {
  const blocks: string[] = [];
  /** Names that a document gives to variants of the style "Title". */
  const titles = new Set(["Title"]);
  let title: string | null = null;
  let [text, inside, heading, skipped] = ["", false, false, 0];
  const finish = () => {
    const clean = text.replace(/\s+/g, " ").trim();
    if (clean !== "") blocks.push(clean);
    if (heading && clean !== "") title ??= clean;
    [text, inside] = ["", false];
  };
  walkXml(xml, {
    open(name, attributes) {
      if (name === "style:style" && attributes["style:parent-style-name"] === "Title")
        titles.add(attributes["style:name"] ?? "");
      if (aside.has(name)) skipped++;
      if (skipped > 0) return;
      if (isBlock(name)) {
        finish();
        [inside, heading] = [true, isHeading(name, attributes, titles)];
      }
      if (name === "text:s" || name === "text:tab" || name === "text:line-break") text += " ";
    },
    text(part) {
      if (skipped === 0 && inside) text += part;
    },
    close(name) {
      if (aside.has(name)) skipped--;
      else if (skipped === 0 && isBlock(name)) finish();
    },
  });
  return { blocks, title };
}

const isHeading = (name: string, attributes: Readonly<Record<string, string>>, titles: ReadonlySet<string>): boolean =>
  titles.has(attributes["text:style-name"] ?? "") || (name === "text:h" && attributes["text:outline-level"] === "1");

const isBlock = (name: string): boolean => name === "text:h" || name === "text:p";
