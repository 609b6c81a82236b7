import { type ConlluSentence, type ConlluWord, readConllu, writeConllu } from "./conllu.js";
import { parseTokens } from "./parse.js";
import type { Token } from "./token.js";

/**
 * CoNLL-U with given words in, the same with LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL filled in anew. Comments, ids,
 * multiword ranges, empty nodes, FORM and MISC stay; DEPS becomes "_", since it would no longer fit.
 */
export function parseConllu(text: string): string {
  return writeConllu(annotateConllu(readConllu(text)));
}

/** The same on sentences already read. */
export function annotateConllu(sentences: readonly ConlluSentence[]): ConlluSentence[] {
  const trees = parseTokens(sentences.map(({ words }) => words.map((word) => word.form)));
  return sentences.map((sentence, s) => ({
    lines: sentence.lines,
    words: sentence.words.map((word, i) => annotated(word, trees[s]!.tokens[i]!, sentence.words)),
  }));
}

function annotated(word: ConlluWord, token: Token, words: readonly ConlluWord[]): ConlluWord {
  const { lemma, upos, xpos, feats, deprel } = token;
  return { ...word, lemma, upos, xpos, feats, deprel, head: token.head < 0 ? 0 : words[token.head]!.id, deps: "_" };
}
