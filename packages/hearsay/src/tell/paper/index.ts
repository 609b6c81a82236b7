import type { Paper } from "./paper.js";

/** File types for Word and for print, and what each is called on the web. */
export const paperTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;
export type PaperFormat = keyof typeof paperTypes;

/** The file's bytes. The libraries that write them are loaded when first asked for. */
export async function onPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  if (format === "docx") return (await import("./docx.js")).renderDocx(paper);
  return (await import("./pdf.js")).renderPdf(paper);
}
