import { describe, expect, it } from "vitest";
import { finishKeys } from "./hash.js";
import { PackedClasses, PackedMoves } from "./packed.js";
import { type Learner, SparseLearner } from "./train/learner.js";
import { packClasses, packMoves } from "./train/pack.js";

/** A key made from two numbers. */
function key(a: number, b: number): number {
  const keys = Int32Array.of(a * 1000 + b);
  finishKeys(keys, 1);
  return keys[0]!;
}

/** Two features pull apart classes 1 and 2, a third supports class 1. */
function taught(): Learner {
  const learner = new SparseLearner(3);
  const keys = Int32Array.of(key(1, 7), key(2, -9), key(3, 5));
  for (let k = 0; k < 2; k++) learner.meet(keys, 3);
  for (let k = 0; k < 16; k++) learner.update(keys, 1, 1, 2);
  learner.update(keys.subarray(1), 1, 2, 1);
  for (let k = 0; k < 4; k++) learner.update(keys.subarray(2), 1, 1, 0);
  return learner;
}

function ratio(scorer: { score(k: Int32Array, n: number, s: Float64Array): void }, feature: number): number[] {
  const scores = new Float64Array(3);
  scorer.score(Int32Array.of(feature, key(99, 99)), 2, scores);
  return [...scores].map((value) => value - scores[0]!);
}

describe("packed weights", () => {
  it("say what the learner said, to scale", () => {
    const learner = taught();
    const packed = new PackedClasses(packClasses(learner.rows()));
    const scale = 16 / ratio(packed, key(1, 7))[1]!;
    for (const feature of [key(1, 7), key(2, -9), key(3, 5)])
      ratio(packed, feature).forEach((value, i) => {
        expect(value * scale).toBeCloseTo(ratio(learner, feature)[i]!, 0);
      });
  });

  it("keep differences between moves, to scale", () => {
    const learner = taught();
    const packed = new PackedMoves(packMoves(learner.rows()));
    const scale = 16 / ratio(packed, key(1, 7))[1]!;
    for (const feature of [key(1, 7), key(2, -9), key(3, 5)])
      ratio(packed, feature).forEach((value, i) => {
        expect(value * scale).toBeCloseTo(ratio(learner, feature)[i]!, 0);
      });
  });

  it("know nothing of features never met", () => {
    expect(ratio(new PackedClasses(packClasses(taught().rows())), key(50, 1))).toEqual([0, 0, 0]);
  });
});
