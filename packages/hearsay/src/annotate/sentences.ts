import { parse, type Sentence, type Token } from "@hearsay/english";
import { withPlainMarks } from "./marks.js";

/** "LOWMOOR, May 3, 2027 (LNA) - ", "LONDON (Reuters) — ", "ELLERY, 9 May. /ELNEWS/. ": place, day, agency. */
const dateline =
  /^(?:\p{Lu}[\p{Lu}'’.-]+ ?){1,4}(?:, [^()\n—–]{2,40})? ?(?:\([^()\n]{2,30}\)|\/[^/\n]{2,30}\/) ?[-–—.] ?/u;

/**
 * The sentences of an article. A dateline is a sentence of its own: it is no part of the clause it precedes, and would
 * spoil the tree of the sentence that says most.
 */
export function sentencesOf(text: string): Sentence[] {
  const cut = dateline.exec(text)?.[0].length ?? 0;
  return [...parsedAt(text, 0, cut), ...parsedAt(text, cut, text.length)];
}

/** The sentences of the text's stretch [start, end), read by itself, with offsets in the whole text. ''So'' reads as "so". */
export const parsedAt = (text: string, start: number, end: number): Sentence[] =>
  start === end ? [] : parse(withPlainMarks(text.slice(start, end))).map((sentence) => shifted(sentence, start));

const shifted = ({ start, end, tokens }: Sentence, by: number): Sentence => ({
  start: start + by,
  end: end + by,
  tokens: tokens.map((token) => tokenWith(token, { start: token.start + by, end: token.end + by })),
});

/**
 * A token with some fields changed. Written out field by field, so that all tokens have one shape in memory: spreads
 * give several, and every look at a token is slower then.
 */
export function tokenWith(token: Token, changes: Partial<Token>): Token {
  const { start = token.start, end = token.end, form = token.form, lemma = token.lemma } = changes;
  const { upos = token.upos, xpos = token.xpos, feats = token.feats } = changes;
  const { head = token.head, deprel = token.deprel } = changes;
  return { start, end, form, lemma, upos, xpos, feats, head, deprel };
}
