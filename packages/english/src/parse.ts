import { featsOf } from "./feats.js";
import { type Model, model } from "./model.js";
import { mendRelatives } from "./relatives.js";
import { groupSentences } from "./sentences.js";
import type { Sentence, Token } from "./token.js";
import { type RawToken, tokenize } from "./tokenize.js";

/**
 * Sentences, tokens, tags, lemmas and trees of English text. Any string will do; offsets are UTF-16 units of it.
 * Every sentence has at least one token and is one tree with one root.
 */
export function parse(text: string): Sentence[] {
  const learnt = model();
  return groupSentences(text, tokenize(text)).map((tokens) => analyse(tokens, learnt));
}

/**
 * Tags and trees for tokens split elsewhere, one list a sentence. Offsets are those of the sentence's forms joined by
 * single spaces. An empty list gives a sentence without tokens.
 */
export function parseTokens(sentences: readonly (readonly string[])[]): Sentence[] {
  const learnt = model();
  return sentences.map((forms) => analyse(placed(forms), learnt));
}

function placed(forms: readonly string[]): RawToken[] {
  let start = 0;
  return forms.map((form) => {
    const token = { start, end: start + form.length, form };
    start = token.end + 1;
    return token;
  });
}

/** Tags, lemmas and tree for the tokens of one sentence. */
export function analyse(tokens: readonly RawToken[], learnt: Model): Sentence {
  const { tagger, parser, tags, relations, lemmatizer, feats } = learnt;
  const given = new Int32Array(tokens.length);
  tagger.tag(
    tokens.map((token) => tagger.facts(token.form)),
    given,
  );
  const lemmas = tokens.map((token, i) => lemmatizer.find(token.form, tags[given[i]!]!.xpos));
  const { heads, labels } = parser.parse(
    Int32Array.from(lemmas, (lemma) => lemma.hash),
    given,
  );
  const analysed = tokens.map(({ start, end, form }, i): Token => {
    const { joint, upos, xpos } = tags[given[i]!]!;
    const head = heads[i] === tokens.length ? -1 : heads[i]!;
    const deprel = relations[labels[i]!]!;
    return { start, end, form, lemma: lemmas[i]!.text, upos, xpos, feats: featsOf(form, joint, feats), head, deprel };
  });
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens: mendRelatives(analysed) };
}
