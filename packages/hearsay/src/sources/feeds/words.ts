import { Parser } from "htmlparser2";

/** Longest title or name taken from a feed, in UTF-16 units. */
const longest = 500;

/** The words of a piece of markup in one line. Feeds escape their markup once or twice: so are they unescaped. */
export function wordsOf(markup: string): string {
  let words = "";
  if (!/[<&]/.test(markup)) return markup.replace(/\s+/g, " ").trim();
  const parser = new Parser({
    ontext: (text) => {
      words += text;
    },
    onopentag: (name) => {
      if (blocks.has(name)) words += " ";
    },
  });
  parser.end(markup);
  return words.replace(/\s+/g, " ").trim();
}

const blocks = new Set(["p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"]);

/** A title or a name; null when there is none. */
export function lineOf(markup: string | undefined): string | null {
  const words = wordsOf((markup ?? "").slice(0, longest * 4)).slice(0, longest);
  return words === "" ? null : words;
}

/** "desk@herald.example (Ada Berg)" as RSS writes authors, and plain names; addresses alone are no names. */
export function nameOf(author: string): string | null {
  const inBrackets = /^[^\s@]+@[^\s@()]+\s*\((.+)\)$/.exec(author.slice(0, longest * 4).trim());
  const name = lineOf(inBrackets?.[1] ?? author);
  return name === null || /^[^\s@]+@[^\s@]+$/.test(name) ? null : name;
}

/** So many categories of an entry are kept; a section's name is no longer, in UTF-16 units. */
const sections = { most: 12, longest: 60 };

/** The categories of an entry, each once. */
export const sectionsOf = (written: readonly string[]): readonly string[] =>
  [...new Set(written.slice(0, 100).flatMap((text) => lineOf(text) ?? []))]
    .filter((name) => name.length <= sections.longest)
    .slice(0, sections.most);
