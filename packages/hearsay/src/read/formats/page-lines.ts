/** A line of a page as a reader sees it, and where its first character stands in the markup. */
export interface PageLine {
  readonly text: string;
  readonly start: number;
}

/** So much of a page is looked through, in UTF-16 units, and so many lines. */
const most = { length: 2_000_000, lines: 50_000 };
/** A name has one end only, so that what never closes is read once. */
const tag = /<(\/?)([a-z][a-z0-9]{0,15}(?![a-z0-9])|!--)[^<>]{0,4000}>/gi;
const breaking = /^(?:p|div|br|hr|tr|table|li|ul|ol|blockquote|h[1-6]|pre|body|section|article|td)$/i;
const unseen = /^(?:style|script|head|title)$/i;
const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  nbsp: " ",
  "#39": "'",
  "#160": " ",
};

/** The lines of a page, in one pass: blocks and line breaks end them, blank ones are left out. */
export function linesOf(html: string): readonly PageLine[] {
  const whole = html.slice(0, most.length);
  const lines: PageLine[] = [];
  let [text, start, at, hidden]: [string, number, number, string | null] = ["", -1, 0, null];
  const flush = (): void => {
    const words = decoded(text).replace(/\s+/g, " ").trim();
    if (words !== "") lines.push({ text: words, start });
    [text, start] = ["", -1];
  };
  const take = (end: number): void => {
    const piece = hidden === null ? whole.slice(at, end) : "";
    const first = piece.search(/\S/);
    if (start < 0 && first >= 0) start = at + first;
    text += piece;
  };
  for (const match of whole.matchAll(tag)) {
    const name = match[2]!.toLowerCase();
    take(match.index);
    at = match.index + match[0].length;
    if (hidden !== null) hidden = match[1] === "/" && name === hidden ? null : hidden;
    else if (match[1] === "" && unseen.test(name)) hidden = name;
    if (breaking.test(name)) flush();
    if (lines.length >= most.lines) return lines;
  }
  take(whole.length);
  flush();
  return lines;
}

const decoded = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|nbsp|#39|#160);/gi, (_, name: string) => entities[name.toLowerCase()]!);
