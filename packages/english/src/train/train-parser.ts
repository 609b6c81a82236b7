import { arcKey, relationFilter } from "../arcs.js";
import { labelFeatures } from "../parse-features.js";
import { moves, Parser } from "../parser.js";
import { attachRight, type ParserState, shift } from "../parser-state.js";
import { bestOf } from "../scorer.js";
import { DenseLearner, type Learner, SparseLearner } from "./learner.js";
import { type GoldTree, moveCosts } from "./oracle.js";
import { randomFrom, shuffled } from "./random.js";

/** A sentence to learn from: words, tags as a tagger that never saw them gives them, and the gold tree. */
export interface ParserExample {
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly gold: GoldTree;
}

export interface ParserSettings {
  readonly passes: number;
  readonly seed: number;
  /** How often a wrong move is followed after the first pass. */
  readonly explore: number;
  /** How far ahead the right move must be not to be learnt from. */
  readonly margin: number;
  /** The same for relations. */
  readonly relationMargin: number;
}

export interface TrainedParser {
  readonly parser: Parser;
  readonly actions: Learner;
  readonly relations: Learner;
}

/** Trains moves and relations together, exploring the parser's own mistakes. Weights are averages when it returns. */
export function trainParser(
  examples: readonly ParserExample[],
  relationCount: number,
  rootRelation: number,
  settings: ParserSettings,
  afterPass: (pass: number, trained: TrainedParser) => void = () => {},
): TrainedParser {
  const random = randomFrom(settings.seed);
  const actions = new DenseLearner(moves);
  const relations = new SparseLearner(relationCount);
  const allowedRelations = relationFilter(seenRelations(examples));
  const parser = new Parser({
    moves: actions,
    relations,
    relationCount,
    allowedRelations,
    rootRelation,
    temperature: 1,
  });
  for (let pass = 0; pass < settings.passes; pass++) {
    const explore = pass === 0 ? 0 : settings.explore;
    for (const index of shuffled(examples.length, random))
      learnSentence({ parser, actions, relations }, examples[index]!, pass === 0, () => random() < explore, settings);
    const back = [actions.average(), relations.average()];
    afterPass(pass, { parser, actions, relations });
    if (pass < settings.passes - 1) for (const restore of back) restore();
  }
  return { parser, actions, relations };
}

/** For each pair of tags and side, how often each relation was seen. Keys as in `arcKey`. */
export function seenRelations(examples: readonly ParserExample[]): Map<number, number[]> {
  const seen = new Map<number, Map<number, number>>();
  for (const { gold, tags } of examples)
    gold.heads.forEach((head, child) => {
      if (head === tags.length) return;
      const key = arcKey(tags[head]!, tags[child]!, head < child ? 1 : 0);
      const counts = seen.get(key) ?? new Map<number, number>();
      seen.set(key, counts.set(gold.relations[child]!, (counts.get(gold.relations[child]!) ?? 0) + 1));
    });
  return new Map(
    [...seen].map(([key, counts]) => [key, [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([r]) => r)]),
  );
}

function learnSentence(
  { parser, actions, relations }: TrainedParser,
  example: ParserExample,
  first: boolean,
  explores: () => boolean,
  settings: ParserSettings,
): void {
  const state = parser.start(example.words, example.tags);
  const costs = new Int32Array(moves);
  while (!state.finished) {
    const count = parser.weigh(state);
    if (first) actions.meet(parser.keys, count);
    moveCosts(state, example.gold, costs);
    const guess = parser.best(state);
    const good = bestMove(parser, state, costs, true);
    const bad = bestMove(parser, state, costs, false);
    if (bad >= 0 && parser.scores[good]! - parser.scores[bad]! <= settings.margin)
      actions.update(parser.keys, count, good, bad);
    actions.tick();
    const move = guess === good || explores() ? guess : good;
    if (move !== shift)
      learnRelation(parser, relations, example.gold, state, state.headFor(move), first, settings.relationMargin);
    parser.take(state, move);
  }
  parser.release(state);
}

/** The highest-scoring move among those of least cost, or among the others; −1 if there is none. */
function bestMove(parser: Parser, state: ParserState, costs: Int32Array, good: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let move = shift; move <= attachRight; move++) if (state.allows(move)) least = Math.min(least, costs[move]!);
  let best = -1;
  for (let move = shift; move <= attachRight; move++)
    if (state.allows(move) && (costs[move] === least) === good)
      if (best < 0 || parser.scores[move]! > parser.scores[best]!) best = move;
  return best;
}

function learnRelation(
  parser: Parser,
  relations: Learner,
  gold: GoldTree,
  state: ParserState,
  head: number,
  first: boolean,
  margin: number,
): void {
  const child = state.stackAt(0);
  if (gold.heads[child] !== head || head === state.length) return;
  const allowed = parser.knowledge.allowedRelations(state.tags[head]!, state.tags[child]!, head < child ? 1 : 0);
  const right = gold.relations[child]!;
  if (allowed.length < 2 || !allowed.includes(right)) return;
  const count = labelFeatures(state, head, child, parser.keys);
  if (first) relations.meet(parser.keys, count);
  const scores = new Float64Array(relations.classes);
  relations.score(parser.keys, count, scores);
  scores[right]! -= margin;
  const rival = bestOf(scores, allowed);
  if (rival !== right) relations.update(parser.keys, count, right, rival);
  relations.tick();
}

/** The mean distance between the best and the second-best move along greedy parses: what one parser's scores amount to. */
export function meanMargin(parser: Parser, examples: readonly ParserExample[]): number {
  let sum = 0;
  let decisions = 0;
  for (const { words, tags } of examples) {
    const state = parser.start(words, tags);
    for (; !state.finished; parser.take(state, parser.best(state))) {
      parser.weigh(state);
      const allowed = [...parser.scores].filter((_, move) => state.allows(move)).sort((a, b) => b - a);
      if (allowed.length < 2) continue;
      sum += allowed[0]! - allowed[1]!;
      decisions++;
    }
    parser.release(state);
  }
  return sum / Math.max(1, decisions);
}
