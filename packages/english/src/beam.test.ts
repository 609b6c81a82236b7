import { describe, expect, it } from "vitest";
import { type BeamStep, beamDrop, beamWidth, keepBest } from "./beam.js";
import { ParserState } from "./parser-state.js";

const item = { state: new ParserState(), score: 0 };
const steps = (...scores: number[]): BeamStep[] => scores.map((score, move) => ({ item, move, score }));

describe("keepBest", () => {
  it("keeps the best few, best first", () => {
    const kept = keepBest(steps(-1, -0.5, -2, -0.7, -3));
    expect(kept.map((step) => step.score)).toEqual([-0.5, -0.7, -1, -2, -3].slice(0, beamWidth));
  });

  it("drops what is far behind the best", () => {
    expect(keepBest(steps(-0.1, -0.2 - beamDrop)).map((step) => step.move)).toEqual([0]);
  });

  it("leaves ties in their order", () => {
    expect(keepBest(steps(-1, -1)).map((step) => step.move)).toEqual([0, 1]);
  });
});

describe("ParserState.copy", () => {
  it("makes a state that goes its own way", () => {
    const state = new ParserState();
    state.reset(Int32Array.of(1, 2, 3), Int32Array.of(4, 5, 6));
    state.push();
    const copy = new ParserState();
    copy.copy(state);
    state.attach(1, 2);
    expect([copy.stackAt(0), copy.heads[0], copy.leftCount[1], copy.words[2], copy.tags[1]]).toEqual([0, -1, 0, 3, 5]);
    expect([state.stackSize, state.heads[0], state.labels[0], state.left1[1], state.leftCount[1]]).toEqual([
      0, 1, 2, 0, 1,
    ]);
  });
});
