import type { Quote } from "../model/index.js";
import type { QuotePart } from "./brief.js";
import { remembering } from "./remember.js";

/** Words for comparing: case, accents of width, quote marks, punctuation and spacing folded away. */
export const foldWords = remembering(folded, 60_000);

function folded(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}

/** The quote without white space at its ends; empty quotes stay as they are. */
function trimmed(quote: Quote): Quote {
  const lead = quote.text.length - quote.text.trimStart().length;
  const text = quote.text.trim();
  if (text === "") return quote;
  return { article: quote.article, start: quote.start + lead, end: quote.start + lead + text.length, text };
}

/**
 * At most about `limit` UTF-16 units of a quote, cut between words; the span covers exactly what is left.
 * With `focus`, an offset in the article, the words around it are kept rather than the first ones.
 */
export function clip(quote: Quote, limit: number, focus: number = quote.start): QuotePart {
  const whole = trimmed(quote);
  if (whole.text.length <= limit) return { ...whole, before: false, after: false };
  const at = focus - whole.start;
  const from = at > limit - 40 ? wordStart(whole.text, at - Math.floor(limit / 2)) : 0;
  const to = wordEnd(whole.text, from, Math.min(whole.text.length, from + limit));
  const cut = trimmed({ ...whole, start: whole.start + from, end: whole.start + to, text: whole.text.slice(from, to) });
  return { ...cut, before: from > 0, after: to < whole.text.length };
}

function wordStart(text: string, near: number): number {
  const from = Math.max(0, near);
  const space = text.slice(from, from + 60).search(/\s/u);
  return safe(text, space < 0 ? from : from + space + 1);
}

function wordEnd(text: string, from: number, near: number): number {
  if (near >= text.length) return text.length;
  const tail = text.slice(from, near);
  const space = tail.search(/\s\S*$/u);
  return space > tail.length - 60 && space > 0 ? from + space : safe(text, near);
}

/** Never between the halves of a surrogate pair. */
function safe(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
