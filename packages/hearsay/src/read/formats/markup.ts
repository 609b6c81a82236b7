import { findDates } from "../dates.js";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in a page. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter]!);

/** One block of a converted document. */
export interface Block {
  readonly tag: "h1" | "h2" | "h3" | "p" | "li";
  readonly text: string;
}

/** A page made of a document's blocks, and of what stood in its margins. */
export function pageOf(blocks: readonly Block[], margins: readonly string[] = []): string {
  const body = blocks.map(({ tag, text }) => `<${tag}>${escapeHtml(text)}</${tag}>`).join("\n");
  const footer = margins.map((text) => `<p>${escapeHtml(text)}</p>`).join("\n");
  const foot = footer === "" ? "" : `<footer class="footer">\n${footer}\n</footer>`;
  return `<!doctype html><html><head></head><body><article>\n${body}\n</article>${foot}</body></html>`;
}

/** Paragraphs at the head of a document among which its by-line stands. */
const opening = 5;
const bylineStart = /^(?:by|von|par|por|di|door|od)\s+\p{Lu}/iu;

/** Marks the by-line and the line with the date of a printed document as a page would: they are no part of its prose. */
export function withByline(html: string): string {
  let seen = 0;
  return html.replace(/<p>([^<]{1,160})<\/p>/g, (whole, text: string) => {
    if (seen++ >= opening || /[.!?:]["”’]?\s*$/.test(text)) return whole;
    const [date] = findDates(text);
    const rest = date === undefined ? text : text.slice(0, date.start) + text.slice(date.end);
    const isLine = bylineStart.test(text) || (date !== undefined && rest.length < 60);
    return isLine ? `<p class="byline">${text}</p>` : whole;
  });
}
