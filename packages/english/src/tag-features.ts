import { key1, key2, key3 } from "./hash.js";
import type { WordFacts } from "./words.js";

/** Room for the features of one tagging decision. */
export const maxTagFeatures = 48;

/**
 * Writes the feature keys for tagging word `i` and returns how many. `before1` and `before2` are the tags already
 * given to the two words before (−1 at the edge).
 */
export function tagFeatures(
  words: readonly WordFacts[],
  i: number,
  before1: number,
  before2: number,
  edge: WordFacts,
  out: Int32Array,
): number {
  const w = words[i]!;
  const l1 = words[i - 1] ?? edge;
  const l2 = words[i - 2] ?? edge;
  const r1 = words[i + 1] ?? edge;
  const r2 = words[i + 2] ?? edge;
  const r3 = words[i + 3] ?? edge;
  const pair = (before1 + 1) * 256 + before2 + 1;
  const isFirst = i === 0 ? 1 : 0;
  let n = 0;
  out[n++] = key1(1, w.word);
  out[n++] = key2(2, w.word, w.shape);
  out[n++] = key2(3, w.shape, isFirst);
  out[n++] = key1(4, w.suffix1);
  out[n++] = key1(5, w.suffix2);
  out[n++] = key1(6, w.suffix3);
  out[n++] = key1(7, w.suffix4);
  out[n++] = key1(8, w.prefix1);
  out[n++] = key1(9, w.prefix2);
  out[n++] = key1(10, w.prefix3);
  out[n++] = key2(11, w.suffix3, w.shape);
  out[n++] = key1(12, before1);
  out[n++] = key1(13, pair);
  out[n++] = key2(14, before1, w.word);
  out[n++] = key2(15, pair, w.word);
  out[n++] = key2(16, before1, w.suffix3);
  out[n++] = key1(17, l1.word);
  out[n++] = key1(18, l2.word);
  out[n++] = key1(19, r1.word);
  out[n++] = key1(20, r2.word);
  out[n++] = key2(21, l1.word, w.word);
  out[n++] = key2(22, w.word, r1.word);
  out[n++] = key2(23, l1.word, r1.word);
  out[n++] = key1(24, r1.suffix3);
  out[n++] = key1(25, l1.suffix3);
  out[n++] = key1(26, r1.shape);
  out[n++] = key2(27, l1.shape, w.shape);
  out[n++] = key1(28, r1.ambiguity);
  out[n++] = key2(29, r1.ambiguity, r2.ambiguity);
  out[n++] = key2(30, before1, r1.ambiguity);
  out[n++] = key2(31, w.word, r1.ambiguity);
  out[n++] = key3(32, before1, w.ambiguity, r1.ambiguity);
  out[n++] = key2(33, w.ambiguity, pair);
  out[n++] = key2(34, w.shape, r1.shape);
  out[n++] = key3(35, before1, w.word, r1.ambiguity);
  out[n++] = key3(36, w.suffix2, before1, r1.suffix2);
  out[n++] = key3(37, r1.ambiguity, r2.ambiguity, r3.ambiguity);
  out[n++] = key3(38, w.ambiguity, r1.word, r2.ambiguity);
  out[n++] = key2(39, l2.word, w.ambiguity);
  out[n++] = key3(40, l1.word, w.ambiguity, r1.word);
  return n;
}
