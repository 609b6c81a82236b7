import type { Sentence, Token } from "@hearsay/english";

/** A word as names see it: tokens joined by hyphens without space are one word ("Tillen-Ashe"). */
export interface Word {
  readonly sentence: number;
  /** Position among the words of its sentence. */
  readonly at: number;
  /** First and last token, as indexes in the sentence. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** It begins with a capital letter, or with an article that a name may have ("al-Amari"). */
  readonly capital: boolean;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Relation of the word's last token, and the position of that token's head among the tokens of the sentence. */
  readonly deprel: string;
  readonly head: number;
}

const hyphen = /^[-‐‑]$/u;

/** The words of each sentence of `text`. */
export function wordsOf(text: string, sentences: readonly Sentence[]): Word[][] {
  return sentences.map((sentence, number) => {
    const out: Word[] = [];
    for (let i = 0; i < sentence.tokens.length; ) {
      const to = lastOfWord(sentence.tokens, i);
      out.push(makeWord(text, sentence.tokens, number, out.length, i, to));
      i = to + 1;
    }
    return out;
  });
}

function lastOfWord(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to + 2 < tokens.length && to - from < 12 && joined(tokens, to)) to += 2;
  return to;
}

function joined(tokens: readonly Token[], at: number): boolean {
  const [a, mark, b] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]!];
  return (
    hyphen.test(mark.form) &&
    a.end === mark.start &&
    mark.end === b.start &&
    /[\p{L}\p{N}]$/u.test(a.form) &&
    /^[\p{L}\p{N}]/u.test(b.form)
  );
}

function makeWord(
  text: string,
  tokens: readonly Token[],
  sentence: number,
  at: number,
  from: number,
  to: number,
): Word {
  const [first, last] = [tokens[from]!, tokens[to]!];
  const form = from === to ? first.form : text.slice(first.start, last.end);
  return {
    sentence,
    at,
    from,
    to,
    start: first.start,
    end: last.end,
    text: form,
    lower: form.toLowerCase(),
    capital: isCapitalised(form),
    lemma: from === to ? first.lemma.toLowerCase() : form.toLowerCase(),
    upos: last.upos,
    xpos: last.xpos,
    deprel: last.deprel,
    head: last.head,
  };
}

const isCapitalised = (word: string): boolean =>
  /^\p{Lu}/u.test(word) || /^(?:al|el|ad|an|as|ash|ar|at|az|ez|d|l)[-'’]\p{Lu}/u.test(word);

export const isAcronym = (word: string): boolean => /^(?:\p{Lu}\.?){2,8}s?$/u.test(word);

export const isPossessive = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:['’]s|['’])$/u.test(word.text);

/** The singular of a regular plural: good enough for looking up nouns in lists. */
export function singular(word: string): string {
  if (word === "people") return "person";
  if (word.endsWith("women") || word.endsWith("men")) return `${word.slice(0, -2)}an`;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
