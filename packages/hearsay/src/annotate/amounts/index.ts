import type { Sentence, Token } from "@hearsay/english";
import { type Amount, type Span, span } from "../../model/index.js";
import { type Counted, countedBy, type Kind } from "./counted.js";
import { hedgeAfter, hedgeBefore, type Range, widen } from "./hedges.js";
import { isHour } from "./hours.js";
import { isManner, isScore, namesSomething } from "./naming.js";
import { canStart, type Read, readRange } from "./numbers.js";
import { pairUp } from "./pairs.js";
import { currencySigns, readUnit, withRate } from "./units.js";

/**
 * Numbers and vague quantities of a text with the range each can mean, its unit and what is counted, in text order.
 * Times (give them as `moments`), ages, ordinals, and numbers that only name something ("Article 14") are none.
 */
export function findAmounts(
  article: string,
  sentences: readonly Sentence[],
  moments: readonly Span[] = [],
): readonly Amount[] {
  const taken = moments.toSorted((a, b) => a.start - b.start);
  const found: Amount[] = [];
  let from = 0;
  for (const sentence of sentences) {
    while (from < taken.length && (taken[from] as Span).end <= sentence.start) from++;
    const times: Span[] = [];
    for (let i = from; i < taken.length && (taken[i] as Span).start < sentence.end; i++) times.push(taken[i] as Span);
    found.push(...inSentence(article, sentence.tokens, times));
  }
  return found;
}

/** Letters that scale what stands before them: "$40m", "€3k", "3.2m people". */
const scales: Readonly<Record<string, string>> = { k: "thousand", m: "million", b: "billion", t: "trillion" };

/** The words in lower case, a scaling letter and the metre's written out. */
function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ form }, i) => {
    const word = form.toLowerCase();
    if (word.length > 1 || scales[word] === undefined) return word;
    if (isScale(tokens, i)) return scales[word] as string;
    return word === "m" && isMetre(tokens, i) ? "metre" : word;
  });
}

/** "a 3m wall", "3m high". */
const isMetre = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start && /^(?:NN|JJ)$/.test(tokens[at + 1]?.xpos ?? "");

function isScale(tokens: readonly Token[], at: number): boolean {
  const [sign, number, letter, after] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  if (number === undefined || letter === undefined || !/^\d/.test(number.form)) return false;
  if (currencySigns[sign?.form ?? ""] !== undefined) return true;
  return number.end === letter.start && after?.xpos === "NNS" && letter.form !== "t";
}

function inSentence(article: string, tokens: readonly Token[], times: readonly Span[]): Amount[] {
  const words = wordsOf(tokens);
  const found: Amount[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = candidateAt(tokens, words, at);
    const isTime =
      read !== null && times.some((t) => t.start < endOf(tokens, read.next) && (tokens[at] as Token).start < t.end);
    const isNone = read === null || isTime || isHour(tokens, words, at, read, times);
    const amount = isNone ? null : amountAt(article, tokens, words, at, read);
    if (amount !== null) found.push(amount);
    at = read === null ? at + 1 : read.next;
    while (amount !== null && at < tokens.length && (tokens[at] as Token).start < amount.end) at++;
  }
  return pairUp(tokens, found);
}

const endOf = (tokens: readonly Token[], next: number): number => (tokens[next - 1] as Token).end;

function candidateAt(tokens: readonly Token[], words: readonly string[], at: number): Read | null {
  const word = words[at] as string;
  if (!canStart(word)) return null;
  if (isMargin(words, at)) return null;
  const read = readRange(words, at);
  if (read === null || isManner(words, at, read.next) || isScore(words, at, tokens)) return null;
  return isNegated(words, at) || namesSomething(tokens, words, at, read.next) ? null : read;
}

/** "not one boat", "not a single boat" count none. */
const isNegated = (words: readonly string[], at: number): boolean => words[at] === "one" && words[at - 1] === "not";

/** The second number of "350, plus or minus 20" belongs to the first. */
const isMargin = (words: readonly string[], at: number): boolean =>
  words[at - 1] === "±" || /^(?:plus or minus|give or take)$/.test(words.slice(Math.max(0, at - 3), at).join(" "));

function amountAt(
  article: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  read: Read,
): Amount | null {
  const sign = signBefore(tokens, at);
  const measured = sign === undefined ? readUnit(words, read.next) : withRate(words, sign, read.next);
  const next = measured?.next ?? read.next;
  const unit = measured?.unit ?? (read.share ? "percent" : words[at - 1] === "magnitude" ? "magnitude" : null);
  if (isBareYear(words, at, read, unit, tokens)) return null;
  const counted = countedBy(tokens, at, wholeOf(words, afterHedge(words, next), read), kindOf(unit));
  if (read.weak && unit === null && (counted === null || counted.first < at || tokens[at]?.upos === "PRON"))
    return null;
  const first = sign === undefined ? at : at - 1;
  const end = Math.max(next, counted !== null && counted.first >= next ? counted.end : next);
  return {
    ...span(article, (tokens[first] as Token).start, endOf(tokens, next)),
    ...signed(rangeOf(read, words, first, next, end), isMinus(tokens, first, unit)),
    unit,
    of: counted === null ? null : spanOf(article, tokens, counted),
    noun: counted === null ? null : lemmaOf(tokens, counted),
  };
}

/** A currency's sign before the number, or a percent sign, as some languages write it: "%10". */
function signBefore(tokens: readonly Token[], at: number): string | undefined {
  const [before, sign, number] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  const percent = sign?.form === "%" && sign.end === number?.start && before?.end !== sign.start;
  return percent ? "percent" : currencySigns[sign?.form ?? ""];
}

/** "minus 20 degrees", "−3%": the sign stands apart from the word before. */
function isMinus(tokens: readonly Token[], first: number, unit: string | null): boolean {
  const [before, sign, number] = [tokens[first - 2], tokens[first - 1], tokens[first]];
  if (sign === undefined || number === undefined) return false;
  if (/^minus$/i.test(sign.form)) return !/^plus$/i.test(tokens[first - 3]?.form ?? "");
  return unit !== null && /^[-−]$/.test(sign.form) && sign.end === number.start && before?.end !== sign.start;
}
const signed = ({ min, max, exact }: Range, minus: boolean): Range =>
  minus && max !== null ? { min: -max, max: -min, exact } : { min, max, exact };

const kindOf = (unit: string | null): Kind =>
  unit === null || unit.startsWith("percent") ? "count" : /^[A-Z]{3}(?:\/|$)/.test(unit) ? "money" : "measure";

/** "2018" and the like, bare: a year that no time rule took, and no count. */
const isBareYear = (
  words: readonly string[],
  at: number,
  read: Read,
  unit: string | null,
  tokens: readonly Token[],
): boolean =>
  unit === null &&
  read.next === at + 1 &&
  /^(?:19|20)\d\d$/.test(words[at] ?? "") &&
  tokens[read.next]?.upos !== "NOUN";

/** "half the crop", "a third of the crop": past the determiner that a share may have after it. */
const wholeOf = (words: readonly string[], next: number, read: Read): number =>
  read.share && /^(?:the|this|that|these|those|its|their|our|his|her|all)$/.test(words[next] ?? "") ? next + 1 : next;

const afterHedge = (words: readonly string[], next: number): number => next + (hedgeAfter(words, next)?.length ?? 0);

/** A hedge may also follow the noun: "20 people at most". */
function rangeOf(read: Read, words: readonly string[], first: number, next: number, end: number): Range {
  const stated = read.share ? percentOf(read) : { min: read.min, max: read.max, exact: read.exact };
  const margin = marginAt(words, next);
  if (margin !== null) return { min: stated.min - margin, max: (stated.max ?? stated.min) + margin, exact: false };
  const hedge = hedgeBefore(words, first) ?? hedgeAfter(words, next) ?? hedgeAfter(words, end);
  return widen(stated, hedge?.hedge ?? null);
}

/** A share of a whole as a range of percents. */
function percentOf({ min, max, exact }: Range): Range {
  const percent = (value: number): number => Number((100 * value).toPrecision(12));
  return { min: percent(min), max: max === null ? null : percent(max), exact };
}

/** "350, plus or minus 20". */
function marginAt(words: readonly string[], next: number): number | null {
  const at = words[next] === "," ? next + 1 : next;
  const phrase = words.slice(at, at + 3).join(" ");
  const from = phrase === "plus or minus" || phrase === "give or take" ? at + 3 : words[at] === "±" ? at + 1 : -1;
  return from < 0 ? null : (readRange(words, from)?.min ?? null);
}

const spanOf = (article: string, tokens: readonly Token[], { first, end }: Counted): Span =>
  span(article, (tokens[first] as Token).start, endOf(tokens, end));

const lemmaOf = (tokens: readonly Token[], { head }: Counted): string => (tokens[head] as Token).lemma.toLowerCase();
