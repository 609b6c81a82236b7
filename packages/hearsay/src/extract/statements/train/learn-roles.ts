import { Features } from "../hashing.js";
import type { Page } from "../page.js";
import { roleFeatures } from "../role-features.js";
import { contexts, transitionContext, viterbi } from "../viterbi.js";
import { CONTENT, CUE, labels, OUTSIDE, SOURCE, type Window, windowOf } from "../window.js";
import type { GoldAttribution, GoldPage } from "./gold.js";
import { meanOf, shuffle } from "./regression.js";

const L = labels.length;

interface Example {
  readonly page: Page;
  readonly window: Window;
  readonly truth: Uint8Array;
  /** Feature slots of all tokens, and where each token's begin. */
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
}

/** An averaged structured perceptron: weights, and the sums that make the average. */
class Learner {
  readonly weights: Float32Array;
  readonly sums: Float32Array;
  steps = 1;

  constructor(size: number) {
    this.weights = new Float32Array(size);
    this.sums = new Float32Array(size);
  }

  update(index: number, by: number): void {
    this.weights[index]! += by;
    this.sums[index]! += by * this.steps;
  }

  averaged(): Float32Array {
    return this.weights.map((w, i) => w - this.sums[i]! / this.steps);
  }
}

/** Learns labels around gold cues; a wrong label costs a margin of one while learning. The mean of `rounds` runs. */
export function learnRoles(
  pages: readonly GoldPage[],
  bits: number,
  epochs: number,
  rounds: number,
  random: () => number,
): { roles: Float32Array; transitions: Float32Array } {
  const examples = pages.flatMap(({ page, gold }) => gold.map((g) => exampleOf(page, g, bits)));
  const [roles, transitions] = meanOf(rounds, () => learnOnce(examples, bits, epochs, random));
  return { roles: roles!, transitions: transitions! };
}

function learnOnce(examples: Example[], bits: number, epochs: number, random: () => number): Float32Array[] {
  const roles = new Learner(2 ** bits * L);
  const transitions = new Learner(contexts * L * L);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, random);
    let [wrong, all] = [0, 0];
    for (const example of examples) {
      wrong += learnFrom(example, roles, transitions);
      all += example.truth.length;
    }
    console.error(`roles epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % of ${all} labels wrong`);
  }
  return [roles.averaged(), transitions.averaged()];
}

function exampleOf(page: Page, gold: GoldAttribution, bits: number): Example {
  const window = windowOf(page, gold.head);
  const features = new Features(bits);
  const offsets = new Int32Array(window.to - window.from + 1);
  const parts: Int32Array[] = [];
  let total = 0;
  roleFeatures(page, window, features, (t) => {
    parts.push(features.slots.slice(0, features.count));
    total += features.count;
    offsets[t - window.from + 1] = total;
  });
  const slots = new Int32Array(total);
  parts.forEach((part, i) => {
    slots.set(part, offsets[i]!);
  });
  return { page, window, truth: truthOf(window, gold), slots, offsets };
}

function truthOf({ from, to }: Window, gold: GoldAttribution): Uint8Array {
  return Uint8Array.from({ length: to - from }, (_, i) => {
    const t = from + i;
    return gold.cue.has(t) ? CUE : gold.content.has(t) ? CONTENT : gold.source.has(t) ? SOURCE : OUTSIDE;
  });
}

function learnFrom(x: Example, roles: Learner, transitions: Learner): number {
  const size = x.truth.length;
  const emissions = new Float64Array(size * L);
  for (let i = 0; i < size; i++) {
    for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++) {
      const slot = x.slots[k]! * L;
      for (let l = 0; l < L; l++) emissions[i * L + l]! += roles.weights[slot + l]!;
    }
    for (let l = 0; l < L; l++) if (l !== x.truth[i]) emissions[i * L + l]! += 1;
  }
  const guess = viterbi(x.page, x.window, emissions, transitions.weights as unknown as readonly number[]);
  let wrong = 0;
  for (let i = 0; i < size; i++) {
    if (i > 0) learnTransition(x, guess, i, transitions);
    if (guess[i] === x.truth[i]) continue;
    wrong++;
    for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++) {
      roles.update(x.slots[k]! * L + x.truth[i]!, 1);
      roles.update(x.slots[k]! * L + guess[i]!, -1);
    }
  }
  roles.steps++;
  transitions.steps++;
  return wrong;
}

function learnTransition(x: Example, guess: Uint8Array, i: number, transitions: Learner): void {
  const [p, l, gp, gl] = [x.truth[i - 1]!, x.truth[i]!, guess[i - 1]!, guess[i]!];
  if (p === gp && l === gl) return;
  const context = transitionContext(x.page, x.window, x.window.from + i) * L * L;
  transitions.update(context + p * L + l, 1);
  transitions.update(context + gp * L + gl, -1);
}
