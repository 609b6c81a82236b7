import { type Page } from "../page.js";
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
/** Labels surer than this by the weights so far teach nothing. */
const least = 2e-3;

/** Weights of a linear-chain conditional random field (Lafferty et al. 2001), learnt by AdaGrad. */
export class Field {
  readonly roles: Float32Array;
  readonly transitions = new Float32Array(contexts * L * L);
  private readonly roleSquares: Float32Array;
  private readonly transitionSquares = new Float32Array(contexts * L * L).fill(1e-2);

  constructor(bits: number) {
    this.roles = new Float32Array(2 ** bits * L);
    this.roleSquares = new Float32Array(2 ** bits * L).fill(1e-3);
  }

  /** One step towards the right labels of a sequence; answers how many labels are unlikely by now. */
  learn(x: Sequence): number {
    const size = x.truth.length;
    const emissions = this.emissionsOf(x);
    const context = Int32Array.from({ length: size }, (_, i) =>
      i === 0 ? 0 : transitionContext(x.page, x.window, x.window.from + i) * L * L,
    );
    const { forward, backward, total } = this.sums(emissions, context, size);
    let wrong = 0;
    const pairs = new Float64Array(L * L);
    for (let i = 0; i < size; i++) {
      if (i > 0) this.learnTransition(x, i, emissions, context[i]!, forward, backward, total, pairs);
    }
    for (let i = 0; i < size; i++) {
      const truth = x.truth[i]!;
      for (let l = 0; l < L; l++) {
        const share = Math.exp(forward[i * L + l]! + backward[i * L + l]! - total);
        const gradient = share - (l === truth ? 1 : 0);
        if (l === truth && share < 0.5) wrong++;
        if (Math.abs(gradient) < least) continue;
        for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++) {
          const slot = x.slots[k]! * L + l;
          const g = gradient + decay * this.roles[slot]!;
          const square = this.roleSquares[slot]! + g * g;
          this.roleSquares[slot] = square;
          this.roles[slot]! -= (rate * g) / Math.sqrt(square);
        }
      }
    }
    return wrong;
  }

  private emissionsOf(x: Sequence): Float64Array {
    const size = x.truth.length;
    const emissions = new Float64Array(size * L);
    for (let i = 0; i < size; i++)
      for (let k = x.offsets[i]!; k < x.offsets[i + 1]!; k++) {
        const slot = x.slots[k]! * L;
        for (let l = 0; l < L; l++) emissions[i * L + l]! += this.roles[slot + l]!;
      }
    const cue = x.window.cue - x.window.from;
    for (let l = 0; l < L; l++) if (l !== CUE) emissions[cue * L + l]! -= 1e4;
    return emissions;
  }

  private sums(emissions: Float64Array, context: Int32Array, size: number) {
    const forward = new Float64Array(size * L);
    const backward = new Float64Array(size * L);
    const t = this.transitions;
    const four = new Float64Array(L);
    for (let l = 0; l < L; l++) forward[l] = emissions[l]!;
    for (let i = 1; i < size; i++)
      for (let l = 0; l < L; l++) {
        for (let p = 0; p < L; p++) four[p] = forward[(i - 1) * L + p]! + t[context[i]! + p * L + l]!;
        forward[i * L + l] = logSum(four) + emissions[i * L + l]!;
      }
    for (let i = size - 2; i >= 0; i--)
      for (let p = 0; p < L; p++) {
        for (let l = 0; l < L; l++)
          four[l] = t[context[i + 1]! + p * L + l]! + emissions[(i + 1) * L + l]! + backward[(i + 1) * L + l]!;
        backward[i * L + p] = logSum(four);
      }
    for (let l = 0; l < L; l++) four[l] = forward[(size - 1) * L + l]!;
    return { forward, backward, total: logSum(four) };
  }

  private learnTransition(
    x: Sequence,
    i: number,
    emissions: Float64Array,
    context: number,
    forward: Float64Array,
    backward: Float64Array,
    total: number,
    pairs: Float64Array,
  ): void {
    for (let p = 0; p < L; p++)
      for (let l = 0; l < L; l++)
        pairs[p * L + l] = Math.exp(
          forward[(i - 1) * L + p]! +
            this.transitions[context + p * L + l]! +
            emissions[i * L + l]! +
            backward[i * L + l]! -
            total,
        );
    pairs[x.truth[i - 1]! * L + x.truth[i]!]! -= 1;
    for (let k = 0; k < L * L; k++) {
      const g = pairs[k]!;
      if (Math.abs(g) < least) continue;
      const square = this.transitionSquares[context + k]! + g * g;
      this.transitionSquares[context + k] = square;
      this.transitions[context + k]! -= (rate * g) / Math.sqrt(square);
    }
  }
}

function logSum(values: Float64Array): number {
  let most = values[0]!;
  for (let i = 1; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.exp(values[i]! - most);
  return most + Math.log(sum);
}
