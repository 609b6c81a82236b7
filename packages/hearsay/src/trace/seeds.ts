import type { Reading } from "./reading.js";
import { seedBits } from "./seed-index.js";
import { hashPair, wordClass } from "./words.js";

/** Seeds kept of an article at most; the smallest hashes win, which samples two copies alike. */
const mostSeeds = 1600;
const shingle = 6;
const stopRun = 7;
/** One in this many shingles and stop-word runs is kept, by its hash, the same ones in every article. */
const oneIn = 3;
/** Words up to which a text has so few seeds that all are kept, and pairs of content words beside them. */
const shortText = 300;
const seedMask = 2 ** seedBits - 1;
/** How many anchors further a pair of anchors may reach. */
const reach = 3;

/**
 * Hashes by which articles that may share a passage find each other: word shingles (copies), runs of stop words (spun
 * copies) and neighbouring pairs of names and numbers (rewrites, translations). In ascending order, each once.
 */
export function seedsOf(reading: Reading): number[] {
  const short = reading.form.length <= shortText;
  const [stops, anchors] = [formsOf(reading, wordClass.stop), formsOf(reading, wordClass.anchor)];
  const one = short ? 1 : oneIn;
  const all = [...runs(reading.form, shingle, one), ...runs(stops, stopRun, one), ...neighbours(anchors, reach)];
  if (short) all.push(...neighbours(formsOf(reading, wordClass.content), 2));
  const sorted = Uint32Array.from(all, (hash) => hash & seedMask).sort();
  const seeds: number[] = [];
  for (let i = 0; i < sorted.length && seeds.length < mostSeeds; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) seeds.push(sorted[i]!);
  return seeds;
}

function formsOf({ form, kind }: Reading, wanted: number): number[] {
  const forms: number[] = [];
  for (let i = 0; i < form.length; i++) if (kind[i] === wanted) forms.push(form[i]!);
  return forms;
}

const base = 0x01000193;

/** Hashes of all runs of `length` numbers, each made from the one before it (Karp and Rabin); one in so many, by its hash. */
function runs(numbers: ArrayLike<number>, length: number, one: number): number[] {
  const found: number[] = [];
  let leaving = 1;
  for (let i = 1; i < length; i++) leaving = Math.imul(leaving, base);
  let rolling = 0;
  for (let i = 0; i < numbers.length; i++) {
    if (i >= length) rolling = (rolling - Math.imul(numbers[i - length]!, leaving)) | 0;
    rolling = (Math.imul(rolling, base) + numbers[i]!) | 0;
    if (i + 1 < length) continue;
    const hash = hashPair(length, rolling >>> 0);
    if (hash % one === 0) found.push(hash);
  }
  return found;
}

/** Unordered, so that "3 gates of Belmar" meets "Belmar's 3 gates". */
function neighbours(words: readonly number[], within: number): number[] {
  const pairs: number[] = [];
  for (let i = 0; i < words.length; i++)
    for (let k = i + 1; k <= i + within && k < words.length; k++) {
      const [a, b] = [words[i]!, words[k]!];
      if (a !== b) pairs.push(hashPair(Math.min(a, b), Math.max(a, b)));
    }
  return pairs;
}
