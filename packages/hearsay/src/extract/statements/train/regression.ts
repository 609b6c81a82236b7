import { logistic } from "../decode.js";

/** The slots of the features that hold, and whether the answer is yes. */
export interface Example {
  readonly slots: Int32Array;
  readonly positive: boolean;
}

/** Logistic regression by AdaGrad. Rate and decay were chosen on PolNeAR's dev part by the best F1 of cues. */
export function regress(
  examples: readonly Example[],
  size: number,
  epochs: number,
  random: () => number,
): Float32Array {
  const order = [...examples];
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { slots, positive } of order) {
      let sum = 0;
      for (const s of slots) sum += weights[s]!;
      const gradient = logistic(sum) - (positive ? 1 : 0);
      for (const s of slots) {
        const g = gradient + 2e-6 * weights[s]!;
        squares[s]! += g * g;
        weights[s]! -= (0.02 / Math.sqrt(squares[s]!)) * g;
      }
    }
  }
  return weights;
}

export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/**
 * The mean of what `rounds` runs learn, each in another random order: one run's weights depend on the order by more than
 * most changes of the features do (parameter mixing; McDonald, Hall & Mann 2010).
 */
export function meanOf(rounds: number, learn: () => readonly Float32Array[]): Float32Array[] {
  const means = learn().map((weights) => weights.map((w) => w / rounds));
  for (let round = 1; round < rounds; round++)
    for (const [m, weights] of learn().entries())
      for (let i = 0; i < weights.length; i++) means[m]![i]! += weights[i]! / rounds;
  return means;
}
