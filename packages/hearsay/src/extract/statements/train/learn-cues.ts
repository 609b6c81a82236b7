import { cueFeatures } from "../cue-features.js";
import { isCandidate, logistic } from "../decode.js";
import { Features } from "../hashing.js";
import type { Page } from "../page.js";
import type { GoldAttribution } from "./gold.js";

interface Example {
  readonly slots: Int32Array;
  readonly positive: boolean;
}

/** Words other than verbs that head a gold cue at least `least` times. */
export function candidateWords(
  pages: readonly { page: Page; gold: readonly GoldAttribution[] }[],
  least: number,
): Set<string> {
  const counts = new Map<string, number>();
  for (const { page, gold } of pages)
    for (const { head } of gold) {
      const key = `${page.lemma[head]}/${page.upos[head]}`;
      if (page.upos[head] !== "VERB") counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return new Set([...counts].filter(([, n]) => n >= least).map(([key]) => key));
}

/** Logistic regression by AdaGrad over hashed features. */
export function learnCues(
  pages: readonly { page: Page; gold: readonly GoldAttribution[] }[],
  candidates: ReadonlySet<string>,
  bits: number,
  epochs: number,
  random: () => number,
): Float32Array {
  const examples = pages.flatMap((p) => examplesOf(p, candidates, bits));
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(1e-3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, random);
    let loss = 0;
    for (const { slots, positive } of examples) {
      let sum = 0;
      for (const s of slots) sum += weights[s]!;
      const p = logistic(sum);
      const gradient = p - (positive ? 1 : 0);
      loss -= Math.log(Math.max(1e-9, positive ? p : 1 - p));
      for (const s of slots) {
        const g = gradient + 2e-6 * weights[s]!;
        squares[s]! += g * g;
        weights[s]! -= (0.08 / Math.sqrt(squares[s]!)) * g;
      }
    }
    console.error(`cues epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)} on ${examples.length}`);
  }
  return weights;
}

function examplesOf(
  { page, gold }: { page: Page; gold: readonly GoldAttribution[] },
  candidates: ReadonlySet<string>,
  bits: number,
): Example[] {
  const heads = new Set(gold.map((g) => g.head));
  const features = new Features(bits);
  const out: Example[] = [];
  for (let at = 0; at < page.size; at++) {
    if (!isCandidate(page, at, candidates)) continue;
    cueFeatures(page, at, features);
    out.push({ slots: features.slots.slice(0, features.count), positive: heads.has(at) });
  }
  return out;
}

export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
