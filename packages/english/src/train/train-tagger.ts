import type { ConlluSentence } from "../conllu.js";
import { bestOf } from "../scorer.js";
import { tagFeatures } from "../tag-features.js";
import { Tagger } from "../tagger.js";
import { type Learner, SparseLearner } from "./learner.js";
import { randomFrom, shuffled } from "./random.js";
import { jointTag, lexiconOf, type Names } from "./vocabulary.js";

/** How far ahead the right tag must be not to be learnt from; one update of 40 features moves it by 80. */
const margin = 25;

export interface TrainedTagger {
  readonly tagger: Tagger;
  readonly learner: Learner;
}

/** Trains a tagger. The learner's weights are averages when it returns. */
export function trainTagger(
  sentences: readonly ConlluSentence[],
  tags: Names,
  passes: number,
  seed: number,
): TrainedTagger {
  const random = randomFrom(seed);
  const learner = new SparseLearner(tags.list.length);
  const lexicon = lexiconOf(sentences, tags);
  const tagger = new Tagger(learner, tags.list.length, lexicon, openTags(sentences, tags));
  for (let pass = 0; pass < passes; pass++)
    for (const index of shuffled(sentences.length, random))
      learnSentence(tagger, learner, sentences[index]!, tags, pass === 0);
  learner.average();
  return { tagger, learner };
}

/** The tags of words that occur once: what a new word can be. */
function openTags(sentences: readonly ConlluSentence[], tags: Names): number[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) counts.set(word.form, (counts.get(word.form) ?? 0) + 1);
  const open = new Map<number, number>();
  for (const { words } of sentences)
    for (const word of words)
      if (counts.get(word.form) === 1)
        open.set(tags.find(jointTag(word)), (open.get(tags.find(jointTag(word))) ?? 0) + 1);
  return [...open]
    .filter(([tag, count]) => tag >= 0 && count >= 3)
    .map(([tag]) => tag)
    .sort((a, b) => a - b);
}

function learnSentence(tagger: Tagger, learner: Learner, sentence: ConlluSentence, tags: Names, first: boolean): void {
  const facts = sentence.words.map((word) => tagger.facts(word.form));
  const given = new Int32Array(facts.length);
  const scores = new Float64Array(tags.list.length);
  for (let i = 0; i < facts.length; i++) {
    const gold = tags.find(jointTag(sentence.words[i]!));
    const allowed = tagger.candidates(facts[i]!);
    if (allowed.length === 1) {
      given[i] = allowed[0]!;
      continue;
    }
    const count = tagFeatures(
      facts,
      i,
      i > 0 ? given[i - 1]! : -1,
      i > 1 ? given[i - 2]! : -1,
      tagger.edge,
      tagger.keys,
    );
    if (first) learner.meet(tagger.keys, count);
    learner.score(tagger.keys, count, scores);
    const guess = bestOf(scores, allowed);
    given[i] = guess;
    if (gold < 0 || !allowed.includes(gold)) continue;
    scores[gold]! -= margin;
    const rival = bestOf(scores, allowed);
    if (rival !== gold) learner.update(tagger.keys, count, gold, rival);
    learner.tick();
  }
}
