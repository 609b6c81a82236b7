import { finishKeys, place, template as T } from "./hash.js";
import type { WordFacts } from "./words.js";

/** Room for the features of one tagging decision. */
export const maxTagFeatures = 48;

/** A multiplier for each thing a feature looks at. */
const m = {
  wWord: place(1),
  wShape: place(2),
  isFirst: place(3),
  wSuffix1: place(4),
  wSuffix2: place(5),
  wSuffix3: place(6),
  wSuffix4: place(7),
  wPrefix1: place(8),
  wPrefix2: place(9),
  wPrefix3: place(10),
  lastTag: place(11),
  lastTags: place(12),
  l1Word: place(13),
  l2Word: place(14),
  r1Word: place(15),
  r2Word: place(16),
  r1Suffix3: place(17),
  l1Suffix3: place(18),
  r1Shape: place(19),
  l1Shape: place(20),
  r1Ambiguity: place(21),
  r2Ambiguity: place(22),
  wAmbiguity: place(23),
  r1Suffix2: place(24),
  r3Ambiguity: place(25),
};

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
  const wWord = Math.imul(w.word, m.wWord);
  const wShape = Math.imul(w.shape, m.wShape);
  const isFirst = Math.imul(i === 0 ? 1 : 0, m.isFirst);
  const wSuffix1 = Math.imul(w.suffix1, m.wSuffix1);
  const wSuffix2 = Math.imul(w.suffix2, m.wSuffix2);
  const wSuffix3 = Math.imul(w.suffix3, m.wSuffix3);
  const wSuffix4 = Math.imul(w.suffix4, m.wSuffix4);
  const wPrefix1 = Math.imul(w.prefix1, m.wPrefix1);
  const wPrefix2 = Math.imul(w.prefix2, m.wPrefix2);
  const wPrefix3 = Math.imul(w.prefix3, m.wPrefix3);
  const lastTag = Math.imul(before1 + 1, m.lastTag);
  const lastTags = Math.imul((before1 + 1) * 256 + before2 + 1, m.lastTags);
  const l1Word = Math.imul(l1.word, m.l1Word);
  const l2Word = Math.imul(l2.word, m.l2Word);
  const r1Word = Math.imul(r1.word, m.r1Word);
  const r2Word = Math.imul(r2.word, m.r2Word);
  const r1Suffix3 = Math.imul(r1.suffix3, m.r1Suffix3);
  const l1Suffix3 = Math.imul(l1.suffix3, m.l1Suffix3);
  const r1Shape = Math.imul(r1.shape, m.r1Shape);
  const l1Shape = Math.imul(l1.shape, m.l1Shape);
  const r1Ambiguity = Math.imul(r1.ambiguity, m.r1Ambiguity);
  const r2Ambiguity = Math.imul(r2.ambiguity, m.r2Ambiguity);
  const wAmbiguity = Math.imul(w.ambiguity, m.wAmbiguity);
  const r1Suffix2 = Math.imul(r1.suffix2, m.r1Suffix2);
  const r3Ambiguity = Math.imul(r3.ambiguity, m.r3Ambiguity);
  let n = 0;
  out[n++] = wWord + 1 * T;
  out[n++] = wWord + wShape + 2 * T;
  out[n++] = wShape + isFirst + 3 * T;
  out[n++] = wSuffix1 + 4 * T;
  out[n++] = wSuffix2 + 5 * T;
  out[n++] = wSuffix3 + 6 * T;
  out[n++] = wSuffix4 + 7 * T;
  out[n++] = wPrefix1 + 8 * T;
  out[n++] = wPrefix2 + 9 * T;
  out[n++] = wPrefix3 + 10 * T;
  out[n++] = wSuffix3 + wShape + 11 * T;
  out[n++] = lastTag + 12 * T;
  out[n++] = lastTags + 13 * T;
  out[n++] = lastTag + wWord + 14 * T;
  out[n++] = lastTags + wWord + 15 * T;
  out[n++] = lastTag + wSuffix3 + 16 * T;
  out[n++] = l1Word + 17 * T;
  out[n++] = l2Word + 18 * T;
  out[n++] = r1Word + 19 * T;
  out[n++] = r2Word + 20 * T;
  out[n++] = l1Word + wWord + 21 * T;
  out[n++] = wWord + r1Word + 22 * T;
  out[n++] = l1Word + r1Word + 23 * T;
  out[n++] = r1Suffix3 + 24 * T;
  out[n++] = l1Suffix3 + 25 * T;
  out[n++] = r1Shape + 26 * T;
  out[n++] = l1Shape + wShape + 27 * T;
  out[n++] = r1Ambiguity + 28 * T;
  out[n++] = r1Ambiguity + r2Ambiguity + 29 * T;
  out[n++] = lastTag + r1Ambiguity + 30 * T;
  out[n++] = wWord + r1Ambiguity + 31 * T;
  out[n++] = lastTag + wAmbiguity + r1Ambiguity + 32 * T;
  out[n++] = wAmbiguity + lastTags + 33 * T;
  out[n++] = wShape + r1Shape + 34 * T;
  out[n++] = lastTag + wWord + r1Ambiguity + 35 * T;
  out[n++] = wSuffix2 + lastTag + r1Suffix2 + 36 * T;
  out[n++] = r1Ambiguity + r2Ambiguity + r3Ambiguity + 37 * T;
  out[n++] = wAmbiguity + r1Word + r2Ambiguity + 38 * T;
  out[n++] = l2Word + wAmbiguity + 39 * T;
  out[n++] = l1Word + wAmbiguity + r1Word + 40 * T;
  finishKeys(out, n);
  return n;
}
