import type { Stated } from "../stated.js";
import type { Converted } from "./converted.js";
import { textOf } from "./markup.js";
import { damaged } from "./trouble.js";
import { partsOf } from "./unzip.js";
import { textsOf, walkXml } from "./xml.js";

/** The parts of a Word document that are read, as every program names them. */
const wanted = /^(?:word\/(?:document|styles|footnotes|endnotes|(?:header|footer)\d*)|docProps\/core)\.xml$/;

/**
 * A Word document (.docx): paragraphs, headings, lists and tables in order, notes at the end, running heads apart.
 * What was deleted under track changes, comments and the codes of fields are left out.
 */
export async function fromWord(bytes: Uint8Array): Promise<Converted> {
  const parts = await partsOf(bytes, (name) => wanted.test(name));
  const part = (name: string): string => parts.get(name)?.toString("utf8") ?? "";
  const document = part("word/document.xml");
  if (!/<(?:\w+:)?document\b/.test(document)) throw damaged("The Word document has no text part.");
  const { blocks, title } = blocksOf(document, titleStyles(part("word/styles.xml")));
  const notes = ["word/footnotes.xml", "word/endnotes.xml"].flatMap((name) => blocksOf(part(name)).blocks);
  const heads = [...parts.keys()].filter((name) => /(?:header|footer)\d*\.xml$/.test(name)).sort();
  const aside = [...new Set(heads.flatMap((name) => blocksOf(part(name)).blocks))];
  const properties = propertiesOf(part("docProps/core.xml"));
  return {
    text: textOf([...blocks, ...notes]),
    stated: { ...properties, title: title ?? properties.title ?? null },
    aside: aside.map((text) => ({ text, reason: "boilerplate" })),
  };
}

/** Ids of the styles for a title and a main heading: ids are in the language of the program, names are not. */
function titleStyles(styles: string): ReadonlySet<string> {
  const ids = new Set<string>();
  let id = "";
  walkXml(styles, {
    open(name, attributes) {
      if (name === "w:style") id = attributes["w:styleId"] ?? "";
      if (name === "w:name" && /^(?:title|heading 1)$/i.test(attributes["w:val"] ?? "")) ids.add(id);
    },
  });
  return ids;
}

/** What is no part of the text as it reads: moved away, or the same again for older programs. */
const skippedElements = new Set(["w:del", "w:moveFrom", "mc:Fallback"]);
const spaces = new Set(["w:tab", "w:br", "w:cr", "w:ptab"]);

interface Contents {
  readonly blocks: readonly string[];
  /** The first paragraph styled as a title or a main heading. */
  readonly title: string | null;
}

interface Paragraph {
  text: string;
  isTitle: boolean;
}

/** The paragraphs of a part; a text box inside one stands before it. */
function blocksOf(xml: string, titles: ReadonlySet<string> = new Set()): Contents {
  const blocks: string[] = [];
  let title: string | null = null;
  const open: Paragraph[] = [];
  let [skipped, inText] = [0, false];
  const add = (text: string) => {
    const paragraph = open[open.length - 1];
    if (skipped === 0 && paragraph !== undefined) paragraph.text += text;
  };
  walkXml(xml, {
    open(name, attributes) {
      if (skippedElements.has(name)) skipped++;
      if (name === "w:p") open.push({ text: "", isTitle: false });
      if (name === "w:t") inText = true;
      if (name === "w:noBreakHyphen") add("-");
      if (spaces.has(name)) add(" ");
      if (name === "w:pStyle" && titles.has(attributes["w:val"] ?? "") && open.length > 0)
        open[open.length - 1]!.isTitle = true;
    },
    text(part) {
      if (inText) add(part);
    },
    close(name) {
      if (skippedElements.has(name)) skipped--;
      if (name === "w:t") inText = false;
      if (name !== "w:p") return;
      const { text, isTitle } = open.pop() ?? { text: "", isTitle: false };
      const clean = text.replace(/\s+/g, " ").trim();
      if (clean !== "") blocks.push(clean);
      if (isTitle && clean !== "") title ??= clean;
    },
  });
  return { blocks, title };
}

/** Names that programs and templates leave there. */
const noTitle = /^(?:untitled|document\d*|microsoft word\b.*|.*\.docx?|title|titel)$/i;

/** What the properties of an Office file state (Dublin Core terms). */
export function propertiesOf(core: string): Stated {
  const found = textsOf(core, ["title", "creator", "created", "modified", "language", "creation-date", "date"]);
  const title = found.title?.[0] ?? null;
  const authors = found.creator ?? [];
  return {
    sure: false,
    title: title !== null && noTitle.test(title) ? null : title,
    authors,
    published: found.created?.[0] ?? found["creation-date"]?.[0] ?? null,
    modified: found.modified?.[0] ?? found.date?.[0] ?? null,
    language: found.language?.[0] ?? null,
  };
}
