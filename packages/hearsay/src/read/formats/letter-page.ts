import { Parser } from "htmlparser2";
import type { Aside } from "../index.js";
import { type Envelope, forwardMark, isNote, markIn } from "./letter.js";
import { type InnerHead, innerHead } from "./mail-head.js";
import { linesOf } from "./page-lines.js";

/** A message's page: what it says itself, what it quotes, and whose message it passes on. */
export interface PageLetter {
  readonly html: string;
  readonly aside: readonly Aside[];
  readonly forwarded: InnerHead | null;
}

/** Where an element stands: offsets of its first character and behind its last. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A page without these words has no marks of a mail program. */
const anyMark =
  /gmail_quote|gmail_attr|yahoo_quoted|protonmail_quote|moz-|divRplyFwdMsg|appendonsend|type\s*=\s*["']?cite/i;
const quoteClass =
  /(?:^|\s)(?:gmail_quote\S*|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container)(?:\s|$)/;
const headClass = /(?:^|\s)(?:gmail_attr|moz-email-headers-table)(?:\s|$)/;
/** Outlook closes what it quotes in nothing: it goes on to the end. */
const endlessId = /^(?:x_)*(?:divRplyFwdMsg|appendonsend)$/;
/** Deeper than this no message is nested; the parser takes time with the square of it. */
const deepest = 2_000;
/** So much of what is quoted is kept, in UTF-16 units. */
const longestAside = 200_000;

/**
 * Parts a message's page by the marks that mail programs leave in it; without such marks, a reply or a forward by what its
 * lines say: "On … Ana wrote:", "From: … Sent: … Subject: …". Other pages stay as they are.
 */
export function pageLetterIn(html: string, envelope: Envelope): PageLetter {
  const { isForward } = envelope;
  const whole: PageLetter = { html, aside: [], forwarded: null };
  const marked = anyMark.test(html) ? marksIn(html) : { quotes: [], heads: [] };
  const { quotes, heads } = marked.quotes.length > 0 ? marked : wordedIn(html, envelope);
  const [first] = quotes;
  if (first === undefined) return whole;
  const own = plainOf(without(html, quotes)).trim();
  const passed = plainOf(html.slice(first.start, first.end));
  const head = passingOn(passed, isForward);
  if (head !== null && isNote(own, passed)) {
    const inside = heads.filter(({ start, end }) => start >= first.start && end <= first.end);
    const aside = [
      ...asideOf(own, "author-note"),
      ...inside.flatMap((one) => asideOf(textAt(html, one), "boilerplate")),
    ];
    const cut = inside.map(({ start, end }) => ({ start: start - first.start, end: end - first.start }));
    return { html: without(html.slice(first.start, first.end), cut), aside, forwarded: head };
  }
  if (own === "") return whole;
  return {
    ...whole,
    html: without(html, quotes),
    aside: quotes.flatMap((one) => asideOf(textAt(html, one), "quoted")),
  };
}

/** What another message's head in the words of a page begins: it goes on to the end. */
function wordedIn(
  html: string,
  envelope: Envelope,
): { readonly quotes: readonly Range[]; readonly heads: readonly Range[] } {
  const lines = envelope.isReply || envelope.isForward ? linesOf(html) : [];
  const mark = markIn(
    lines.map(({ text }) => text),
    envelope,
    false,
  );
  if (mark === null) return { quotes: [], heads: [] };
  const start = lines[mark.at]!.start;
  const end = mark.head === null ? null : (lines[mark.head.end]?.start ?? null);
  return { quotes: [{ start, end: html.length }], heads: end === null ? [] : [{ start, end }] };
}

/** The head of the message that a quotation passes on; null for one that is answered. */
function passingOn(text: string, isForward: boolean): InnerHead | null {
  const lines = text.slice(0, 20_000).split("\n");
  const at = lines.findIndex((line) => line.trim() !== "");
  if (at < 0) return null;
  if (!isForward && !forwardMark.test(lines[at]!.trim())) return null;
  for (let i = at; i < Math.min(lines.length, at + 6); i++) {
    const head = innerHead(lines, i);
    if (head !== null) return head;
  }
  return null;
}

const asideOf = (text: string, reason: Aside["reason"]): readonly Aside[] =>
  text.trim() === "" ? [] : [{ text: text.trim(), reason }];
const textAt = (html: string, { start, end }: Range): string => plainOf(html.slice(start, end));

function without(html: string, ranges: readonly Range[]): string {
  let [text, at] = ["", 0];
  for (const { start, end } of ranges) {
    text += html.slice(at, start);
    at = end;
  }
  return text + html.slice(at);
}

/** The outermost quotations and the heads in them, in order. */
function marksIn(html: string): { readonly quotes: readonly Range[]; readonly heads: readonly Range[] } {
  const [quotes, heads]: [Range[], Range[]] = [[], []];
  const open: { readonly start: number; readonly into: Range[] | null }[] = [];
  let quoting = 0;
  const parser: Parser = new Parser({
    onopentag(name, { class: names = "", id = "", type = "" }) {
      const start = parser.startIndex;
      const isQuote = quoteClass.test(names) || (name === "blockquote" && type === "cite");
      if (quoting === 0 && endlessId.test(id)) throw new Endless(start);
      const into = isQuote ? (quoting === 0 ? quotes : null) : headClass.test(names) ? heads : null;
      if (isQuote) quoting++;
      open.push({ start, into: into ?? (isQuote ? inner : null) });
      if (open.length > deepest) throw new Endless(null);
    },
    onclosetag() {
      const { start, into } = open.pop() ?? { start: 0, into: null };
      if (into === quotes || into === inner) quoting--;
      if (into !== null && into !== inner) into.push({ start, end: parser.endIndex + 1 });
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    if (error.start !== null) quotes.push({ start: error.start, end: html.length });
  }
  return { quotes, heads };
}

/** A quotation in a quotation. */
const inner: Range[] = [];

/** Thrown where what is quoted goes on to the end, or, with null, where nothing more can be told. */
class Endless extends Error {
  constructor(readonly start: number | null) {
    super();
  }
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " ", "#39": "'" };

/** The words of markup, line by line, as far as telling its parts takes. */
export const plainOf = (html: string): string =>
  html
    .slice(0, longestAside)
    .replace(/<(?:style|script)\b[^<]*/gi, "")
    .replace(/\r?\n/g, " ")
    .replace(/<(?:br|\/p|\/div|\/tr|\/blockquote|\/li|\/h[1-6])\b[^<>]{0,300}>/gi, "\n")
    .replace(/<[^<>]{0,2000}>/g, "")
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => entities[name]!)
    .replace(/[ \t]{2,}/g, " ")
    .replace(/^ | $/gm, "");
