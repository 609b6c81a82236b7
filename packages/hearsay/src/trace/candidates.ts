import { type Found, type SearchLimits, SeedIndex, searchLimits } from "./seed-index.js";

/** Two articles that may share a passage, as positions in the list given; a < b. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
}

/**
 * For each article those before it in the list that share most seeds with it, best first: found as if the articles had come
 * in one by one; of few articles all are. The list must be in an order that does not depend on the input's (earliest first serves best).
 */
export function earlierOnes(
  seeds: readonly (readonly number[])[],
  limits: SearchLimits = searchLimits,
): readonly (readonly Found[])[] {
  const index = new SeedIndex(
    seeds.reduce((sum, own) => sum + own.length, 0),
    limits,
  );
  return seeds.map((own, number) => {
    const found = number < limits.few ? allBefore(number) : index.search(own);
    index.add(own);
    return found;
  });
}

const allBefore = (number: number): Found[] => Array.from({ length: number }, (_, other) => ({ other, weight: 0 }));

/** The same as pairs, in order. */
export function candidatesOf(seeds: readonly (readonly number[])[], limits?: SearchLimits): Candidate[] {
  return earlierOnes(seeds, limits)
    .flatMap((found, b) => found.map(({ other: a }) => ({ a, b })))
    .sort((x, y) => x.a - y.a || x.b - y.b);
}
