import { labelAt, type Reading } from "./choice-parts.js";
import { type Features, mix } from "./hashing.js";
import { CONTENT, CUE } from "./window.js";

/** How likely each token of a page is a cue, 0 for words that are never one. */
export type CueOdds = Float32Array;

/** A word as likely as this is counted among the rivals of a cue. */
const rival = 0.3;
const stepOf = (odds: number): number => (odds < 0.5 ? 0 : odds < 0.75 ? 1 : odds < 0.92 ? 2 : 3);

/** What the reading makes of other likely cues: a content that takes up the next speaker's words as well is one too long. */
export function rivals(r: Reading, odds: CueOdds, f: Features): void {
  const { page, candidate, window, lemma } = r;
  const own = page.sentence[candidate.head]!;
  let [taken, left] = [0, 0];
  for (let t = window.from; t < window.to; t++) {
    if (odds[t]! < rival || t === candidate.head) continue;
    const [label, sure] = [labelAt(r, t), stepOf(odds[t]!)];
    if (page.sentence[t] !== own) {
      const where = page.sentence[t]! < own ? 1 : 2;
      f.add(90, label, sure, where);
      f.add(91, label, page.quote[t]! > 0 ? 1 : 0, mix(sure, takesFrom(r, page.sentence[t]!) + where * 2));
      continue;
    }
    if (label === CONTENT) taken++;
    else if (label !== CUE) left++;
    beside(r, t, label, sure, f);
  }
  f.add(98, Math.min(taken, 3), Math.min(left, 3));
  f.add(99, Math.min(taken, 3), lemma);
}

/** Another likely cue in the sentence: where it stands and hangs, and what becomes of it, its subject and its clause. */
function beside(r: Reading, t: number, label: number, sure: number, f: Features): void {
  const { page, candidate, lemma } = r;
  const { head } = candidate;
  const side = t < head ? 1 : 2;
  const tie = page.head[t] === head ? page.relHash[t]! : page.head[head] === t ? page.relHash[head]! + 1 : 2;
  f.add(92, label, sure, side);
  f.add(93, mix(label, sure), tie, side);
  f.add(94, label, lemma, page.lemmaHash[t]!);
  f.add(95, mix(label, sure), page.relHash[t]!, page.xposHash[t]!);
  for (const child of page.children[t]!) {
    const rel = page.deprel[child]!;
    if (rel.startsWith("nsubj") || rel === "ccomp" || rel === "xcomp" || rel === "obj")
      f.add(96, mix(label, labelAt(r, child)), page.relHash[child]!, mix(sure, side));
  }
  if (label === labelAt(r, t - 1)) f.add(97, label, page.xposHash[t]!, sure);
  else f.add(97, mix(label, 5), labelAt(r, t - 1), page.xposHash[t]!);
}

function takesFrom({ page, candidate }: Reading, sentence: number): number {
  return candidate.content.some((t) => page.sentence[t] === sentence) ? 1 : 0;
}
