import type { ConlluSentence } from "../conllu.js";
import type { Model } from "../model.js";
import { analyse } from "../parse.js";
import { type Scores, score } from "./score.js";

/** How well a model does on gold words, tags its own. */
export function scoreModel(model: Model, gold: readonly ConlluSentence[]): Scores {
  const answer = gold.map(({ lines, words }) => {
    const { tokens } = analyse(
      words.map(({ form }) => ({ start: 0, end: 0, form })),
      model,
    );
    return {
      lines,
      words: words.map((word, i) => {
        const { lemma, upos, xpos, feats, head, deprel } = tokens[i]!;
        return { ...word, lemma, upos, xpos, feats, deprel, head: head < 0 ? 0 : words[head]!.id };
      }),
    };
  });
  return score(gold, answer);
}
