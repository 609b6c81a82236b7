import { treeOf } from "./decode.js";
import { batches, type NetworkWord } from "./form-store.js";
import type { Network, Scores } from "./network.js";

/** One sentence's answer, by word. Heads are places in the sentence, its length for the root. */
export interface Analysis {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** The relations that have rules of their own, by their places in the list of relations. */
export interface RelationRules {
  readonly root: number;
  readonly count: number;
  /** Groups of relations of which a head has one at most: subjects; objects. */
  readonly single: readonly (readonly number[])[];
  /** A word that loses the first of these relations does not get the second: no passive's subject is its object. */
  readonly never: readonly [from: number, to: number];
}

/** Tags, heads and relations of sentences, each at most as long as the network can read at once. */
export function analyseAll(
  network: Network,
  sentences: readonly (readonly NetworkWord[])[],
  tagCount: number,
  rules: RelationRules,
): Analysis[] {
  const out: Analysis[] = [];
  for (const batch of batches(sentences, network.maxWords)) {
    network.encode(batch);
    for (const part of batch) {
      const n = part.words.length;
      if (n === 0) {
        out.push({ tags: new Int32Array(0), heads: new Int32Array(0), labels: new Int32Array(0) });
        continue;
      }
      const tags = tagsOf(part.words, network.tagScores(part), tagCount);
      const arcs = network.arcScores(part);
      const heads = treeOf(arcs.numbers, n, arcs.columns);
      out.push({ tags, heads, labels: relationsOf(network.labelScores(part, heads), heads, rules) });
    }
  }
  return out;
}

/** The best tag of each word among those it may take. */
export function tagsOf(words: readonly NetworkWord[], { numbers, columns }: Scores, tagCount: number): Int32Array {
  const best = new Int32Array(words.length);
  for (const [t, { tags }] of words.entries())
    best[t] = tags === undefined ? bestOf(numbers, t * columns, tagCount) : bestAmong(numbers, t * columns, tags);
  return best;
}

/** The best relation of each word to its head, "root" for the root alone, and no head with two subjects or objects. */
export function relationsOf({ numbers, columns }: Scores, heads: Int32Array, rules: RelationRules): Int32Array {
  const n = heads.length;
  const labels = new Int32Array(n);
  for (let t = 0; t < n; t++) {
    if (heads[t] !== n) numbers[t * columns + rules.root] = -Infinity;
    labels[t] = heads[t] === n ? rules.root : bestOf(numbers, t * columns, rules.count);
  }
  for (const group of rules.single)
    for (let t = 0; t < n; t++) {
      if (!group.includes(labels[t]!)) continue;
      const same = [t];
      for (let o = t + 1; o < n; o++) if (heads[o] === heads[t] && group.includes(labels[o]!)) same.push(o);
      if (same.length > 1) keepOne(numbers, columns, same, labels, heads, rules);
    }
  return labels;
}

/** Leaves the relation to the word whose other choices are worst; the rest get their best that the head has not yet. */
function keepOne(
  numbers: Float32Array,
  columns: number,
  words: readonly number[],
  labels: Int32Array,
  heads: Int32Array,
  { single, count, never }: RelationRules,
): void {
  const head = heads[words[0]!];
  const taken = single.filter((group) => heads.some((own, t) => own === head && group.includes(labels[t]!))).flat();
  const others = words.map((t) => {
    const barred = labels[t] === never[0] ? never[1] : -1;
    let best = -1;
    for (let c = 0; c < count; c++)
      if (c !== barred && !taken.includes(c) && (best < 0 || numbers[t * columns + c]! > numbers[t * columns + best]!))
        best = c;
    return { t, best, loss: numbers[t * columns + labels[t]!]! - numbers[t * columns + best]! };
  });
  const kept = others.reduce((most, other) => (other.loss > most.loss ? other : most));
  for (const other of others) if (other !== kept) labels[other.t] = other.best;
}

/** The place of the greatest of `count` numbers from `at` on, the first one on a tie. */
function bestOf(numbers: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let c = 1; c < count; c++) if (numbers[at + c]! > numbers[at + best]!) best = c;
  return best;
}

function bestAmong(numbers: Float32Array, at: number, places: readonly number[]): number {
  let best = places[0]!;
  for (const place of places) if (numbers[at + place]! > numbers[at + best]!) best = place;
  return best;
}
