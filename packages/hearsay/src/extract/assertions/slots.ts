import type { Token } from "@hearsay/english";
import type { Amount, Interval, Measured, Moment, Statement } from "../../model/index.js";
import { below, type Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import { type Around, type Lookup, unique } from "./lookup.js";
import { meaning } from "./meaning.js";
import { isLabel, measureOf, ofWhom } from "./measure.js";

const contentTags = new Set(["NOUN", "VERB", "ADJ", "PROPN", "ADV"]);
const lightLemmas = new Set(
  `be have do say tell make take get go come put give will would also there such then so now just still already even
   more most other such very too here well only much many own new same back again once ever yet however`.split(/\s+/),
);

export const meaningOf = (token: Token): string => meaning(token.lemma.toLowerCase(), token.upos);

/** Words that carry meaning, but for names (entities), amounts and moments, which are slots of their own. */
export function contentWords(tokens: readonly Token[], around: Around, lookup: Lookup): string[] {
  const names = around.mentions.filter((m) => m.form === "name" && lookup.entity(m) !== null);
  const apart = [...names, ...around.moments, ...around.amounts];
  return tokens
    .filter((t) => (contentTags.has(t.upos) && /\p{L}{2}/u.test(t.form)) || t.upos === "NUM")
    .filter((t) => !lightLemmas.has(t.lemma.toLowerCase()))
    .filter((t) => !apart.some((span) => span.start <= t.start && t.end <= span.end))
    .map(meaningOf);
}

/** The amount with what it measures in a clause of these words. */
export function measured(given: Amount, words: readonly string[], negated: boolean, lookup: Lookup): Measured {
  const part = isPart(given, lookup.article.text);
  const toll = part ? false : words.includes("=kill") ? "killed" : words.includes("=wound") ? "wounded" : false;
  const amount = negated ? turned(given, lookup.article.text) : given;
  return {
    amount,
    measure: isLabel(amount, lookup.article.text)
      ? null
      : perUnit(measureOf(ofWhom(amount, lookup.article.text, toll), toll), amount, lookup.article.text),
    whole: isWhole(amount, lookup.article.text),
    always: amount !== given,
    owners: amount.of === null ? [] : lookup.entitiesIn(amount.of),
    picks: picksOf(amount, lookup.article.text),
    part,
  };
}

/** Words that pick some out of many: "the first 17", "two additional sentences". */
const picking =
  /^(?:first|last|final|next|past|previous|other|another|additional|extra|further|remaining|new|more|later|earlier|straight|consecutive)$/;

function picksOf({ start, end, of }: Amount, text: string): string[] {
  const before = /(\p{L}+) $/u.exec(text.slice(Math.max(0, start - 16), start))?.[1] ?? "";
  const counted = of === null ? "" : text.slice(Math.min(end, of.start), of.end).replace(/^.*\bof /, "");
  return unique([before, ...(counted.match(/\p{L}[\p{L}-]*/gu) ?? [])].filter((word) => picking.test(word)));
}

/** "Two of the miners drowned": some of those counted before, no toll of their own. */
const isPart = ({ end }: Amount, text: string): boolean =>
  /^ of (?:the|those|these|them|its|his|her|our|their)\b/.test(text.slice(end, end + 12));

/** Without what a value rose or fell from, or is not: "sank to 40 from 70" and "40, not 70" assert 40. */
export function current(measures: readonly Measured[], text: string): Measured[] {
  const former = ({ amount }: Measured) => formerly.test(text.slice(Math.max(0, amount.start - 14), amount.start));
  return measures.filter((m) => !former(m) || !measures.some((o) => o !== m && o.measure === m.measure && !former(o)));
}

const formerly = /(?:\bfrom|, (?:and )?not|\brather than|\binstead of) $/;

/** "91 cents a pound" measures cents/pound, not cents. */
function perUnit(measure: string | null, { unit, end }: Amount, text: string): string | null {
  const per =
    unit === null || unit.includes("/") ? null : /^ (?:an?|per) (\p{Ll}{3,12})\b/u.exec(text.slice(end, end + 20));
  return per === null ? measure : `${measure}/${per[1]}`;
}

/** Under a negation "below 485" is 485 or more, and "above 485" 485 or less. */
function turned(amount: Amount, text: string): Amount {
  const around = text.slice(Math.max(0, amount.start - 14), Math.min(amount.end, amount.start + 14)).toLowerCase();
  const value = amount.max ?? amount.min;
  if (/\b(below|under|less than|fewer than)\b/.test(around)) return { ...amount, min: value, max: null, exact: false };
  if (/\b(above|over|more than|exceed\w*)\b/.test(around)) return { ...amount, min: 0, max: amount.min, exact: false };
  return amount;
}

/** "The two countries", "those three": said of before, not counted here. */
export const isAnaphor = ({ start, unit, exact, min }: Amount, text: string): boolean =>
  unit === null &&
  exact &&
  min <= 3 &&
  /\b(?:the|these|those|both|other) $/i.test(text.slice(Math.max(0, start - 7), start));

/** The number stands for a whole: possessive, "all" or "the" before a count; "the two countries" is only an anaphor. */
function isWhole({ start, unit, exact, min }: Amount, text: string): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    unit === null && exact && min >= 3 && /(?:\b(?:its|their|his|her|our|all|the|both)|['’]s?) (?:of )?$/i.test(before)
  );
}

/**
 * "No northern drone flew …", "none of its drones …": the words and names of what is said not to be there. Read by
 * position, from the opening "no" to the first verb: parsers take such a "no" for an interjection.
 */
export function denied(tokens: readonly Token[], lookup: Lookup): { words: string[]; entities: string[] } {
  const verb = tokens.findIndex((t) => t.upos === "VERB" || t.upos === "AUX");
  if (verb < 2 || !/^(no|none)$/i.test(tokens[0]!.form)) return { words: [], entities: [] };
  const subject = tokens.slice(1, verb);
  const around = lookup.around(subject);
  return { words: contentWords(subject, around, lookup), entities: lookup.entitiesOf(around.mentions) };
}

/** The subject of a predicate, or of the predicate that it is coordinated with; −1 if none. */
export function subjectIndex(tree: Tree, head: number): number {
  const of = (i: number) => tree.children[i]?.find((child) => tree.relations[child] === "nsubj") ?? -1;
  const own = of(head);
  const { deprel, head: above } = tree.tokens[head]!;
  return own >= 0 || deprel !== "conj" ? own : of(above);
}

/** English has its subject before the verb: where the tree shows none, the words up to the first verb tell. */
function opening(tree: Tree, clause: Clause): Token[] {
  const tokens = clause.tokens.map((j) => tree.tokens[j]!);
  const verb = tokens.findIndex((t) => t.upos === "VERB" || t.upos === "AUX");
  return tokens.slice(0, verb < 0 ? 2 : verb);
}

/**
 * Who acts: the subject's own mention, else one that modifies it; "I", "we", "it" in a quote are the speaker. Of a passive
 * the one it is done by, if that is said.
 */
export function subjectOf(tree: Tree, clause: Clause, statement: Statement | null, lookup: Lookup): string[] {
  const passive = tree.children[clause.head]!.some((child) => tree.tokens[child]!.deprel === "nsubj:pass");
  const by = tree.children[clause.head]!.find((child) => tree.tokens[child]!.deprel === "obl:agent");
  if (passive) return by === undefined ? [] : lookup.entitiesAt(below(tree, by).map((j) => tree.tokens[j]!));
  const i = subjectIndex(tree, clause.head);
  if (i < 0) return lookup.entitiesAt(opening(tree, clause));
  const token = tree.tokens[i]!;
  if (/^(which|who|that)$/i.test(token.form)) return lookup.entitiesAt(before(tree, clause, i));
  const speaker = statement?.speaker.entity;
  if (speaker && /^(i|we)$/i.test(token.form)) return [speaker];
  const direct = lookup.entitiesAt([token]);
  if (direct.length > 0) return direct;
  if (speaker && /^(it|he|she|they)$/i.test(token.form)) return [speaker];
  const within = lookup.entitiesAt(below(tree, i).map((j) => tree.tokens[j]!));
  return within.length > 0 ? within : lookup.entitiesAt(opening(tree, clause));
}

/** What a relative clause is said of stands before its relative word. */
const before = (tree: Tree, clause: Clause, i: number): Token[] =>
  clause.tokens.filter((j) => j < i).map((j) => tree.tokens[j]!);

const begins = /\b(open(s|ed|ing)? fire|fir(es?|ed|ing) first|first to|provo(ke|cation)|unprovoked)\b/i;

export const isBeginning = (predicate: string, text: string): boolean => begins.test(text) || predicate === "=begin";

const hangs = (tree: Tree, head: number, relation: string, form: RegExp): boolean =>
  tree.children[head]!.some((child) => tree.relations[child] === relation && form.test(tree.tokens[child]!.form));

export const isConditional = (tree: Tree, { head }: Clause): boolean =>
  throughContents(tree, head).some((i) => hangs(tree, i, "mark", /^(if|unless|whether)$/i)) ||
  hangs(tree, head, "aux", /^(could|might|may|should)$/i) ||
  (hangs(tree, head, "aux", /^would$/i) && hangs(tree, head, "aux", /^have$/i)) ||
  isAsked(tree, head) ||
  isPutTo(tree, head);

/** A clause and those whose content it is: "whether he knew that it was false" leaves both open. */
function throughContents({ tokens, relations }: Tree, head: number): number[] {
  const path = [head];
  while (
    /^(?:ccomp|csubj)$/.test(relations[path.at(-1)!]!) &&
    tokens[path.at(-1)!]!.head >= 0 &&
    path.length < tokens.length
  )
    path.push(tokens[path.at(-1)!]!.head);
  return path;
}

/** "Nobody knows who struck the station" leaves open what "who" stands for. */
const isAsked = (tree: Tree, head: number): boolean =>
  tree.relations[head] === "ccomp" && hangs(tree, head, "nsubj", /^(who|what|which)$/i);

/** "I put to him that …" asks and does not assert. */
function isPutTo(tree: Tree, head: number): boolean {
  const { deprel, head: verb } = tree.tokens[head]!;
  return deprel === "ccomp" && tree.lemmas[verb] === "put" && hangs(tree, verb, "obj", /^it$/i);
}

/** It speaks of what is to come, or is the content of a promise, an offer, a threat. */
export function isFuture(tree: Tree, clause: Clause, statement: Statement | null, text: string): boolean {
  if (clause.tokens.some((i) => /^(will|would|shall|['’]ll|wo)$/i.test(tree.tokens[i]!.form))) return true;
  if (statement === null) return false;
  return statement.act === "intention" || statement.cue.some((c) => promises.test(text.slice(c.start, c.end)));
}

const promises =
  /\b(will\b|would\b|shall\b|promis|pledg|vow|offer|threat|plan|intend|guarant|expect|agreed? to|ready to)/i;

/** "In January" of an article without a date. */
export const isUndated = ({ interval, value }: Moment): boolean => interval === null && /^XXXX-\d\d/.test(value);

/**
 * "Up six crowns on Friday's close", ", down from Friday", "up from 190 on Friday", "higher than on Friday": the day of what
 * a value is compared with. Not so in "shut down on Friday", "more than 40 died on Friday".
 */
const baselines = [
  /\b(?:up|down|higher|lower|change) [^,.;:]{0,24}\b(?:on|against) (?:the )?$/,
  /(?:, |\b(?:is|are|was|were) )(?:up|down)(?: [^,.;:]{1,24})? (?:from|against) (?:the )?$/,
  /\b(?:up|down|higher|lower) from [^,.;:]{1,24} (?:on|in) $/,
  /\b(?:higher|lower|more|less|fewer) (?:[^,.;:]{1,16} )?than (?:(?:on|in) )?(?:the )?$/,
];

/** The first of these needs the day to own something; `after` begins with the end of the day's name. */
const isBaseline = (before: string, after: string): boolean =>
  baselines.some((baseline, i) => baseline.test(before) && (i > 0 || /^(?:\w*['’]s?) /.test(after)));

/** "Since January" and "after" have no end, "until 1 March", "by" and "before" no beginning. */
export function openInterval({ interval, type, start, end }: Moment, text: string): Interval[] {
  if (interval === null || type === "DURATION" || type === "SET") return [];
  const before = text.slice(Math.max(0, start - 40), start).toLowerCase();
  if (isBaseline(before, text.slice(end - 2, end + 4))) return [];
  if (/\b(since|from|after) (?:(?:the|its|their|his|her|our) )?$/.test(before))
    return [{ ...interval, latest: "9999" }];
  if (/\b(until|till|by|before) (?:(?:the|its|their|his|her|our) )?$/.test(before))
    return [{ ...interval, earliest: "0000" }];
  return [interval];
}
