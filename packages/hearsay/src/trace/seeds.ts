import { gramsOf, type Reading } from "./reading.js";
import { hashPair, wordClass } from "./words.js";

/** Seeds kept of an article at most; the smallest hashes win, which samples two copies alike. */
const mostSeeds = 1600;
const shingle = 6;
const stopRun = 7;
/** One in this many shingles and stop-word runs is kept, by its hash, the same ones in every article. */
const oneIn = 3;
/** Words up to which a text has so few seeds that all are kept, and pairs of content words beside them. */
const shortText = 300;
/** How many anchors further a pair of anchors may reach. */
const reach = 3;

/**
 * Hashes by which articles that may share a passage find each other: word shingles (copies), runs of stop words (spun
 * copies) and neighbouring pairs of names and numbers (rewrites, translations).
 */
export function seedsOf(reading: Reading): number[] {
  const all = new Set<number>();
  const short = reading.form.length <= shortText;
  const keep = (hashes: readonly number[]): void => {
    for (const hash of hashes) if (short || hash % oneIn === 0) all.add(hash);
  };
  keep(gramsOf(reading.form, shingle));
  keep(gramsOf(formsOf(reading, wordClass.stop), stopRun));
  for (const hash of neighbours(formsOf(reading, wordClass.anchor), reach)) all.add(hash);
  if (short) for (const hash of neighbours(formsOf(reading, wordClass.content), 1)) all.add(hash);
  const seeds = [...Uint32Array.from(all).sort()];
  return seeds.length > mostSeeds ? seeds.slice(0, mostSeeds) : seeds;
}

function formsOf(reading: Reading, kind: number): number[] {
  const forms: number[] = [];
  for (let i = 0; i < reading.form.length; i++) if (reading.kind[i] === kind) forms.push(reading.form[i]!);
  return forms;
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
