import { parse, type Sentence } from "@hearsay/english";

/** "ASR DALIM, June 12, 2031 (CPA) - ", "LONDON (Reuters) — ", "TOLMEZH, 14 June. /KARTAG/. ": place, day, agency. */
const dateline =
  /^(?:\p{Lu}[\p{Lu}'’.-]+ ?){1,4}(?:, [^()\n—–]{2,40})? ?(?:\([^()\n]{2,30}\)|\/[^/\n]{2,30}\/) ?[-–—.] ?/u;

/**
 * The sentences of an article. A dateline is a sentence of its own: it is no part of the clause it precedes, and would
 * spoil the tree of the sentence that says most.
 */
export function sentencesOf(text: string): Sentence[] {
  const cut = dateline.exec(text)?.[0].length ?? 0;
  if (cut === 0) return parse(text);
  return [...parse(text.slice(0, cut)), ...parse(text.slice(cut)).map((s) => shifted(s, cut))];
}

/** The same sentence `by` characters further on. */
export function shifted(sentence: Sentence, by: number): Sentence {
  const tokens = sentence.tokens.map((t) => ({ ...t, start: t.start + by, end: t.end + by }));
  return { start: sentence.start + by, end: sentence.end + by, tokens };
}
