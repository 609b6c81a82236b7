import { HearsayError } from "./error.js";

/** Exact words in one article: half-open, in UTF-16 units of `Article.text`. */
export interface Span {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** A span together with its words, so that a reader or a machine can re-find them. */
export interface Quote extends Span {
  readonly text: string;
}

/**
 * Makes a checked span.
 * @throws HearsayError `span.invalid` unless 0 ≤ start < end and both are whole numbers.
 */
export function span(article: string, start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start)
    throw new HearsayError("span.invalid", `Not a span: [${start}, ${end}) in ${article}.`);
  return { article, start, end };
}

/** The span with its words, cut from the article's text. */
export function quote(of: Span, text: string): Quote {
  if (of.end > text.length)
    throw new HearsayError("span.outside", `Span [${of.start}, ${of.end}) ends after ${of.article} (${text.length}).`);
  return { article: of.article, start: of.start, end: of.end, text: text.slice(of.start, of.end) };
}

export const overlaps = (a: Span, b: Span): boolean => a.article === b.article && a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean =>
  outer.article === inner.article && outer.start <= inner.start && inner.end <= outer.end;
