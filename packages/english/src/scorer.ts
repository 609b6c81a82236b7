/** Adds up what the features under `keys[0 … count)` say for each class. Learners and packed models both answer it. */
export interface Scorer {
  /** Overwrites `scores`, one number a class. */
  score(keys: Int32Array, count: number, scores: Float64Array): void;
}

/** The index of the highest score among `allowed`, the first one on a tie. */
export function bestOf(scores: Float64Array, allowed: readonly number[]): number {
  let best = allowed[0]!;
  for (const candidate of allowed) if (scores[candidate]! > scores[best]!) best = candidate;
  return best;
}
