import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Block, Paper, Run } from "./paper.js";

/** A Word file of the text: headings, lists and links are Word's own. The same text gives the same bytes. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const title = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] });
  const document = new Document({
    title: paper.title,
    creator: "Hearsay",
    lastModifiedBy: "Hearsay",
    description: "Words in quotation marks are the articles'; the rest is a fixed template.",
    styles,
    numbering: { config: [{ reference: "items", levels: [0, 1, 2, 3].map(level) }] },
    sections: [{ footers: { default: footer(paper) }, children: [title, ...paper.blocks.map(paragraph)] }],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)), paper.day);
}

/** 20ths of a point. */
const step = 360;
const grey = "595959";

const styles = {
  paragraphStyles: [{ id: "Foot", name: "Foot", basedOn: "Normal", run: { size: 16, color: grey } }],
  default: {
    document: { run: { font: "Calibri", size: 21 }, paragraph: { spacing: { after: 80, line: 264 } } },
    title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
    heading1: {
      run: { size: 26, bold: true, color: "1F3864" },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
    hyperlink: { run: { color: "1F4E9E" } },
  },
};

const level = (depth: number) => ({
  level: depth,
  format: LevelFormat.BULLET,
  text: depth === 0 ? "•" : "–",
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: step * (depth + 1), hanging: step * 0.7 } } },
});

function footer(paper: Paper): Footer {
  const children = [`${paper.title} · Hearsay · page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  const line = new Paragraph({ style: "Foot", alignment: AlignmentType.CENTER, children: [new TextRun({ children })] });
  return new Footer({ children: [line] });
}

function paragraph(block: Block): Paragraph {
  const runs = block.runs.map((run) => child(run, block.kind));
  const children = block.anchor === null ? runs : [new Bookmark({ id: bookmark(block.anchor), children: runs })];
  if (block.kind === "heading") return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
  if (block.kind === "item")
    return new Paragraph({ children, numbering: { reference: "items", level: Math.min(block.depth, 3) } });
  if (block.kind === "source") return new Paragraph({ children, indent: { left: step, hanging: step } });
  return new Paragraph({ children });
}

function child(run: Run, kind: Block["kind"]): ParagraphChild {
  if (kind === "heading") return new TextRun(run.text);
  const small = kind === "note" || kind === "source";
  const text = new TextRun({
    text: run.text,
    ...(run.style === "bold" && { bold: true }),
    ...(run.style === "ref" && { style: "Hyperlink" }),
    ...(kind === "note" && { color: grey }),
    ...(small && { size: 18 }),
  });
  return run.to === null ? text : new InternalHyperlink({ anchor: bookmark(run.to), children: [text] });
}

/** Word takes letters, digits and underscores, 40 of them. */
const bookmark = (anchor: string): string => anchor.replace(/\W/g, "_").slice(0, 40);

/** The same file with the story's day where the library puts the moment of writing. */
function settled(file: Uint8Array, day: string | null): Uint8Array {
  const parts = unzipSync(file);
  const when = `${day ?? "2000-01-01"}T00:00:00Z`;
  const core = strFromU8(parts["docProps/core.xml"]!).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${when}`);
  const names = Object.keys(parts).sort();
  return zipSync(
    Object.fromEntries(names.map((name) => [name, name === "docProps/core.xml" ? strToU8(core) : parts[name]!])),
    { mtime: "2000-01-01T00:00:00" },
  );
}
