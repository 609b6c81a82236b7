import type { Measured } from "./measured.js";

/** By how much a line leans, up to how many of a neighbour's words count, and how sure a model can be. */
const lean = { share: 0.1, words: 60, surest: 1e-4 };

/**
 * Probabilities of lines that lean on those of the lines beside them, on the longer one more: in a text without markup
 * these are all that tells where an article goes on.
 */
export function leaning(items: readonly Measured[], probabilities: ArrayLike<number>): Float64Array {
  const odds = Float64Array.from(probabilities, (p) => {
    const within = Math.min(1 - lean.surest, Math.max(lean.surest, p));
    return Math.log(within / (1 - within));
  });
  const weight = (i: number): number =>
    i < 0 || i >= items.length ? 0 : 1 + Math.min(lean.words, items[i]!.wording.words);
  return odds.map((own, i) => {
    const [before, after] = [weight(i - 1), weight(i + 1)];
    const beside =
      before + after === 0 ? own : ((odds[i - 1] ?? 0) * before + (odds[i + 1] ?? 0) * after) / (before + after);
    return 1 / (1 + Math.exp(-(own + lean.share * (beside - own))));
  });
}
