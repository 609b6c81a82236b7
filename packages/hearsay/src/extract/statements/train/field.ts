import type { Page } from "../page.js";
import { contexts, transitionContext } from "../viterbi.js";
import { CUE, labels, type Window } from "../window.js";

const L = labels.length;

/** A window with the features of its tokens and the right label of each. */
export interface Sequence {
  readonly page: Page;
  readonly window: Window;
  readonly truth: Uint8Array;
  /** Feature slots of all tokens, and where each token's begin. */
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
}

const [rate, decay] = [0.03, 1e-6];
/** The share of features left out at each step: what is learnt must not hang on single rare words (dropout). */
const dropped = 0.25;
/** Labels that the weights so far are surer of than this teach nothing. */
const least = 2e-3;

/** What a step works with: scores of labels, contexts of transitions, and the sums over all sequences from both ends. */
interface Sums {
  readonly emissions: Float64Array;
  readonly context: Int32Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
}

/** Weights of a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001), learnt by AdaGrad. */
export class Field {
  readonly roles: Float32Array;
  readonly transitions = new Float32Array(contexts * L * L);
  private readonly roleSquares: Float32Array;
  private readonly transitionSquares = new Float32Array(contexts * L * L).fill(1e-2);

  constructor(
    bits: number,
    private readonly random: () => number,
  ) {
    this.roles = new Float32Array(2 ** bits * L);
    this.roleSquares = new Float32Array(2 ** bits * L).fill(1e-3);
  }

  /** One step towards the right labels of a sequence; answers how many of them it would have thought unlikely. */
  learn(whole: Sequence): number {
    const x = this.thinned(whole);
    const sums = this.sumsOf(x);
    for (let i = 1; i < x.truth.length; i++) this.learnTransition(x, i, sums);
    let wrong = 0;
    for (let i = 0; i < x.truth.length; i++) if (this.learnLabels(x, i, sums) < 0.5) wrong++;
    return wrong;
  }

  /** The sequence with some of its features left out. */
  private thinned(x: Sequence): Sequence {
    const slots = new Int32Array(x.slots.length);
    const offsets = new Int32Array(x.offsets.length);
    let n = 0;
    for (let i = 0; i < x.truth.length; i++) {
      for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++) if (this.random() >= dropped) slots[n++] = x.slots[k]!;
      offsets[i + 1] = n;
    }
    return { ...x, slots, offsets };
  }

  private sumsOf(x: Sequence): Sums {
    const size = x.truth.length;
    const emissions = this.emissionsOf(x);
    const context = new Int32Array(size);
    for (let i = 1; i < size; i++) context[i] = transitionContext(x.page, x.window, x.window.from + i) * L * L;
    const forward = this.forward(emissions, context, size);
    const total = logSum(forward.slice((size - 1) * L));
    return { emissions, context, forward, backward: this.backward(emissions, context, size), total };
  }

  private emissionsOf(x: Sequence): Float64Array {
    const emissions = new Float64Array(x.truth.length * L);
    for (let i = 0; i < x.truth.length; i++)
      for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++) {
        const slot = x.slots[k]! * L;
        for (let l = 0; l < L; l++) emissions[i * L + l]! += this.roles[slot + l]!;
      }
    const cue = (x.window.cue - x.window.from) * L;
    for (let l = 0; l < L; l++) if (l !== CUE) emissions[cue + l]! -= 1e4;
    return emissions;
  }

  private forward(emissions: Float64Array, context: Int32Array, size: number): Float64Array {
    const sums = new Float64Array(size * L);
    const four = new Float64Array(L);
    for (let l = 0; l < L; l++) sums[l] = emissions[l]!;
    for (let i = 1; i < size; i++)
      for (let l = 0; l < L; l++) {
        for (let p = 0; p < L; p++) four[p] = sums[(i - 1) * L + p]! + this.transitions[context[i]! + p * L + l]!;
        sums[i * L + l] = logSum(four) + emissions[i * L + l]!;
      }
    return sums;
  }

  private backward(emissions: Float64Array, context: Int32Array, size: number): Float64Array {
    const sums = new Float64Array(size * L);
    const four = new Float64Array(L);
    for (let i = size - 1; i > 0; i--)
      for (let p = 0; p < L; p++) {
        for (let l = 0; l < L; l++)
          four[l] = this.transitions[context[i]! + p * L + l]! + emissions[i * L + l]! + sums[i * L + l]!;
        sums[(i - 1) * L + p] = logSum(four);
      }
    return sums;
  }

  /** Answers how likely the right label was. */
  private learnLabels(x: Sequence, i: number, { forward, backward, total }: Sums): number {
    const truth = x.truth[i]!;
    let right = 0;
    for (let l = 0; l < L; l++) {
      const share = Math.exp(forward[i * L + l]! + backward[i * L + l]! - total);
      if (l === truth) right = share;
      const gradient = share - (l === truth ? 1 : 0);
      if (Math.abs(gradient) < least) continue;
      for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++)
        step(this.roles, this.roleSquares, x.slots[k]! * L + l, gradient);
    }
    return right;
  }

  private learnTransition(x: Sequence, i: number, { emissions, context, forward, backward, total }: Sums): void {
    const from = context[i]!;
    const right = x.truth[i - 1]! * L + x.truth[i]!;
    const gradients = Array.from({ length: L * L }, (_, k) => {
      const [p, l] = [Math.floor(k / L), k % L];
      const score = forward[(i - 1) * L + p]! + this.transitions[from + k]! + emissions[i * L + l]!;
      return Math.exp(score + backward[i * L + l]! - total) - (k === right ? 1 : 0);
    });
    for (const [k, gradient] of gradients.entries())
      if (Math.abs(gradient) >= least) step(this.transitions, this.transitionSquares, from + k, gradient);
  }
}

function step(weights: Float32Array, squares: Float32Array, slot: number, gradient: number): void {
  const g = gradient + decay * weights[slot]!;
  squares[slot]! += g * g;
  weights[slot]! -= (rate / Math.sqrt(squares[slot]!)) * g;
}

/** The logarithm of the sum of what the numbers are logarithms of. */
function logSum(values: Float64Array): number {
  let most = values[0]!;
  for (let i = 1; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.exp(values[i]! - most);
  return most + Math.log(sum);
}
