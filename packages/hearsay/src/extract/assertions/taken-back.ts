import type { Span, TakenBack } from "../../model/index.js";
import type { Lookup } from "./lookup.js";
import { isSaying } from "./meaning.js";

/** What has been published and can be taken back, besides what is only said ("claim", "report"). */
const published: ReadonlySet<string> = new Set("article post tweet item".split(" "));

/** By the words around a clause, for parsers often hang it wrongly: "… retracted its report of 12 March that" stands before it. */
const back = /\b(?:withdr[ae]wn?|withdraws|retract(?:s|ed)?|recant(?:s|ed)?|disown(?:s|ed)?|disavow(?:s|ed)?)\b/i;
const opened = /\b(\p{Ll}+?)s? (?:(?:of|from|on|in) [^,.;:]{1,30} )?(?:that|which (?:said|claimed) (?:that )?)$/u;
const takenAfter =
  / (?:was|were|is|are|has been|had been|have been) (?:since |later )?(?:withdrawn|retracted|recanted)\b/;
const amissAfter =
  / (?:was|were|is|are|had been|has been|proved|turned out to be) (?:simply |plainly |flatly )?(?:wrong|mistaken|incorrect|inaccurate|erroneous|an error|a mistake|in error)\b/;
/** What is reported has a verb of its own before: "the claim that the offer was withdrawn" is taken back by nobody. */
const verbal = /\b(?:was|were|is|are|had|has|have|will|would|\p{Ll}+ed)\b/u;

/** Where a sentence stands, and a clause of it, in UTF-16 units. */
type Extent = Pick<Span, "start" | "end">;
type Range = readonly [start: number, end: number];

interface Around {
  /** Up to the "that" that opens the clause. */
  readonly before: string;
  /** From there to the next comma. */
  readonly content: string;
}

/** The words of the sentence around the content of a report: "the claim that … was retracted". Null where it is none. */
function around({ start, end }: Extent, [from, to]: Range, text: string): Around | null {
  const inside = text.slice(from, to);
  // A clause may begin with the noun that it is said of.
  const that = /^(?:[^.;:]{0,60}?\b)?(?:that|which (?:said|claimed)) /.exec(inside)?.[0].length ?? 0;
  const before = text.slice(start, from + that).trimEnd();
  const noun = opened.exec(before)?.[1]?.toLowerCase();
  if (noun === undefined || !(isSaying(noun) || published.has(noun))) return null;
  return { before, content: /^[^,;:]*/.exec(text.slice(from + that, end))![0] };
}

/** Who takes back what a clause tells; null where nobody does. */
export function takenBack(sentence: Extent, clause: Range, lookup: Lookup): TakenBack | null {
  const { id, text } = lookup.article;
  const told = around(sentence, clause, text);
  if (told === null) return null;
  const verb = back.exec(told.before);
  const byVerb = verb !== null && !/[,;:]/.test(told.before.slice(verb.index));
  if (!byVerb && !isSaidAfter(told, takenAfter)) return null;
  const until = byVerb ? verb.index : /['’]s\b/.exec(told.before)?.index;
  if (until === undefined) return { by: [], name: null };
  const by = lookup.entitiesIn({ article: id, start: sentence.start, end: sentence.start + until });
  const name = told.before.slice(0, until).replace(auxiliaries, "").trim();
  return { by, name: /\p{Lu}/u.test(name.slice(1)) || / /.test(name) ? nameOf(name) : null };
}

const auxiliaries = /(?: (?:has|have|had|later|since|then|now|on \p{Lu}\p{Ll}+))+ *$/u;
/** "This newspaper", "the paper": whoever writes it. */
const nameOf = (words: string): string | null =>
  /^(?:this|the|our) (?:newspaper|paper|site|website|article|story|report|agency|broadcaster)$/i.test(words)
    ? null
    : words;

/** "The report that nine drowned was wrong" denies that nine did. */
export function isAmiss(sentence: Extent, clause: Range, text: string): boolean {
  const told = around(sentence, clause, text);
  return told !== null && isSaidAfter(told, amissAfter);
}

function isSaidAfter({ content }: Around, words: RegExp): boolean {
  const said = words.exec(content);
  return said !== null && verbal.test(content.slice(0, said.index));
}
