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
