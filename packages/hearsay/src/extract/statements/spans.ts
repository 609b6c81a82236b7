import { type Span, span } from "../../model/index.js";
import type { Page } from "./page.js";

/** A stretch of the text as offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Runs of neighbouring tokens as stretches of text; punctuation alone between two runs joins them. */
export function rangesOf(page: Page, tokens: readonly number[]): Range[] {
  const runs: [number, number][] = [];
  for (const t of tokens) {
    const last = runs.at(-1);
    if (last && (t === last[1] + 1 || onlyMarks(page, last[1] + 1, t))) last[1] = t;
    else runs.push([t, t]);
  }
  return runs.flatMap(([a, b]) => trimmed(page, a, b));
}

const mark = /^[\p{P}\p{S}]+$/u;
const isMark = (page: Page, t: number): boolean => mark.test(page.lower[t]!);

function onlyMarks(page: Page, from: number, to: number): boolean {
  if (page.sentence[from] !== page.sentence[to]) return false;
  for (let t = from; t < to; t++) if (!isMark(page, t) || page.quote[t] !== page.quote[to]) return false;
  return true;
}

const outerMarks = /^(?:[,;:.–—)]|--)$/u;

/** Without the commas and stops at its edges that are in no quotation. */
function trimmed(page: Page, first: number, last: number): Range[] {
  let [a, b] = [first, last];
  while (a <= b && page.quote[a] === 0 && outerMarks.test(page.lower[a]!)) a++;
  while (b >= a && page.quote[b] === 0 && outerMarks.test(page.lower[b]!)) b--;
  if (a > b) return first === last ? [{ start: page.start[first]!, end: page.end[last]! }] : [];
  return [{ start: page.start[a]!, end: page.end[b]! }];
}

const opens = /^["“„«‘'`]+\s*/u;
const closes = /\s*["”»’'`]+$/u;

/** Content as a statement keeps it: marks off where a piece is one whole quotation, "that" off where a clause follows. */
export function contentSpans(article: string, text: string, ranges: readonly Range[]): Span[] {
  const out: Span[] = [];
  ranges.forEach((range, i) => {
    const r = withoutMarks(text, i === 0 ? withoutThat(text, range) : range);
    if (r.end > r.start) out.push(span(article, r.start, r.end));
  });
  return out;
}

function withoutThat(text: string, r: Range): Range {
  const lead = /^that\s+(?=\S)/i.exec(text.slice(r.start, Math.min(r.end, r.start + 40)));
  return lead ? { start: r.start + lead[0].length, end: r.end } : r;
}

function withoutMarks(text: string, r: Range): Range {
  const words = text.slice(r.start, r.end);
  const open = opens.exec(words.slice(0, 8));
  const close = closes.exec(words.slice(-8));
  if (!open) return withoutComma(text, withoutLoneClose(text, r));
  const inner = words.slice(open[0].length, close ? words.length - close[0].length : words.length);
  if (/["“”„«»]/u.test(inner)) return withoutComma(text, r);
  const tail = close ? close[0].length : 0;
  return withoutComma(text, { start: r.start + open[0].length, end: r.end - tail });
}

/** The end of a quotation that began before the piece: its mark would close nothing. */
function withoutLoneClose(text: string, r: Range): Range {
  const words = text.slice(r.start, r.end);
  const bare = words.replace(/\s*(?:["”»]|'')$/u, "");
  return /["“”„«»]|''/u.test(bare) ? r : { start: r.start, end: r.start + bare.length };
}

const withoutComma = (text: string, r: Range): Range =>
  text[r.end - 1] === "," ? { start: r.start, end: r.end - 1 } : r;

export const toSpans = (article: string, ranges: readonly Range[]): Span[] =>
  ranges.map((r) => span(article, r.start, r.end));

/** Those of a list in text order that begin in [from, to). */
export function beginningIn<T extends { readonly start: number }>(list: readonly T[], from: number, to: number): T[] {
  let [lo, hi] = [0, list.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (list[mid]!.start < from) lo = mid + 1;
    else hi = mid;
  }
  const out: T[] = [];
  for (let i = lo; i < list.length && list[i]!.start < to; i++) out.push(list[i]!);
  return out;
}

/** Direct when every word is quoted, indirect when none is, else mixed. */
export function kindOf(page: Page, content: readonly number[]): "direct" | "indirect" | "mixed" {
  const words = content.filter((t) => !isMark(page, t));
  const quoted = words.filter((t) => page.quote[t]! > 0).length;
  return quoted === 0 ? "indirect" : quoted === words.length ? "direct" : "mixed";
}
