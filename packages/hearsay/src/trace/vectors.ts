/** Weights by hash of a word; absent is nought. */
export type SparseVector = ReadonlyMap<number, number>;

/** The sum of products over what both have. */
export function dot(a: SparseVector, b: SparseVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [at, weight] of few) sum += weight * (many.get(at) ?? 0);
  return sum;
}

/** The vector at length one; an empty one stays empty. */
export function unit(vector: SparseVector): SparseVector {
  const length = Math.sqrt(dot(vector, vector));
  return new Map(length === 0 ? [] : [...vector].map(([at, weight]) => [at, weight / length]));
}

/** Both together. */
export function sumOf(a: SparseVector, b: SparseVector): SparseVector {
  const sum = new Map(a);
  for (const [at, weight] of b) sum.set(at, (sum.get(at) ?? 0) + weight);
  return sum;
}
