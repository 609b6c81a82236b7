import { gramsOf, type Reading, type WordRange } from "./reading.js";
import { wordClass } from "./words.js";

const slot = 0x51074e55;

/** The words with each run of content words as one slot: what a synonym spinner leaves standing. */
export function skeletonOf(reading: Reading, range: WordRange): number[] {
  const skeleton: number[] = [];
  for (let i = range.first; i < range.last; i++) {
    const token = reading.kind[i] === wordClass.content ? slot : reading.form[i]!;
    if (token !== slot || skeleton.at(-1) !== slot) skeleton.push(token);
  }
  return skeleton;
}

const gram = 6;

/** Runs of a whole article's skeleton, within sentences. */
export function skeletonRunsOf(reading: Reading): Set<number> {
  return new Set(reading.sentences.flatMap((range) => gramsOf(skeletonOf(reading, range), gram)));
}

/** Share of the shorter side's runs that the other has too. */
export function sharedSkeleton(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const run of few) if (many.has(run)) shared++;
  return few.size === 0 ? 0 : shared / few.size;
}
