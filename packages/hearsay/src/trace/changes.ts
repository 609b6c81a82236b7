import { type Stretch, sentencesOf } from "./sentences.js";

/** What became of a text from one version to the next, sentence by sentence. */
export interface Changes {
  /** Sentences of the later text that the earlier one had not. */
  readonly added: readonly Stretch[];
  /** Sentences of the earlier text that the later one has not. */
  readonly dropped: readonly Stretch[];
  /** Share of the shorter text that stands in sentences both have, 0 to 1. */
  readonly shared: number;
}

/**
 * Compares two versions of a text. A sentence that changed is one dropped and one added; one that only moved, or was
 * only set differently (white space, quotation marks), is neither.
 */
export function changesBetween(earlier: string, later: string): Changes {
  const [before, after] = [sentencesOf(earlier), sentencesOf(later)];
  const dropped = without(earlier, before, later, after);
  const added = without(later, after, earlier, before);
  const length = (stretches: readonly Stretch[]) => stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const [all, same] = [length(before), length(before) - length(dropped)];
  const shorter = Math.min(all, length(after));
  return { added, dropped, shared: shorter === 0 ? 0 : Math.min(1, same / shorter) };
}

/** The sentences of one text that the other has not, as often as it has them. */
function without(text: string, own: readonly Stretch[], otherText: string, other: readonly Stretch[]): Stretch[] {
  const left = new Map<string, number>();
  for (const { start, end } of other) {
    const key = folded(otherText.slice(start, end));
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return own.filter(({ start, end }) => {
    const key = folded(text.slice(start, end));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const folded = (sentence: string): string =>
  sentence
    .normalize("NFKC")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
