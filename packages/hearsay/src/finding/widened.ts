import { dot, type SparseVector, unit } from "../trace/vectors.js";

/** An article's words and what each tells, in their order. */
export interface Weighted {
  readonly stems: Uint32Array;
  readonly weights: Float64Array;
}

/** An article's words with shares of those of the few most like it, at the length of its own. */
export function widened(
  own: Weighted,
  taken: readonly { readonly of: Weighted; readonly share: number }[],
): SparseVector {
  const plain = vectorOf(own);
  if (taken.length === 0) return plain;
  const wide = new Map(plain);
  for (const { of, share } of taken)
    for (const [i, stem] of of.stems.entries())
      if (of.weights[i]! > 0) wide.set(stem, (wide.get(stem) ?? 0) + share * of.weights[i]!);
  const length = Math.sqrt(dot(plain, plain));
  return new Map([...unit(wide)].map(([stem, weight]) => [stem, weight * length]));
}

function vectorOf({ stems, weights }: Weighted): Map<number, number> {
  const vector = new Map<number, number>();
  for (const [i, stem] of stems.entries()) if (weights[i]! > 0) vector.set(stem, weights[i]!);
  return vector;
}
