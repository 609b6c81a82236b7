import { readingsOf } from "../decode.js";
import { Features } from "../hashing.js";
import { surroundingsOf, verdictFeatures } from "../verdict-features.js";
import type { GoldPage } from "./gold.js";
import type { First } from "./main.js";
import { type Example, meanOf, regress } from "./regression.js";

/**
 * Learns from readings of articles that the first models did not see: each half of the articles is read with models
 * trained on the other half.
 */
export function learnVerdicts(
  pages: readonly GoldPage[],
  firstModels: (pages: readonly GoldPage[]) => First,
  bits: number,
  rounds: number,
  random: () => number,
): Float32Array {
  const half = (rest: number) => pages.filter((_, i) => i % 2 === rest);
  const examples = [0, 1].flatMap((rest) => {
    const first = firstModels(half(1 - rest));
    return half(rest).flatMap((p) => examplesOf(p, first, bits));
  });
  console.error(`verdicts: ${examples.length} readings`);
  return meanOf(rounds, () => [regress(examples, 2 ** bits, 5, random)])[0]!;
}

function examplesOf({ page, gold }: GoldPage, first: First, bits: number): Example[] {
  const heads = new Set(gold.map((g) => g.head));
  const readings = readingsOf(page, first);
  const around = surroundingsOf(readings);
  const features = new Features(bits);
  return readings.map((a) => {
    verdictFeatures(page, a, around, features);
    return { slots: features.slots.slice(0, features.count), positive: heads.has(a.head) };
  });
}
