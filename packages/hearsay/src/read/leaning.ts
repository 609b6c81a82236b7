import type { Measured } from "./measured.js";

/** By how much a line leans, up to how many of a neighbour's words count, and how sure a model can be. */
const lean = { share: 0.1, words: 60, surest: 1e-4 };
/**
 * A line is remote when the lines up to so many before and after it hold less than this share of what they hold where
 * the page holds most of the article; by so much, in log-odds, one is less likely that stands quite alone.
 */
const remote = { reach: 25, share: 0.2, loss: 1.2 };

/**
 * Probabilities of lines that lean on what stands about them: on the lines beside them, on the longer one more, and on
 * how much of the article is near. In a text without markup this is all that tells where an article begins and ends.
 */
export function leaning(items: readonly Measured[], probabilities: ArrayLike<number>): Float64Array {
  const odds = besides(items, Float64Array.from(probabilities, oddsOf));
  const near = nearby(odds.map((own, i) => probabilityOf(own) * items[i]!.wording.words));
  const most = near.reduce((a, b) => Math.max(a, b), 0);
  return odds.map((own, i) => {
    const lack = most === 0 ? 0 : Math.max(0, 1 - near[i]! / (remote.share * most));
    return probabilityOf(own - remote.loss * lack);
  });
}

function oddsOf(probability: number): number {
  const within = Math.min(1 - lean.surest, Math.max(lean.surest, probability));
  return Math.log(within / (1 - within));
}

const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

function besides(items: readonly Measured[], odds: Float64Array): Float64Array {
  const weight = (i: number): number =>
    i < 0 || i >= items.length ? 0 : 1 + Math.min(lean.words, items[i]!.wording.words);
  return odds.map((own, i) => {
    const [before, after] = [weight(i - 1), weight(i + 1)];
    if (before + after === 0) return own;
    const beside = ((odds[i - 1] ?? 0) * before + (odds[i + 1] ?? 0) * after) / (before + after);
    return own + lean.share * (beside - own);
  });
}

/** What the lines within reach of each hold, itself left out. */
function nearby(words: Float64Array): Float64Array {
  const sums = new Float64Array(words.length + 1);
  for (let i = 0; i < words.length; i++) sums[i + 1] = sums[i]! + words[i]!;
  return words.map(
    (own, i) => sums[Math.min(words.length, i + remote.reach + 1)]! - sums[Math.max(0, i - remote.reach)]! - own,
  );
}
