import { groupSentences } from "./sentences.js";
import type { Sentence } from "./token.js";
import { tokenize } from "./tokenize.js";

export { splitSentences } from "./sentences.js";
export type { Sentence, Token } from "./token.js";
export { type RawToken, tokenize } from "./tokenize.js";

/** Sentences, tokens, tags, lemmas and trees of English text. Any string will do; offsets are UTF-16 units of it. */
export function parse(text: string): Sentence[] {
  return groupSentences(text, tokenize(text)).map((tokens) => ({
    start: tokens[0]!.start,
    end: tokens[tokens.length - 1]!.end,
    tokens: tokens.map((token, i) => ({
      ...token,
      lemma: token.form.toLowerCase(),
      upos: /^\p{P}+$/u.test(token.form) ? "PUNCT" : "X",
      xpos: "FW",
      feats: "_",
      head: i === 0 ? -1 : 0,
      deprel: i === 0 ? "root" : "dep",
    })),
  }));
}
