import { walkXml } from "./xml.js";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in a page. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter]!);

/**
 * The text of a printed document: its blocks, in order, parted by blank lines. It goes to the reader of text without
 * markup, which knows headline, by-line and date line by their place and wording, as they stand in print.
 */
export const textOf = (blocks: readonly string[]): string => blocks.join("\n\n");

/** A text under its title, as it would stand in a file of its own. */
export const underTitle = (text: string, title: string | null): string =>
  title === null || title === "" || text.trimStart().startsWith(title) ? text : `${title}\n\n${text}`;

const blockTags = new Set(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"]);

/** The blocks of simple, well-formed markup: each the text of its own, without what lies in a block inside it. */
export function blocksIn(html: string): readonly string[] {
  const blocks: string[] = [];
  let text = "";
  const finish = () => {
    const clean = text.replace(/\s+/g, " ").trim();
    if (clean !== "") blocks.push(clean);
    text = "";
  };
  walkXml(html, {
    open(name) {
      if (blockTags.has(name)) finish();
      if (name === "br") text += " ";
    },
    text(part) {
      text += part;
    },
    close(name) {
      if (blockTags.has(name)) finish();
    },
  });
  finish();
  return blocks;
}
