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
