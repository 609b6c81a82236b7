import { parse, type Sentence, type Token } from "@hearsay/english";
import { withPlainMarks } from "./marks.js";
import { countryByCapital } from "./mentions/countries.js";

/** "LOWMOOR, May 3, 2027 (LNA) - ", "LONDON (Reuters) — ", "ELLERY, 9 May. /ELNEWS/. ": place, day, agency. */
const signed =
  /^(?:\p{Lu}[\p{Lu}'’.-]+ ?){1,4}(?:, [^()\n—–]{2,40})? ?(?:\([^()\n]{2,30}\)|\/[^/\n]{2,30}\/) ?(?:--|[-–—―.]) ?/gmu;
/** "PORT ELLERY — ", "LORNE, Norland, May 3 -- ": without an agency only what can hardly be anything but a place. */
const bare = /^(?<place>\p{Lu}[\p{Lu}'’.]+(?:[ -]\p{Lu}[\p{Lu}'’.]+){0,3})(?:, [^()\n—–―]{2,40})? (?:--?|[–—―]) /gmu;

/** Datelines stand before the first words of an article, its title and captions aside. */
const OPENING = 1200;

/**
 * The sentences of an article. A dateline is a sentence of its own: it is no part of the clause it precedes, and would
 * spoil the tree of the sentence that says most.
 */
export function sentencesOf(text: string): Sentence[] {
  const [from, to] = datelineIn(text);
  return [...parsedAt(text, 0, from), ...parsedAt(text, from, to), ...parsedAt(text, to, text.length)];
}

function datelineIn(text: string): [number, number] {
  const opening = text.slice(0, OPENING);
  const found = [
    ...opening.matchAll(signed),
    ...[...opening.matchAll(bare)].filter(({ groups }) => isPlace(groups!.place!)),
  ];
  const [first] = found.sort((a, b) => a.index - b.index);
  return first === undefined ? [0, 0] : [first.index, first.index + first[0].length];
}

/** Capitals of so many letters are no acronym; a city of fewer letters is known as a capital. */
const isPlace = (name: string): boolean => name.length >= LONG || countryByCapital(titleCased(name)) !== null;
const LONG = 7;
const titleCased = (name: string): string => name.charAt(0) + name.slice(1).toLowerCase();

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
