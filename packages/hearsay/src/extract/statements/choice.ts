import type { Candidate } from "./candidates.js";
import { choiceFeatures } from "./choice-features.js";
import { Features } from "./hashing.js";
import type { Page } from "./page.js";
import type { Weights } from "./weights.js";
import type { Window } from "./window.js";

export type Choices = Pick<Weights, "choices" | "choiceBits">;

/** More than any reading has: some 30 features a piece, 15 a branch that ends. */
export const choiceCapacity = 2048;

/** Chooses among the ways to read one cue. */
export class Chooser {
  private readonly features: Features;

  constructor(private readonly weights: Choices) {
    this.features = new Features(weights.choiceBits, choiceCapacity);
  }

  /** The best of the candidates, of which there is at least one; of equals the likeliest. */
  best(page: Page, window: Window, candidates: readonly Candidate[]): Candidate {
    let [best, most] = [candidates[0]!, Number.NEGATIVE_INFINITY];
    if (candidates.length === 1) return best;
    for (const candidate of candidates) {
      choiceFeatures(page, window, candidate, this.features);
      const score = this.sum();
      if (score > most) [best, most] = [candidate, score];
    }
    return best;
  }

  private sum(): number {
    const { slots, count } = this.features;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.weights.choices[slots[i]!]!;
    return sum;
  }
}
