import type { SentencePair } from "./align.js";
import type { Reading, WordRange } from "./reading.js";
import { wordClass } from "./words.js";

/** How the shared words were changed from one side to the other. */
export interface Change {
  /** Content words replaced one for one, over the content words of aligned sentences. */
  readonly replaced: number;
  /** Words kept or replaced one for one, over the aligned words: near 1 when the sentences' build is untouched. */
  readonly structure: number;
  /** Share of aligned sentences in which a content word was replaced. */
  readonly spread: number;
  /** Share of the quoted words that differ where both sides quote. */
  readonly quotesAltered: number;
}

/** Measures the change between two kin; symmetrical. */
export function changeOf(a: Reading, b: Reading, pairs: readonly Pick<SentencePair, "a" | "b" | "match">[]): Change {
  let [content, words, kept, replaced, touched, quoted, quotedKept] = [0, 0, 0, 0, 0, 0, 0];
  for (const { a: s, b: t, match } of pairs) {
    const [inA, inB] = [a.sentences[s]!, b.sentences[t]!];
    words += (inA.last - inA.first + inB.last - inB.first) / 2;
    for (let i = inA.first; i < inA.last; i++) {
      if (a.kind[i] === wordClass.content) content++;
    }
    const changed = match.replaced.filter(([i, j]) => a.stem[i] !== b.stem[j]).length;
    kept += match.exact + match.replaced.length;
    replaced += changed;
    const quotedHere = Math.min(quotedIn(a, inA), quotedIn(b, inB));
    quoted += quotedHere;
    quotedKept += Math.min(quotedHere, match.exact - match.exactOwn);
    if (changed > 0) touched++;
  }
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    replaced: ratio(replaced, content),
    structure: ratio(kept, words),
    spread: ratio(touched, pairs.length),
    quotesAltered: quoted < 12 ? 0 : Math.max(0, 1 - ratio(quotedKept, quoted)),
  };
}

function quotedIn(reading: Reading, { first, last }: WordRange): number {
  let quoted = 0;
  for (let i = first; i < last; i++) if (reading.own[i] === 0) quoted++;
  return quoted;
}
