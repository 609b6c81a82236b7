/** Squashes to −1 … 1; exactly the same on every machine, unlike the exponential. Its slope is (1 − its size)². */
export const softsign = (x: number): number => x / (1 + Math.abs(x));

/** What a layer's units compute with, a row a word: gates and candidates of both directions side by side, h each. */
interface Forward {
  /** Products with the weights. */
  readonly pre: Float32Array;
  readonly bias: Float32Array;
  /** Out: gates and candidates. */
  readonly gates: Float32Array;
  /** Out: what the units remember, left to right and right to left side by side. */
  readonly memory: Float32Array;
}

interface Backward {
  /** Out: the gradient of `pre`. */
  readonly dPre: Float32Array;
  /** The gradient of `memory` from above. */
  readonly dOut: Float32Array;
  readonly gates: Float32Array;
  readonly memory: Float32Array;
}

/** Row of the k-th word met when going through a sentence of `n` words in a direction (0: from left to right). */
const rowAt = (first: number, n: number, direction: number, k: number): number =>
  first + (direction === 0 ? k : n - 1 - k);

/** Each of `h` units moves towards its candidate as far as its gate says, word by word, in both directions. */
export function recur({ pre, bias, gates, memory }: Forward, lengths: readonly number[], h: number): void {
  let first = 0;
  for (const n of lengths) {
    for (let direction = 0; direction < 2; direction++) {
      const column = direction * 2 * h;
      for (let k = 0; k < n; k++) {
        const t = rowAt(first, n, direction, k);
        const z = t * 4 * h + column;
        const to = t * 2 * h + direction * h;
        const before = to + (direction === 0 ? -2 : 2) * h;
        for (let j = 0; j < h; j++) {
          const gate = 0.5 + 0.5 * softsign(pre[z + j]! + bias[column + j]!);
          const candidate = softsign(pre[z + h + j]! + bias[column + h + j]!);
          gates[z + j] = gate;
          gates[z + h + j] = candidate;
          const was = k === 0 ? 0 : memory[before + j]!;
          memory[to + j] = was + gate * (candidate - was);
        }
      }
    }
    first += n;
  }
}

/** The gradients of `recur`. */
export function recurBack({ dPre, dOut, gates, memory }: Backward, lengths: readonly number[], h: number): void {
  const carry = new Float32Array(h);
  let first = 0;
  for (const n of lengths) {
    for (let direction = 0; direction < 2; direction++) {
      const column = direction * 2 * h;
      carry.fill(0);
      for (let k = n - 1; k >= 0; k--) {
        const t = rowAt(first, n, direction, k);
        const z = t * 4 * h + column;
        const at = t * 2 * h + direction * h;
        const before = at + (direction === 0 ? -2 : 2) * h;
        for (let j = 0; j < h; j++) {
          const gate = gates[z + j]!;
          const candidate = gates[z + h + j]!;
          const grad = dOut[at + j]! + carry[j]!;
          const gateSlope = 1 - Math.abs(2 * gate - 1);
          const candidateSlope = 1 - Math.abs(candidate);
          const was = k === 0 ? 0 : memory[before + j]!;
          dPre[z + j] = grad * (candidate - was) * 0.5 * gateSlope * gateSlope;
          dPre[z + h + j] = grad * gate * candidateSlope * candidateSlope;
          carry[j] = grad * (1 - gate);
        }
      }
    }
    first += n;
  }
}
