import type { Sentence } from "@hearsay/english";
import { hashText } from "./hashing.js";
import { classesOf } from "./verb-classes.js";

/** All tokens of an article side by side, with what statements need to know of each. Indexes are positions in the page. */
export interface Page {
  readonly text: string;
  readonly size: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lower: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly deprel: readonly string[];
  /** Head in the page; −1 for a root. */
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** Number of the quotation a token is in, marks included; 0 outside. */
  readonly quote: Int32Array;
  /** First token of each sentence, and the size at the end. */
  readonly first: Int32Array;
  readonly children: readonly (readonly number[])[];
  readonly lemmaHash: Int32Array;
  readonly lowerHash: Int32Array;
  readonly uposHash: Int32Array;
  readonly xposHash: Int32Array;
  readonly relHash: Int32Array;
  /** Classes of words of saying and thinking, one bit each. */
  readonly classes: Int32Array;
}

const hashes = new Map<string, number>();

function hashed(values: readonly string[]): Int32Array {
  return Int32Array.from(values, (v) => {
    let h = hashes.get(v);
    if (h === undefined) {
      h = hashText(v);
      if (hashes.size > 200_000) hashes.clear();
      hashes.set(v, h);
    }
    return h;
  });
}

export function pageOf(text: string, sentences: readonly Sentence[]): Page {
  const tokens = sentences.flatMap((s) => s.tokens);
  const size = tokens.length;
  const first = new Int32Array(sentences.length + 1);
  const sentence = new Int32Array(size);
  const head = new Int32Array(size);
  let at = 0;
  sentences.forEach((s, number) => {
    first[number] = at;
    s.tokens.forEach((t, i) => {
      sentence[at + i] = number;
      head[at + i] = t.head < 0 ? -1 : at + t.head;
    });
    at += s.tokens.length;
  });
  first[sentences.length] = size;
  const start = Int32Array.from(tokens, (t) => t.start);
  const end = Int32Array.from(tokens, (t) => t.end);
  const paragraph = paragraphsOf(text, start, end);
  const lower = tokens.map((t) => t.form.toLowerCase());
  const lemma = tokens.map((t) => t.lemma.toLowerCase());
  const [upos, xpos, deprel] = [tokens.map((t) => t.upos), tokens.map((t) => t.xpos), tokens.map((t) => t.deprel)];
  return {
    text,
    size,
    start,
    end,
    lower,
    lemma,
    upos,
    xpos,
    deprel,
    head,
    sentence,
    paragraph,
    quote: quotesOf(text, lower, start, end, paragraph),
    first,
    children: childrenOf(head),
    lemmaHash: hashed(lemma),
    lowerHash: hashed(lower),
    uposHash: hashed(upos),
    xposHash: hashed(xpos),
    relHash: hashed(deprel),
    classes: Int32Array.from(lemma, classesOf),
  };
}

function paragraphsOf(text: string, start: Int32Array, end: Int32Array): Int32Array {
  const paragraph = new Int32Array(start.length);
  for (let i = 1; i < start.length; i++)
    paragraph[i] = paragraph[i - 1]! + (/[\n\r\u2028\u2029]/.test(text.slice(end[i - 1], start[i])) ? 1 : 0);
  return paragraph;
}

function childrenOf(head: Int32Array): number[][] {
  const children = Array.from(head, (): number[] => []);
  head.forEach((h, i) => {
    if (h >= 0) children[h]!.push(i);
  });
  return children;
}

const opening = new Set(["“", "„", "«", "``"]);
const closing = new Set(["”", "»", "''"]);

/** Which quotation each token is in. An unclosed one ends with its paragraph. Single marks count when they stand like marks. */
function quotesOf(
  text: string,
  form: readonly string[],
  start: Int32Array,
  end: Int32Array,
  paragraph: Int32Array,
): Int32Array {
  const quote = new Int32Array(form.length);
  let [open, count, single] = [0, 0, false];
  for (let i = 0; i < form.length; i++) {
    if (i > 0 && paragraph[i] !== paragraph[i - 1]) open = 0;
    const mark = form[i]!;
    if (open === 0 && (opening.has(mark) || mark === '"' || opensSingle(text, mark, start[i]!, end[i]!))) {
      open = ++count;
      single = mark === "‘" || mark === "'";
      quote[i] = open;
    } else if (open > 0) {
      quote[i] = open;
      if (single ? closesSingle(text, mark, end[i]!) : closing.has(mark) || mark === '"') open = 0;
    }
  }
  return quote;
}

const opensSingle = (text: string, mark: string, start: number, end: number): boolean =>
  (mark === "‘" || mark === "'") &&
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? " ") &&
  /[\p{L}\p{N}[]/u.test(text[end] ?? " ");
const closesSingle = (text: string, mark: string, end: number): boolean =>
  (mark === "’" || mark === "'") && !/[\p{L}\p{N}]/u.test(text[end] ?? " ");

/** Walks up at most `steps` heads from a token, itself first. */
export function* ancestry(page: Page, from: number, steps = 40): Generator<number> {
  for (let at = from, n = 0; at >= 0 && n < steps; at = page.head[at]!, n++) yield at;
}
