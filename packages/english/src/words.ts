import { hashText } from "./hash.js";

/** What tagger and parser see of one written form; computed once a form. All parts are 32-bit hashes or small numbers. */
export interface WordFacts {
  /** The form with quotes, digits and case levelled. */
  readonly word: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  /** Runs of character classes: "Xx", "X.X.", "d,d". */
  readonly shape: number;
  /** Tags seen with the word in training, most frequent first; empty for a new word. */
  readonly tags: readonly number[];
  /** Whether no other tag may be given. */
  readonly closed: boolean;
  /** A hash of the tag set, or of the suffix for a new word. */
  readonly ambiguity: number;
}

/** Case, digits and typographic variants levelled: "Moscow’s" → "moscow's", "1,250" → "0,000". */
export function normalise(form: string): string {
  return form
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\d/gu, "0")
    .replace(/[\u00AD\u200B-\u200D\u2060]/gu, "");
}

/** Runs of capital, small, digit and other characters, each run as one or two letters. */
export function shapeOf(form: string): string {
  let shape = "";
  for (const char of form.slice(0, 40)) {
    const mark = /\p{Lu}/u.test(char) ? "X" : /\p{L}/u.test(char) ? "x" : /\p{N}/u.test(char) ? "d" : char;
    if (!shape.endsWith(mark + mark)) shape += mark;
  }
  return shape;
}

/** The tags a normalised word was seen with in training. */
export interface LexiconEntry {
  readonly tags: readonly number[];
  readonly closed: boolean;
}

export function factsOf(form: string, entry: LexiconEntry | undefined): WordFacts {
  const text = normalise(form).slice(0, 80);
  const tail = (n: number) => hashText(text.slice(-n));
  const suffix3 = tail(3);
  return {
    word: hashText(text),
    suffix1: tail(1),
    suffix2: tail(2),
    suffix3,
    suffix4: tail(4),
    prefix1: hashText(text.slice(0, 1)),
    prefix2: hashText(text.slice(0, 2)),
    prefix3: hashText(text.slice(0, 3)),
    shape: hashText(shapeOf(form)),
    tags: entry?.tags ?? [],
    closed: entry?.closed ?? false,
    ambiguity: entry ? hashText(entry.tags.join(" ")) : hashText(`${text.slice(-2)} ${shapeOf(form).slice(0, 2)}`),
  };
}
