import { ParserState } from "./parser-state.js";

/** A state of the beam and the logarithm of its probability so far. */
export interface BeamItem {
  readonly state: ParserState;
  readonly score: number;
}

/** One way to go on. */
export interface BeamStep {
  readonly item: BeamItem;
  readonly move: number;
  readonly score: number;
}

/** How many half-built trees are kept side by side. */
export const beamWidth = 4;

/** A tree this much less probable than the best (natural logarithm) is dropped. */
export const beamDrop = 3;

/** States used again and again, so that a sentence allocates next to nothing. */
export class StatePool {
  private readonly free: ParserState[] = [];

  take(): ParserState {
    return this.free.pop() ?? new ParserState();
  }

  give(state: ParserState): void {
    if (this.free.length < 4 * beamWidth) this.free.push(state);
  }
}

/** The steps to keep: the best `beamWidth` of those near enough to the best. Ties go to the earlier one. */
export function keepBest(steps: BeamStep[]): BeamStep[] {
  steps.sort((a, b) => b.score - a.score);
  const least = steps[0]!.score - beamDrop;
  return steps.slice(0, beamWidth).filter((step) => step.score >= least);
}
