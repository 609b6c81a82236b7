import type { Sentence, Token } from "@hearsay/english";
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
  /** 1 for a comma, semicolon, colon or dash. */
  readonly pause: Int32Array;
  /** 1 for a token with a letter or digit, 0 for marks. */
  readonly word: Int32Array;
}

export function pageOf(text: string, sentences: readonly Sentence[]): Page {
  const tokens: Token[] = [];
  for (const sentence of sentences) for (const token of sentence.tokens) tokens.push(token);
  const start = numbersOf(tokens, (t) => t.start);
  const end = numbersOf(tokens, (t) => t.end);
  const paragraph = paragraphsOf(text, start, end);
  const lower = tokens.map((t) => t.form.toLowerCase());
  const lemma = tokens.map((t) => t.lemma.toLowerCase());
  const [upos, xpos, deprel] = [tokens.map((t) => t.upos), tokens.map((t) => t.xpos), tokens.map((t) => t.deprel)];
  const places = placesOf(sentences, tokens.length);
  return {
    text,
    size: tokens.length,
    start,
    end,
    lower,
    lemma,
    upos,
    xpos,
    deprel,
    ...places,
    paragraph,
    quote: quotesOf(text, lower, start, end, paragraph),
    children: childrenOf(places.head),
    lemmaHash: numbersOf(lemma, hashText),
    lowerHash: numbersOf(lower, hashText),
    uposHash: numbersOf(upos, hashText),
    xposHash: numbersOf(xpos, hashText),
    relHash: numbersOf(deprel, hashText),
    classes: numbersOf(lemma, classesOf),
    pause: numbersOf(lower, (word) => (pauses.has(word) ? 1 : 0)),
    word: numbersOf(lower, (word) => (/[\p{L}\p{N}]/u.test(word) ? 1 : 0)),
  };
}

const pauses = new Set([",", ";", ":", "—", "–", "--"]);

function numbersOf<T>(values: readonly T[], number: (value: T) => number): Int32Array {
  const out = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = number(values[i]!);
  return out;
}

function placesOf(sentences: readonly Sentence[], size: number): Pick<Page, "first" | "sentence" | "head"> {
  const first = new Int32Array(sentences.length + 1);
  const sentence = new Int32Array(size);
  const head = new Int32Array(size);
  let at = 0;
  for (const [number, { tokens }] of sentences.entries()) {
    first[number] = at;
    for (let i = 0; i < tokens.length; i++) {
      sentence[at + i] = number;
      head[at + i] = tokens[i]!.head < 0 ? -1 : at + tokens[i]!.head;
    }
    at += tokens.length;
  }
  first[sentences.length] = size;
  return { first, sentence, head };
}

/** Paragraphs are numbered by the line breaks between tokens. */
function paragraphsOf(text: string, start: Int32Array, end: Int32Array): Int32Array {
  const paragraph = new Int32Array(start.length);
  for (let i = 1; i < start.length; i++) {
    const apart = start[i]! - end[i - 1]! > 1 || text[end[i - 1]!] !== " ";
    const breaks = apart && /[\n\r\u2028\u2029]/.test(text.slice(end[i - 1], start[i]));
    paragraph[i] = paragraph[i - 1]! + (breaks ? 1 : 0);
  }
  return paragraph;
}

function childrenOf(head: Int32Array): number[][] {
  const children: number[][] = [];
  for (let i = 0; i < head.length; i++) children.push([]);
  for (let i = 0; i < head.length; i++) if (head[i]! >= 0) children[head[i]!]!.push(i);
  return children;
}

/** 1 for a word that begins with a capital letter. */
export const capital = ({ text, start }: Page, t: number): 0 | 1 => (/^\p{Lu}/u.test(text[start[t]!]!) ? 1 : 0);

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
