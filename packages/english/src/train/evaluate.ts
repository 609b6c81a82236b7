import type { ConlluSentence } from "../conllu.js";
import type { Model } from "../model.js";
import { analyse } from "../parse.js";
import { type Scores, score } from "./score.js";
import { taught } from "./teach.js";

/** How well a model does on gold words, tags its own. */
export function scoreModel(model: Model, gold: readonly ConlluSentence[]): Scores {
  const trees = analyse(
    gold.map(({ words }) => words.map(({ form }) => ({ start: 0, end: 0, form }))),
    model,
  );
  const answer = gold.map(({ lines, words }, s) => ({
    lines,
    words: words.map((word, i) => {
      const { lemma, upos, xpos, feats, head, deprel } = trees[s]!.tokens[i]!;
      return { ...word, lemma, upos, xpos, feats, deprel, head: head < 0 ? 0 : words[head]!.id };
    }),
  }));
  return score(gold, answer);
}

/** The same for several models together; lemmas and features are not theirs to say. */
export function scoreTaught(models: readonly Model[], gold: readonly ConlluSentence[]): Scores {
  const { tags, relations } = models[0]!;
  const lessons = taught(
    models,
    gold.map(({ words }) => words.map(({ form }) => form)),
  );
  const answer = gold.map(({ lines, words }, s) => ({
    lines,
    words: words.map((word, i) => {
      const lesson = lessons[s]!;
      const { upos, xpos } = tags[lesson.tags[i]!]!;
      const head = lesson.heads[i]!;
      const deprel = relations[lesson.labels[i]!]!;
      return { ...word, upos, xpos, deprel, head: head === words.length ? 0 : words[head]!.id };
    }),
  }));
  return score(gold, answer);
}
