import type { Reading, WordRange } from "./reading.js";
import { wordClass } from "./words.js";

/** What two sentences have in common, word by word and in order. */
export interface WordMatch {
  /** 0–1: weight of what they share in order over the mean weight of both; a replaced content word counts a little. */
  readonly score: number;
  /** Shared weight over the lighter sentence's. */
  readonly containment: number;
  /** Words identical in order. */
  readonly exact: number;
  /** Words outside quotations among them. */
  readonly exactOwn: number;
  /** Words that stand for each other, as word indexes [a, b]: the same word, or one content word for another. */
  readonly kept: readonly (readonly [number, number])[];
  readonly replaced: readonly (readonly [number, number])[];
}

/** By class: stop, content, anchor. */
const weights = [1, 2, 3] as const;
const stemWeight = 1.6;
const replacedWeight = 0.3;

/** Longest common subsequence by weight, with content words allowed to stand for each other. */
export function matchWords(a: Reading, inA: WordRange, b: Reading, inB: WordRange): WordMatch {
  const [n, m] = [inA.last - inA.first, inB.last - inB.first];
  if (n === m && same(a, inA, b, inB, n)) return whole(a, inA, b, inB, n);
  const table = fill(a, inA, b, inB, n, m);
  const [selfA, selfB] = [selfWeight(a, inA), selfWeight(b, inB)];
  const shared = table[0]!;
  return {
    score: (2 * shared) / (selfA + selfB),
    containment: shared / Math.min(selfA, selfB),
    ...follow(a, inA, b, inB, n, m, table),
  };
}

function same(a: Reading, inA: WordRange, b: Reading, inB: WordRange, n: number): boolean {
  for (let i = 0; i < n; i++) if (a.form[inA.first + i] !== b.form[inB.first + i]) return false;
  return true;
}

/** Two identical sentences need no table. */
function whole(a: Reading, inA: WordRange, b: Reading, inB: WordRange, n: number): WordMatch {
  const kept = Array.from({ length: n }, (_, i): [number, number] => [inA.first + i, inB.first + i]);
  const exactOwn = kept.filter(([i, j]) => a.own[i]! & b.own[j]!).length;
  return { score: 1, containment: 1, exact: n, exactOwn, kept, replaced: [] };
}

function selfWeight(reading: Reading, range: WordRange): number {
  let sum = 0;
  for (let i = range.first; i < range.last; i++) sum += weights[reading.kind[i] as 0 | 1 | 2];
  return sum;
}

function pairWeight(a: Reading, i: number, b: Reading, j: number): number {
  if (a.form[i] === b.form[j]) return weights[a.kind[i] as 0 | 1 | 2];
  if (a.kind[i] !== wordClass.content || b.kind[j] !== wordClass.content) return 0;
  return a.stem[i] === b.stem[j] ? stemWeight : replacedWeight;
}

/** One table for all comparisons, grown when a longer sentence comes. */
const scratch = {
  table: new Float32Array(4096),
  take(size: number): Float32Array {
    if (size > this.table.length) this.table = new Float32Array(size * 2);
    return this.table;
  },
};

/** table[i * (m + 1) + j]: best weight from word i of a and j of b on. */
function fill(a: Reading, inA: WordRange, b: Reading, inB: WordRange, n: number, m: number): Float32Array {
  const width = m + 1;
  const table = scratch.take((n + 1) * width);
  table.fill(0, n * width, (n + 1) * width);
  for (let i = 0; i < n; i++) table[i * width + m] = 0;
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const w = pairWeight(a, inA.first + i, b, inB.first + j);
      const skip = Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
      table[i * width + j] = w > 0 ? Math.max(skip, w + table[(i + 1) * width + j + 1]!) : skip;
    }
  return table;
}

function follow(a: Reading, inA: WordRange, b: Reading, inB: WordRange, n: number, m: number, table: Float32Array) {
  const width = m + 1;
  const kept: [number, number][] = [];
  const replaced: [number, number][] = [];
  let [i, j, exact, exactOwn] = [0, 0, 0, 0];
  while (i < n && j < m) {
    const [x, y] = [inA.first + i, inB.first + j];
    const w = pairWeight(a, x, b, y);
    if (w > 0 && Math.abs(table[i * width + j]! - w - table[(i + 1) * width + j + 1]!) < 1e-4) {
      if (a.form[x] === b.form[y]) {
        exact++;
        exactOwn += a.own[x]! & b.own[y]!;
        kept.push([x, y]);
      } else replaced.push([x, y]);
      i++;
      j++;
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return { exact, exactOwn, kept, replaced };
}

/** Share of the lighter sentence's names, numbers and content words that the other has, whatever the order. */
export function factShare(a: Reading, inA: WordRange, b: Reading, inB: WordRange): number {
  const [factsA, factsB] = [factsOf(a, inA), factsOf(b, inB)];
  let [shared, totalA, totalB] = [0, 0, 0];
  for (const [stem, w] of factsA) {
    totalA += w;
    if (factsB.has(stem)) shared += w;
  }
  for (const w of factsB.values()) totalB += w;
  const lighter = Math.min(totalA, totalB);
  return lighter === 0 ? 0 : shared / lighter;
}

function factsOf(reading: Reading, range: WordRange): Map<number, number> {
  const facts = new Map<number, number>();
  for (let i = range.first; i < range.last; i++)
    if (reading.kind[i] !== wordClass.stop) facts.set(reading.stem[i]!, weights[reading.kind[i] as 0 | 1 | 2]);
  return facts;
}
