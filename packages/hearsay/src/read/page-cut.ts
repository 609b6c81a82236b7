import type { Measured } from "./measured.js";

/** Finer than any difference that matters. */
const steps = 200;
/** Where the model makes nothing of a page, it still asks for so much. */
const lowest = 0.2;
/** On a page with fewer words of an article than it takes to tell what page it is, the cut of a page it is sure of. */
const little = { words: 100, cut: 0.45 };
/** A little below what theory says: what is lost costs more than what is kept beside the article. */
const lenience = 0.93;

/**
 * The probability from which on an item of this page is worth keeping. What is kept has the best F1 that can be expected
 * when the cut is half of that F1 (Lipton et al., ECML 2014): where the model is sure, a doubtful item spoils more than
 * where everything is doubtful.
 */
export function pageCut(items: readonly Measured[], probabilities: ArrayLike<number>): number {
  const words = new Float64Array(steps + 1);
  const wanted = new Float64Array(steps + 1);
  let total = 0;
  for (let i = 0; i < items.length; i++) {
    const step = Math.floor(probabilities[i]! * steps);
    const own = items[i]!.wording.words;
    words[step]! += own;
    wanted[step]! += own * probabilities[i]!;
    total += own * probabilities[i]!;
  }
  if (total < little.words) return little.cut;
  let [best, kept, found] = [0, 0, 0];
  for (let step = steps; step >= 0; step--) {
    kept += words[step]!;
    found += wanted[step]!;
    best = Math.max(best, (2 * found) / Math.max(1, kept + total));
  }
  return Math.max(lowest, (best / 2) * lenience);
}
