import { describe, expect, it } from "vitest";
import { key1 } from "./hash.js";
import { PackedClasses, PackedMoves } from "./packed.js";
import { type Learner, SparseLearner } from "./train/learner.js";
import { packClasses, packMoves } from "./train/pack.js";

/** Two features pull apart classes 1 and 2, a third supports class 1. */
function taught(): Learner {
  const learner = new SparseLearner(3);
  const keys = Int32Array.of(key1(1, 7), key1(2, -9), key1(3, 5));
  for (let k = 0; k < 2; k++) learner.meet(keys, 3);
  for (let k = 0; k < 16; k++) learner.update(keys, 1, 1, 2);
  learner.update(keys.subarray(1), 1, 2, 1);
  for (let k = 0; k < 4; k++) learner.update(keys.subarray(2), 1, 1, 0);
  return learner;
}

function ratio(scorer: { score(k: Int32Array, n: number, s: Float64Array): void }, key: number): number[] {
  const scores = new Float64Array(3);
  scorer.score(Int32Array.of(key, key1(99, 99)), 2, scores);
  return [...scores].map((value) => value - scores[0]!);
}

describe("packed weights", () => {
  it("say what the learner said, to scale", () => {
    const learner = taught();
    const packed = new PackedClasses(packClasses(learner.rows(0)));
    const scale = 16 / ratio(packed, key1(1, 7))[1]!;
    for (const key of [key1(1, 7), key1(2, -9), key1(3, 5)])
      ratio(packed, key).forEach((value, i) => {
        expect(value * scale).toBeCloseTo(ratio(learner, key)[i]!, 0);
      });
  });

  it("keep differences between moves, to scale", () => {
    const learner = taught();
    const packed = new PackedMoves(packMoves(learner.rows(0)));
    const scale = 16 / ratio(packed, key1(1, 7))[1]!;
    for (const key of [key1(1, 7), key1(2, -9), key1(3, 5)])
      ratio(packed, key).forEach((value, i) => {
        expect(value * scale).toBeCloseTo(ratio(learner, key)[i]!, 0);
      });
  });

  it("know nothing of features never met", () => {
    expect(ratio(new PackedClasses(packClasses(taught().rows(0))), key1(50, 1))).toEqual([0, 0, 0]);
  });
});
