import { type Linear, slotOf } from "../linear.js";

/** Features (as hashes) of each candidate of a sentence and how well each matches a gold relation, 0 to 1. */
export interface Choice {
  readonly options: readonly (readonly number[])[];
  readonly quality: readonly number[];
}
/** Features of a sentence and whether it is causal. */
export interface Case {
  readonly features: readonly number[];
  readonly causal: boolean;
}

/** Options worse than this are wrong; among the rest the better ones get far more of the target. */
const acceptable = 0.45;
const sharpness = 6;

/** A table of weights under AdaGrad. */
class Learner {
  readonly weights: Float64Array;
  private readonly squares: Float64Array;
  bias = 0;
  private biasSquares = 0.01;

  constructor(
    private readonly bits: number,
    private readonly rate: number,
    private readonly l2: number,
  ) {
    this.weights = new Float64Array(2 ** bits);
    this.squares = new Float64Array(2 ** bits).fill(0.01);
  }

  slots(features: readonly number[], known: ReadonlySet<number>): Int32Array {
    return Int32Array.from(
      features.filter((f) => known.has(f)),
      (f) => slotOf(f, this.bits),
    );
  }

  score(slots: Int32Array): number {
    let sum = this.bias;
    for (const i of slots) sum += this.weights[i] as number;
    return sum;
  }

  step(slots: Int32Array, error: number): void {
    for (const i of slots) {
      const gradient = error + this.l2 * (this.weights[i] as number);
      this.squares[i] = (this.squares[i] as number) + gradient * gradient;
      this.weights[i] = (this.weights[i] as number) - (this.rate * gradient) / Math.sqrt(this.squares[i] as number);
    }
  }

  stepBias(error: number): void {
    this.biasSquares += error * error;
    this.bias -= (this.rate * error) / Math.sqrt(this.biasSquares);
  }

  /** One byte a weight; the largest in ten thousand are cut off. */
  finish(): Linear {
    const sizes = this.weights
      .filter((w) => w !== 0)
      .map(Math.abs)
      .sort();
    const scale = (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127;
    const table = Int8Array.from(this.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
    return { bits: this.bits, bias: this.bias, scale, table };
  }
}

/** A ranker: softmax over the options of a sentence and "none", towards the options that match gold best. */
export function learnRanker(choices: readonly Choice[], bits: number, epochs: number): Linear {
  const learner = new Learner(bits, 0.1, 1e-4);
  const known = frequent(
    choices.flatMap(({ options }) => options),
    3,
  );
  const rows = choices.map(({ options }) => options.map((o) => learner.slots(o, known)));
  for (let epoch = 1; epoch <= epochs; epoch++)
    for (const at of shuffled(rows.length, epoch))
      stepChoice(learner, rows[at] as readonly Int32Array[], (choices[at] as Choice).quality);
  return learner.finish();
}

function stepChoice(learner: Learner, rows: readonly Int32Array[], quality: readonly number[]): void {
  const target = quality.map((q) => (q > acceptable ? q ** sharpness : 0));
  const all = target.reduce((sum, t) => sum + t, 0);
  const odds = rows.map((row) => Math.exp(Math.min(30, learner.score(row))));
  const total = odds.reduce((sum, x) => sum + x, 1);
  const errors = odds.map((x, k) => x / total - (all > 0 ? (target[k] as number) / all : 0));
  for (const [k, error] of errors.entries()) if (Math.abs(error) > 1e-3) learner.step(rows[k] as Int32Array, error);
  learner.stepBias(errors.reduce((sum, e) => sum + e, 0));
}

/** Logistic regression. */
export function learnSentence(cases: readonly Case[], bits: number, epochs: number): Linear {
  const learner = new Learner(bits, 0.05, 1e-3);
  const known = frequent(
    cases.map(({ features }) => features),
    2,
  );
  const rows = cases.map(({ features }) => learner.slots(features, known));
  for (let epoch = 1; epoch <= epochs; epoch++)
    for (const at of shuffled(rows.length, epoch)) {
      const row = rows[at] as Int32Array;
      const error = 1 / (1 + Math.exp(-learner.score(row))) - ((cases[at] as Case).causal ? 1 : 0);
      learner.step(row, error);
      learner.stepBias(error);
    }
  return learner.finish();
}

/** Features seen at least so often: what is rarer says nothing sure. */
function frequent(sets: readonly (readonly number[])[], minimum: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const set of sets) for (const f of set) counts.set(f, (counts.get(f) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= minimum).map(([f]) => f));
}

/** A permutation of 0…n−1 by a small fixed generator (Park & Miller), the same for the same seed. */
export function shuffled(n: number, seed: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = (seed * 48_271) % 2_147_483_647;
  for (let i = n - 1; i > 0; i--) {
    state = (state * 48_271) % 2_147_483_647;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
