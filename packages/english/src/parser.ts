import { actionFeatures, labelFeatures, maxParseFeatures } from "./parse-features.js";
import { attachLeft, attachRight, ParserState, shift } from "./parser-state.js";
import type { Scorer } from "./scorer.js";
import type { WordFacts } from "./words.js";

/** Number of moves. */
export const moves = 3;

/** Which relations were seen from a head's tag to a child's tag on which side; null means any. */
export type RelationFilter = (headTag: number, childTag: number, side: number) => readonly number[];

/**
 * Builds dependency trees greedily: arc-hybrid moves, and a second classifier that names each arc as it is made.
 * Always ends with one tree and one root, in a number of steps linear in the sentence.
 */
export class Parser {
  readonly state = new ParserState();
  readonly keys = new Int32Array(maxParseFeatures);
  readonly scores = new Float64Array(moves);
  private readonly labelScores: Float64Array;

  constructor(
    readonly actions: Scorer,
    readonly relations: Scorer,
    relationCount: number,
    readonly allowedRelations: RelationFilter,
    readonly rootRelation: number,
  ) {
    this.labelScores = new Float64Array(relationCount);
  }

  /** Parses words with their joint tags; heads (the root's is the number of words) and relations are then in `state`. */
  parse(words: readonly WordFacts[], tags: Int32Array): ParserState {
    const state = this.start(words, tags);
    while (!state.finished) {
      const count = actionFeatures(state, this.keys);
      this.actions.score(this.keys, count, this.scores);
      this.take(this.best());
    }
    return state;
  }

  start(words: readonly WordFacts[], tags: Int32Array): ParserState {
    const { state } = this;
    state.reset(words.length);
    for (let i = 0; i < words.length; i++) {
      state.words[i] = words[i]!.word;
      state.tags[i] = tags[i]!;
    }
    return state;
  }

  /** The allowed move that scores highest. */
  best(): number {
    let best = -1;
    for (let move = shift; move <= attachRight; move++)
      if (this.state.allows(move) && (best < 0 || this.scores[move]! > this.scores[best]!)) best = move;
    return best;
  }

  /** Makes a move; an arc is named by the relation classifier. */
  take(move: number): void {
    const { state } = this;
    if (move === shift) return state.push();
    const head = state.headFor(move);
    state.attach(head, this.name(head, state.stackAt(0)));
  }

  /** The relation of `child` to `head`, about to be attached. */
  name(head: number, child: number): number {
    const { state } = this;
    if (head === state.length) return this.rootRelation;
    const allowed = this.allowedRelations(state.tags[head]!, state.tags[child]!, head < child ? 1 : 0);
    if (allowed.length === 1) return allowed[0]!;
    const count = labelFeatures(state, head, child, this.keys);
    this.relations.score(this.keys, count, this.labelScores);
    let best = allowed[0]!;
    for (const relation of allowed) if (this.labelScores[relation]! > this.labelScores[best]!) best = relation;
    return best;
  }
}

export { attachLeft, attachRight, shift };
