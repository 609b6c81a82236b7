import type { Quotation } from "../model/index.js";
import { withPlainMarks } from "./marks.js";

/** The family a mark belongs to: what opened by one closes by the other. */
type Family = "curly" | "straight" | "single" | "apostrophe" | "angle";

interface Open {
  readonly family: Family;
  /** First character after the mark. */
  readonly start: number;
  readonly continues: boolean;
}

/** What a mark does where it stands. */
type Role = "open" | "close" | "none";

/** No quotation within one paragraph is taken to be longer than this, closed or not. */
const longest = 5000;

const families: Readonly<Record<string, Family>> = {
  "“": "curly",
  "”": "curly",
  "„": "curly",
  "‟": "curly",
  '"': "straight",
  "＂": "straight",
  "‘": "single",
  "’": "single",
  "‚": "single",
  "'": "apostrophe",
  "«": "angle",
  "»": "angle",
};
const anyMark = /[“”„‟"＂‘’‚'«»]/g;
const wordCharacter = /[\p{L}\p{N}]/u;
const openBefore = /[\s([{—–\-“"‘'«/:,]/u;
/** 'em, '90s: an apostrophe that stands for what was left out. */
const elision = /^['’‘](?:\d0s|em|tis|twas|til|till|cause|cos|bout|round|n)(?![\p{L}\p{N}])/iu;

/**
 * Quotations of a text, straight or curly, outer and nested, in order of their starts; the marks are not included.
 * Apostrophes are no quotation marks; two of them (''so'') are one. A mark left open at the end of a paragraph goes on in the next one if that
 * begins with an opening mark (`continues`), else it ends with its paragraph.
 */
export function findQuotations(article: string, written: string): readonly Quotation[] {
  const text = withPlainMarks(written);
  const found: Quotation[] = [];
  let carried: Family | null = null;
  for (const { start, end } of paragraphs(text)) {
    const opens = readParagraph(article, text, start, end, carried, found);
    carried = opens;
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function* paragraphs(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(/[^\n]+/g)) yield { start: match.index, end: match.index + match[0].length };
}

/** Finds the quotations of one paragraph; answers the family of the one that it leaves open, if any. */
function readParagraph(
  article: string,
  text: string,
  start: number,
  end: number,
  carried: Family | null,
  found: Quotation[],
): Family | null {
  const stack: Open[] = [];
  const closers = lastClosers(text, start, end);
  const close = (at: number, to: number): void => {
    const { start: from, continues } = stack[at] as Open;
    stack.length = at;
    const trimmed = trimEnd(text, from, to);
    if (trimmed > from) found.push({ article, start: from, end: trimmed, continues });
  };
  const isFirst = (at: number): boolean => text.slice(start, at).trim() === "";
  for (const match of text.slice(start, end).matchAll(anyMark)) {
    const at = start + match.index;
    const family = families[match[0]] as Family;
    const open = stack.findLastIndex((o) => o.family === family);
    const role = roleOf(text, at, family, open >= 0, closers);
    // A mark that opens what is open already means that the closing one was forgotten.
    if (open >= 0 && role !== "none") close(open, Math.min(at, stack[open]!.start + longest));
    if (role === "open")
      stack.push({
        family,
        start: skipSpace(text, at + 1, end),
        continues: family === carried && at - start < 8 && isFirst(at),
      });
  }
  const left = stack[0];
  if (left === undefined) return null;
  close(0, Math.min(end, left.start + longest));
  return left.family === "apostrophe" || left.family === "single" ? null : left.family;
}

function roleOf(text: string, at: number, family: Family, isOpen: boolean, closers: Closers): Role {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  const mark = text[at] as string;
  if (family === "angle") return mark === "«" ? "open" : isOpen ? "close" : "none";
  if (family === "curly")
    return mark === "”"
      ? isOpen
        ? "close"
        : "none"
      : isOpen && mark === "“" && closesGerman(text, at)
        ? "close"
        : "open";
  if (family === "straight") {
    if (isOpen) return "close";
    return wordCharacter.test(before) && !/\s/.test(after) ? "none" : /\d/.test(before) ? "none" : "open";
  }
  return singleRole(text, at, mark, before, after, isOpen, closers[family]);
}

/** „So“: the German closing mark is the English opening one. */
const closesGerman = (text: string, at: number): boolean =>
  /[\s.,;:!?)]/.test(text[at + 1] ?? " ") && !/\s/.test(text[at - 1] ?? " ");

function singleRole(
  text: string,
  at: number,
  mark: string,
  before: string,
  after: string,
  isOpen: boolean,
  lastCloser: number,
): Role {
  const inWord = wordCharacter.test(before) && wordCharacter.test(after);
  if (inWord || (elision.test(text.slice(at, at + 8)) && !isOpen)) return "none";
  const opens = mark !== "’" && openBefore.test(before) && !/\s/.test(after);
  if (!isOpen) return opens && lastCloser > at ? "open" : "none";
  if (/\s/.test(before) || wordCharacter.test(after)) return "none";
  const possessive = /s/i.test(before) && /\s/.test(after) && lastCloser > at && !reopens(text, at, mark);
  return possessive ? "none" : "close";
}

/** Whether another single quotation opens soon after: then a mark after an "s" closes the one before. */
function reopens(text: string, at: number, mark: string): boolean {
  const next = text.slice(at + 1, at + 400);
  return mark === "’" ? next.includes("‘") : /[\s(]'[\p{L}\p{N}]/u.test(next);
}

type Closers = Readonly<Record<"single" | "apostrophe", number>>;

/** Where the last mark of a paragraph stands that can close a single quotation; −1 for none. */
function lastClosers(text: string, start: number, end: number): Closers {
  const last = { single: -1, apostrophe: -1 };
  for (const match of text.slice(start, end).matchAll(/(?<=[^\s])['’](?![\p{L}\p{N}])/gu))
    last[match[0] === "’" ? "single" : "apostrophe"] = start + match.index;
  return last;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at] as string)) at++;
  return at;
}
function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] as string)) end--;
  return end;
}
