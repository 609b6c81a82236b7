import { createRequire } from "node:module";
import PdfDocument from "pdfkit";
import { shortened } from "../../model/index.js";
import type { Block, Paper, Run } from "./paper.js";

type Doc = InstanceType<typeof PdfDocument>;

/** A PDF of the text: tagged, with bookmarks, numbers that lead to their sources, and fonts of its own. */
export function renderPdf(paper: Paper): Promise<Uint8Array> {
  const doc = new PdfDocument({
    size: "A4",
    margins: { top: 60, bottom: 66, left: page.left, right: page.left },
    bufferPages: true,
    tagged: true,
    lang: "en",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: paper.title, Creator: "Hearsay", Producer: "Hearsay", CreationDate: dayOf(paper) },
  });
  const done = collect(doc);
  for (const [name, file] of Object.entries(faces)) doc.registerFont(name, fontFile(file));
  set(doc, { kind: "title", depth: 0, runs: [{ text: paper.title, style: "bold", to: null }], anchor: null });
  for (const block of paper.blocks) set(doc, block);
  number(doc, paper.title);
  doc.end();
  return done;
}

/** Points. */
const page = { left: 62, width: 595.28 - 2 * 62, step: 16 } as const;
const ink = { text: "#1a1a1a", soft: "#555555", link: "#1f4e9e", head: "#1f3864" } as const;
/** DejaVu Sans is free and has Latin, Greek, Cyrillic, Hebrew, Arabic and Armenian letters; the serif face lacks some of these. */
const faces = { plain: "DejaVuSansCondensed", bold: "DejaVuSansCondensed-Bold" } as const;
const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const dayOf = ({ day }: Paper): Date => new Date(`${day ?? "2000-01-01"}T00:00:00Z`);

function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
}

interface Setting {
  readonly tag: string;
  readonly size: number;
  readonly before: number;
  readonly color: string;
  readonly indent: number;
}

function settingOf({ kind, depth }: { readonly kind: Block["kind"] | "title"; readonly depth: number }): Setting {
  const body = { tag: "P", size: 9.5, before: 4, color: ink.text, indent: 0 };
  switch (kind) {
    case "title":
      return { ...body, tag: "H1", size: 20, before: 0 };
    case "heading":
      return { ...body, tag: "H2", size: 13, before: 15, color: ink.head };
    case "note":
      return { ...body, size: 8.5, color: ink.soft };
    case "source":
      return { ...body, size: 8.5, before: 3 };
    case "item":
      return { ...body, tag: "LI", before: depth === 0 ? 5 : 2.5, indent: (depth + 1) * page.step };
    default:
      return body;
  }
}

function set(doc: Doc, block: Omit<Block, "kind"> & { readonly kind: Block["kind"] | "title" }): void {
  const { tag, size, before, color, indent } = settingOf(block);
  const x = page.left + indent;
  const heading = block.kind === "heading";
  doc.y += before;
  // A heading does not stand alone at the foot of a page.
  if (doc.y > doc.page.height - doc.page.margins.bottom - (heading ? 60 : size * 1.5)) doc.addPage();
  if (heading) doc.outline.addItem(block.runs.map(({ text }) => text).join(""));
  if (block.anchor !== null) doc.addNamedDestination(block.anchor, "XYZ", 0, doc.y, null);
  const part = doc.struct(tag, {}, () => {
    if (block.kind === "item") bullet(doc, block.depth, size, x);
    for (const [i, run] of block.runs.entries()) {
      dress(doc, run, block.kind, color).fontSize(size);
      const options = { width: page.width - indent, lineGap: 1.8, continued: i + 1 < block.runs.length };
      // What is continued keeps its link until null takes it away, which the types do not know.
      const link = { goTo: run.to as string, underline: false };
      if (i === 0) doc.text(run.text, x, doc.y, { ...options, ...link });
      else doc.text(run.text, { ...options, ...link });
    }
  });
  doc.addStructure(part);
  part.end();
  doc.x = page.left;
}

function bullet(doc: Doc, depth: number, size: number, x: number): void {
  const y = doc.y;
  doc.font("plain").fontSize(size).fillColor(ink.soft);
  doc.text(depth === 0 ? "•" : "–", x - 11, y, { lineBreak: false });
  doc.y = y;
}

function dress(doc: Doc, run: Run, kind: Block["kind"] | "title", color: string): Doc {
  if (run.style === "ref") return doc.font("plain").fillColor(ink.link);
  if (run.style === "bold" || kind === "heading") return doc.font("bold").fillColor(color);
  return doc.font("plain").fillColor(color);
}

/** Each page's number, at its foot. */
function number(doc: Doc, title: string): void {
  const { start, count } = doc.bufferedPageRange();
  const name = shortened(title, 80);
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i);
    // Below the margin text would begin another page.
    doc.page.margins.bottom = 0;
    doc.font("plain").fontSize(8).fillColor(ink.soft);
    doc.markContent("Artifact", { type: "Pagination" });
    doc.text(`${name} · Hearsay · page ${i + 1} of ${count}`, page.left, doc.page.height - 42, {
      width: page.width,
      align: "center",
      lineBreak: false,
    });
    doc.endMarkedContent();
  }
}
