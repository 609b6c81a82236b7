import type { RelationFilter } from "./arcs.js";
import { type BeamItem, type BeamStep, beamDrop, keepBest, StatePool } from "./beam.js";
import { actionFeatures, labelFeatures, maxParseFeatures } from "./parse-features.js";
import { attachRight, type ParserState, shift } from "./parser-state.js";
import type { Scorer } from "./scorer.js";

/** Number of moves. */
export const moves = 3;

/** What a parser needs to know. */
export interface ParserKnowledge {
  readonly moves: Scorer;
  readonly relations: Scorer;
  readonly relationCount: number;
  readonly allowedRelations: RelationFilter;
  readonly rootRelation: number;
  /** How many points of score make e times the probability. */
  readonly temperature: number;
}

/**
 * Builds dependency trees: arc-hybrid moves, a narrow beam that only opens where the best move is not clear, and a
 * second classifier that names each arc as it is made. Always ends with one tree and one root, in a number of steps
 * linear in the sentence.
 */
export class Parser {
  readonly keys = new Int32Array(maxParseFeatures);
  readonly scores = new Float64Array(moves);
  private readonly relationScores: Float64Array;
  private readonly pool = new StatePool();

  constructor(readonly knowledge: ParserKnowledge) {
    this.relationScores = new Float64Array(knowledge.relationCount);
  }

  /** Heads (the root's is the number of words) and relations of words with their joint tags; valid until the next call. */
  parse(words: Int32Array, tags: Int32Array): ParserState {
    let beam: BeamItem[] = [{ state: this.start(words, tags), score: 0 }];
    for (let step = 0; step < 2 * words.length; step++) beam = this.advance(beam);
    for (const { state } of beam) this.pool.give(state);
    return beam[0]!.state;
  }

  /** A state with all words still to come. */
  start(words: Int32Array, tags: Int32Array): ParserState {
    const state = this.pool.take();
    state.reset(words, tags);
    return state;
  }

  /** Hands a state back for use by a later sentence. */
  release(state: ParserState): void {
    this.pool.give(state);
  }

  /** Scores the moves from a state into `scores`. */
  weigh(state: ParserState): number {
    const count = actionFeatures(state, this.keys);
    this.knowledge.moves.score(this.keys, count, this.scores);
    return count;
  }

  /** The allowed move that scores highest. */
  best(state: ParserState): number {
    let best = -1;
    for (let move = shift; move <= attachRight; move++)
      if (state.allows(move) && (best < 0 || this.scores[move]! > this.scores[best]!)) best = move;
    return best;
  }

  private advance(beam: BeamItem[]): BeamItem[] {
    if (beam.length === 1 && this.takeIfClear(beam[0]!.state)) return beam;
    const steps: BeamStep[] = [];
    for (const item of beam) this.stepsFrom(item, steps);
    return this.follow(beam, steps.length === 1 ? steps : keepBest(steps));
  }

  /** Makes the best move if every other one is hopeless; most steps end here. */
  private takeIfClear(state: ParserState): boolean {
    this.weigh(state);
    const best = this.best(state);
    const least = this.scores[best]! - beamDrop * this.knowledge.temperature;
    for (let move = shift; move <= attachRight; move++)
      if (move !== best && this.scores[move]! >= least && state.allows(move)) return false;
    this.take(state, best);
    return true;
  }

  /** Adds the moves from `item` that are not hopeless. */
  private stepsFrom(item: BeamItem, steps: BeamStep[]): void {
    const { state } = item;
    this.weigh(state);
    const top = this.scores[this.best(state)]!;
    let total = 0;
    for (let move = shift; move <= attachRight; move++) if (state.allows(move)) total += this.odds(move, top);
    for (let move = shift; move <= attachRight; move++) {
      if (!state.allows(move)) continue;
      const odds = this.odds(move, top);
      if (odds >= leastOdds) steps.push({ item, move, score: item.score + Math.log(odds / total) });
    }
  }

  private odds(move: number, top: number): number {
    return Math.exp((this.scores[move]! - top) / this.knowledge.temperature);
  }

  /** Makes the moves; a state is copied only when more than one move goes on from it. */
  private follow(beam: readonly BeamItem[], steps: readonly BeamStep[]): BeamItem[] {
    const next = steps.map(({ item, move, score }, i) => {
      const last = !steps.some((other, k) => k > i && other.item === item);
      const state = last ? item.state : this.copyOf(item.state);
      return { state, move, score };
    });
    for (const item of beam) if (!steps.some((step) => step.item === item)) this.pool.give(item.state);
    for (const { state, move } of next) this.take(state, move);
    return next;
  }

  private copyOf(state: ParserState): ParserState {
    const copy = this.pool.take();
    copy.copy(state);
    return copy;
  }

  /** Makes a move; an arc is named by the relation classifier. */
  take(state: ParserState, move: number): void {
    if (move === shift) state.push();
    else {
      const head = state.headFor(move);
      state.attach(head, this.name(state, head, state.stackAt(0)));
    }
  }

  /** The relation of `child` to `head`, about to be attached. */
  name(state: ParserState, head: number, child: number): number {
    if (head === state.length) return this.knowledge.rootRelation;
    const allowed = this.knowledge.allowedRelations(state.tags[head]!, state.tags[child]!, head < child ? 1 : 0);
    if (allowed.length === 1) return allowed[0]!;
    const count = labelFeatures(state, head, child, this.keys);
    this.knowledge.relations.score(this.keys, count, this.relationScores);
    let best = allowed[0]!;
    for (const relation of allowed) if (this.relationScores[relation]! > this.relationScores[best]!) best = relation;
    return best;
  }
}

const leastOdds = Math.exp(-beamDrop);
