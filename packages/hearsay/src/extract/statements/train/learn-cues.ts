import { cueFeatures } from "../cue-features.js";
import { isCandidate } from "../decode.js";
import { Features } from "../hashing.js";
import type { GoldPage } from "./gold.js";
import { type Example, meanOf, regress } from "./regression.js";

/** Words other than verbs that head a gold cue at least `least` times. */
export function candidateWords(pages: readonly GoldPage[], least: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { page, gold } of pages)
    for (const { head } of gold) {
      const key = `${page.lemma[head]}/${page.upos[head]}`;
      if (page.upos[head] !== "VERB") counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return new Set([...counts].filter(([, n]) => n >= least).map(([key]) => key));
}

/** Which candidates are cues. */
export function learnCues(
  pages: readonly GoldPage[],
  candidates: ReadonlySet<string>,
  bits: number,
  rounds: number,
  random: () => number,
): Float32Array {
  const examples = pages.flatMap((p) => examplesOf(p, candidates, bits));
  return meanOf(rounds, () => [regress(examples, 2 ** bits, 5, random)])[0]!;
}

function examplesOf({ page, gold }: GoldPage, candidates: ReadonlySet<string>, bits: number): Example[] {
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
