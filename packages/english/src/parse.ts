import { agree } from "./agreement.js";
import { type Analysis, analyseAll } from "./analyse.js";
import { agreeing } from "./consistency.js";
import { mended } from "./mends/index.js";
import { type Model, model } from "./model.js";
import { groupSentences } from "./sentences.js";
import type { Sentence, Token } from "./token.js";
import { type RawToken, tokenize } from "./tokenize.js";

/**
 * Sentences, tokens, tags, lemmas and trees of English text. Any string will do; offsets are UTF-16 units of it.
 * Every sentence has at least one token and is one tree with one root.
 */
export function parse(text: string): Sentence[] {
  const learnt = model();
  return analyse(groupSentences(text, tokenize(text)), learnt);
}

/**
 * Tags and trees for tokens split elsewhere, one list a sentence. Offsets are those of the sentence's forms joined by
 * single spaces. An empty list gives a sentence without tokens.
 */
export function parseTokens(sentences: readonly (readonly string[])[]): Sentence[] {
  const learnt = model();
  return analyse(sentences.map(placed), learnt);
}

function placed(forms: readonly string[]): RawToken[] {
  let start = 0;
  return forms.map((form) => {
    const token = { start, end: start + form.length, form };
    start = token.end + 1;
    return token;
  });
}

/** Tags, lemmas and trees for tokens by sentence. */
export function analyse(sentences: readonly (readonly RawToken[])[], learnt: Model): Sentence[] {
  const words = sentences.map((tokens) => tokens.map(({ form }) => learnt.words.find(form)));
  const analyses = analyseAll(learnt.network, words, learnt.tags.length, learnt.rules);
  return sentences.map((tokens, s) => sentenceOf(tokens, analyses[s]!, learnt));
}

function sentenceOf(tokens: readonly RawToken[], analysis: Analysis, learnt: Model): Sentence {
  const { tags, heads, labels } = agreeing(analysis, learnt.names, (i) => tokens[i]!.form);
  const analysed = tokens.map(({ start, end, form }, i): Token => {
    const { upos, xpos } = learnt.tags[tags[i]!]!;
    const { lemma, feats } = learnt.inflections.find(form, tags[i]!);
    const head = heads[i] === tokens.length ? -1 : heads[i]!;
    return { start, end, form, lemma, upos, xpos, feats, head, deprel: learnt.relations[labels[i]!]! };
  });
  const tree = agree(mended(analysed));
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens: tree };
}
