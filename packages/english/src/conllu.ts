/** A word line of CoNLL-U: integer id, ten columns. `head` is 0 for the root, −1 where the file has none. */
export interface ConlluWord {
  readonly id: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
  readonly deps: string;
  readonly misc: string;
}

/** A line as it stood: a comment, a multiword range or an empty node kept verbatim, or a word by its index in `words`. */
export type ConlluLine =
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "word"; readonly index: number };

export interface ConlluSentence {
  readonly lines: readonly ConlluLine[];
  readonly words: readonly ConlluWord[];
}

/** Reads CoNLL-U. Lines that are neither comments nor have an id and a form are kept verbatim. */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() !== "") lines.push(line);
    else if (lines.length > 0) {
      sentences.push(readSentence(lines));
      lines = [];
    }
  }
  if (lines.length > 0) sentences.push(readSentence(lines));
  return sentences;
}

function readSentence(source: readonly string[]): ConlluSentence {
  const words: ConlluWord[] = [];
  const lines = source.map((text): ConlluLine => {
    if (!/^\d+\t/u.test(text)) return { kind: "verbatim", text };
    words.push(readWord(text));
    return { kind: "word", index: words.length - 1 };
  });
  return { lines, words };
}

function readWord(line: string): ConlluWord {
  const [id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = line.split("\t");
  return {
    id: Number(id),
    form: form ?? "_",
    lemma: lemma ?? "_",
    upos: upos ?? "_",
    xpos: xpos ?? "_",
    feats: feats ?? "_",
    head: /^\d+$/u.test(head ?? "") ? Number(head) : -1,
    deprel: deprel ?? "_",
    deps: deps ?? "_",
    misc: misc ?? "_",
  };
}

/** Writes CoNLL-U; the inverse of `readConllu` up to line ends. */
export function writeConllu(sentences: readonly ConlluSentence[]): string {
  return sentences
    .map((sentence) => `${sentence.lines.map((line) => writeLine(sentence, line)).join("\n")}\n\n`)
    .join("");
}

function writeLine(sentence: ConlluSentence, line: ConlluLine): string {
  if (line.kind === "verbatim") return line.text;
  const { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc } = sentence.words[line.index]!;
  return [id, form, lemma, upos, xpos, feats, head < 0 ? "_" : head, deprel, deps, misc].join("\t");
}
