import { type SearchLimits, SeedIndex, searchLimits } from "./seed-index.js";

/** Two articles that may share a passage, as positions in the list given; a < b. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  /** Information their shared seeds carry, in nats. */
  readonly weight: number;
}

/**
 * Pairs of articles that share seeds, found by an inverted index over buckets of seed hashes.
 * The list must be in an order that does not depend on the input's (earliest first serves best).
 */
export function candidatesOf(seeds: readonly (readonly number[])[], limits: SearchLimits = searchLimits): Candidate[] {
  const index = new SeedIndex(
    seeds.reduce((sum, own) => sum + own.length, 0),
    limits,
  );
  for (const own of seeds) index.add(own);
  const weights = new Map<number, number>();
  seeds.forEach((own, doc) => {
    for (const candidate of index.search(own, doc)) {
      const [a, b] = candidate.other < doc ? [candidate.other, doc] : [doc, candidate.other];
      weights.set(a * seeds.length + b, candidate.weight);
    }
  });
  return [...weights]
    .map(([key, weight]) => ({ a: Math.floor(key / seeds.length), b: key % seeds.length, weight }))
    .sort((x, y) => x.a - y.a || x.b - y.b);
}
