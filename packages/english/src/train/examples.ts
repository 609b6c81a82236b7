import type { ConlluSentence } from "../conllu.js";
import type { Lemmatizer } from "../lemmatizer.js";
import type { Tagger } from "../tagger.js";
import { goldTree } from "./oracle.js";
import type { ParserExample } from "./train-parser.js";
import { trainTagger } from "./train-tagger.js";
import type { Names } from "./vocabulary.js";

/** What the parser sees of a word, by its form and joint tag. */
export type WordHash = (form: string, tag: number) => number;

/** Sees words by their lemmas: a verb is one word in all its forms, and its tag tells them apart. */
export function wordHashBy(lemmatizer: Lemmatizer, tags: readonly string[]): WordHash {
  const xpos = tags.map((tag) => tag.split(" ")[1]!);
  return (form, tag) => lemmatizer.find(form, xpos[tag]!).hash;
}

/** A sentence as the parser learns from it, its tags given by `tagger`. */
export function exampleOf(
  sentence: ConlluSentence,
  tagger: Tagger,
  wordHash: WordHash,
  relations: Names,
): ParserExample {
  const { words } = sentence;
  const tags = new Int32Array(words.length);
  tagger.tag(
    words.map((word) => tagger.facts(word.form)),
    tags,
  );
  const heads = Int32Array.from(words, (word) => (word.head === 0 ? words.length : word.head - 1));
  const names = Int32Array.from(words, (word) => Math.max(0, relations.find(word.deprel)));
  return {
    words: Int32Array.from(words, (word, i) => wordHash(word.form, tags[i]!)),
    tags,
    gold: goldTree(heads, names),
  };
}

/**
 * Examples whose tags are as wrong as tags will be on new text: each fifth of the sentences is tagged by a tagger
 * trained on the rest.
 */
export function jackknifed(
  sentences: readonly ConlluSentence[],
  wordHash: WordHash,
  tags: Names,
  relations: Names,
  passes: number,
): ParserExample[] {
  const folds = 5;
  const blockOf = (index: number) => Math.floor(index / 40) % folds;
  const taggers = Array.from({ length: folds }, (_, fold) => {
    const others = sentences.filter((_, i) => blockOf(i) !== fold);
    return trainTagger(others, tags, passes, fold + 1).tagger;
  });
  return sentences.map((sentence, i) => exampleOf(sentence, taggers[blockOf(i)]!, wordHash, relations));
}
