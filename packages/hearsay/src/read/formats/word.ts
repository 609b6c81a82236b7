import mammoth from "mammoth";
import type { Stated } from "../stated.js";
import type { Converted } from "./converted.js";
import { blocksIn, textOf } from "./markup.js";
import { damaged, swollen } from "./trouble.js";
import { partsOf } from "./unzip.js";
import { textsOf } from "./xml.js";

/** Longest text part, in bytes: mammoth builds a tree of it, some thirty times as large. */
const maxPart = 16 * 1024 * 1024;
const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/** A Word document (.docx): headings, paragraphs, lists, tables; what was deleted under track changes is left out. */
export async function fromWord(bytes: Uint8Array): Promise<Converted> {
  const parts = await partsOf(bytes, (name) => /\.(?:xml|rels)$/i.test(name) || name === "mimetype");
  for (const part of parts.values()) if (part.length > maxPart) throw swollen();
  const core = parts.get("docProps/core.xml")?.toString("utf8") ?? "";
  const html = await htmlOf(bytes);
  const [heading] = blocksIn(/<h1\b[^>]*>.*?<\/h1>/s.exec(html.slice(0, 20_000))?.[0] ?? "");
  const properties = propertiesOf(core);
  return { text: textOf(blocksIn(html)), stated: { ...properties, title: heading ?? properties.title ?? null } };
}

/** The numbers of notes, in the middle of sentences that will be quoted; the notes themselves stand at the end. */
const noteMarks =
  /<sup><a href="#(?:foot|end)note-\d+" id="[\w-]+">\[\d+\]<\/a><\/sup>| <a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g;

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const input = { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  try {
    const { value } = await mammoth.convertToHtml(input, { styleMap: styles, convertImage });
    return `<body>${value.replace(noteMarks, "")}</body>`;
  } catch (error) {
    throw damaged(`The Word document is damaged (${error instanceof Error ? error.message : error}).`);
  }
}

/** Names that programs and templates leave there. */
const noTitle = /^(?:untitled|document\d*|microsoft word\b.*|.*\.docx?|title|titel)$/i;
const noAuthor = /^(?:user|admin|administrator|author|unknown|microsoft office user|python-docx|.*@.*)$/i;

/** What the properties of an Office file state (Dublin Core terms). */
export function propertiesOf(core: string): Stated {
  const found = textsOf(core, ["title", "creator", "created", "modified", "language", "creation-date", "date"]);
  const title = found.title?.[0] ?? null;
  const authors = (found.creator ?? []).filter((name) => !noAuthor.test(name));
  return {
    sure: false,
    title: title !== null && noTitle.test(title) ? null : title,
    authors,
    published: found.created?.[0] ?? found["creation-date"]?.[0] ?? null,
    modified: found.modified?.[0] ?? found.date?.[0] ?? null,
    language: found.language?.[0] ?? null,
  };
}
