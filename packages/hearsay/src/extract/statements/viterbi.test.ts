import { parse } from "@hearsay/english";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOf } from "./page.js";
import { bestPaths, contexts, transitionContext, viterbi } from "./viterbi.js";
import { CUE, labels, windowOf } from "./window.js";

const L = labels.length;
const text = "He said so, Ann.";
const page = pageOf(text, parse(text));
const window = windowOf(page, 1);
const size = window.to - window.from;

const score = (path: readonly number[], emissions: Float64Array, transitions: readonly number[]): number =>
  path.reduce((sum, l, i) => {
    const step = i === 0 ? 0 : transitions[transitionContext(page, window, i) * L * L + path[i - 1]! * L + l]!;
    return sum + step + emissions[i * L + l]!;
  }, 0);

/** Every sequence of labels in which the cue is a cue, the best first. */
function all(emissions: Float64Array, transitions: readonly number[]): number[] {
  const found: number[] = [];
  for (let n = 0; n < L ** size; n++) {
    const path = Array.from({ length: size }, (_, i) => Math.floor(n / L ** i) % L);
    if (path[window.cue] === CUE) found.push(score(path, emissions, transitions));
  }
  return found.sort((a, b) => b - a);
}

const numbers = (length: number) =>
  fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: length, maxLength: length });

describe("bestPaths", () => {
  it("gives the best of all sequences, the best first, no two the same", () => {
    fc.assert(
      fc.property(numbers(size * L), numbers(contexts * L * L), (e, transitions) => {
        const emissions = Float64Array.from(e);
        const found = bestPaths(page, window, emissions, transitions, 6);
        const truth = all(emissions, transitions).slice(0, 6);
        found.forEach((path, k) => {
          expect(path.score).toBeCloseTo(truth[k]!, 6);
          expect(path.score).toBeCloseTo(score([...path.labels], emissions, transitions), 6);
        });
        expect(new Set(found.map((path) => path.labels.join())).size).toBe(6);
        expect(viterbi(page, window, emissions, transitions)).toEqual(found[0]!.labels);
      }),
      { numRuns: 30 },
    );
  });
});
