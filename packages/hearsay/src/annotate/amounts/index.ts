import type { Sentence, Token } from "@hearsay/english";
import { type Amount, type Span, span } from "../../model/index.js";
import { type Counted, countedBy, type Kind } from "./counted.js";
import { hedgeAfter, hedgeBefore, type Range, widen } from "./hedges.js";
import { type Read, readRange } from "./numbers.js";
import { currencySigns, rateUnits, unitNamed } from "./units.js";

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

function inSentence(article: string, tokens: readonly Token[], times: readonly Span[]): Amount[] {
  const words = tokens.map((token) => token.form.toLowerCase());
  const found: Amount[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = candidateAt(tokens, words, at);
    const isTime =
      read !== null && times.some((t) => t.start < endOf(tokens, read.next) && (tokens[at] as Token).start < t.end);
    const amount = read === null || isTime ? null : amountAt(article, tokens, words, at, read);
    if (amount !== null) found.push(amount);
    at = read === null ? at + 1 : read.next;
    while (amount !== null && at < tokens.length && (tokens[at] as Token).start < amount.end) at++;
  }
  return shareUnits(tokens, found);
}

/** In "fell to 340 tonnes from 510" and "from 30 to 40 percent" both numbers have the one unit and subject. */
function shareUnits(tokens: readonly Token[], found: readonly Amount[]): Amount[] {
  return found.map((amount, i) => {
    if (amount.unit !== null || amount.of !== null) return amount;
    const other = [found[i - 1], found[i + 1]].find((o) => o !== undefined && isPaired(tokens, amount, o));
    return other === undefined ? amount : { ...amount, unit: other.unit, of: other.of, noun: other.noun };
  });
}

/** Only "to", "from" or the like stands between the two. */
function isPaired(tokens: readonly Token[], a: Amount, b: Amount): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = tokens.filter((t) => t.start >= first.end && t.end <= second.start).map((t) => t.form.toLowerCase());
  return (
    between.length > 0 &&
    between.length < 5 &&
    /^(?:, )?(?:up |down |compared |instead )?(?:from|to|with|against|of)(?: about| around| nearly| [$€£])?$/.test(
      between.join(" "),
    )
  );
}

const endOf = (tokens: readonly Token[], next: number): number => (tokens[next - 1] as Token).end;

function candidateAt(tokens: readonly Token[], words: readonly string[], at: number): Read | null {
  const word = words[at] as string;
  if (!/^(?:\d|an?$|[a-z]{3,})/.test(word)) return null;
  if (isMargin(words, at)) return null;
  const read = moneyScaled(words, at, readRange(words, at));
  return read === null || isManner(words, read.next) || namesSomething(tokens, words, at, read.next) ? null : read;
}

/** "One-way", "two-party", "three-fold" say of what kind a thing is, not how many there are. */
const isManner = (words: readonly string[], next: number): boolean =>
  /^[-‐‑]$/.test(words[next] ?? "") &&
  /^(?:way|sided|party|fold|off|on|to|in|tier|track|stage|step|time|piece|storey|story|person|man|woman|lane|headed|handed|digit)$/.test(
    words[next + 1] ?? "",
  );

/** The second number of "350, plus or minus 20" belongs to the first. */
const isMargin = (words: readonly string[], at: number): boolean =>
  words[at - 1] === "±" || /^(?:plus or minus|give or take)$/.test(words.slice(Math.max(0, at - 3), at).join(" "));

/** Letters that scale money only: "$40m", "€3k". */
const moneyLetters: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

function moneyScaled(words: readonly string[], at: number, read: Read | null): Read | null {
  const scale = moneyLetters[words[read?.next ?? -1] ?? ""];
  if (read === null || scale === undefined || currencySigns[(words[at - 1] ?? "").toUpperCase()] === undefined)
    return read;
  return { ...read, min: read.min * scale, max: read.max === null ? null : read.max * scale, next: read.next + 1 };
}

const namers =
  /^(?:article|articles|chapter|section|sections|paragraph|clause|resolution|no\.?|number|flight|route|highway|motorway|interstate|room|page|pages|line|channel|gate|platform|protocol|annex|volume|vol\.?|part|act|scene|phase|stage|level|grade|category|class|type|model|mark|title|rule|law|decree|directive|order|bill|amendment|area|zone|sector|district|ward|building|block|apartment|suite|box|group|bloc|tier|step|version|windows|verse|psalm|week|day|round|lot)$/;
const streets = /^(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|boulevard|blvd\.?|drive|square|place|terrace|way)$/;

/** Whether the number is a name or an age rather than a quantity. */
function namesSomething(tokens: readonly Token[], words: readonly string[], at: number, next: number): boolean {
  const [before, after] = [words[at - 1] ?? "", words[next] ?? ""];
  if (/^[#§:./]$/.test(before) || /^[/:°′″]$/.test(after)) return true;
  if (namers.test(before) || before === "aged" || before === "age") return true;
  if (isAge(tokens, words, at, next)) return true;
  if (at === 0 && /^[.)]$/.test(after) && next === 1) return true;
  const previous = tokens[at - 1];
  if (
    previous?.upos === "PROPN" &&
    at > 1 &&
    tokens[next]?.upos !== "NOUN" &&
    /^\d+$/.test(words[at] ?? "") &&
    !hasUnit(words, next)
  )
    return true;
  return words.slice(next, next + 4).some((word, i) => streets.test(word) && i > 0 && tokens[next]?.upos === "PROPN");
}

const hasUnit = (words: readonly string[], next: number): boolean => readUnit(words, next) !== null;

/** "the baker, 52, said"; "52-year-old"; "52 years old". */
function isAge(tokens: readonly Token[], words: readonly string[], at: number, next: number): boolean {
  const rest = words.slice(next, next + 4).join(" ");
  if (/^-? ?(?:year|month|day|week)s?(?: ?-? ?old\b)/.test(rest)) return true;
  const value = Number(words[at]);
  return (
    words[at - 1] === "," &&
    /^[,.;)]$/.test(words[next] ?? ".") &&
    next === at + 1 &&
    value > 0 &&
    value < 120 &&
    isNameLike(tokens[at - 2])
  );
}
const isNameLike = (token: Token | undefined): boolean =>
  token !== undefined && (token.upos === "NOUN" || /^\p{Lu}/u.test(token.form));

interface Unit {
  readonly unit: string;
  readonly next: number;
}

/** The unit that starts at word `at`, with what it is counted by: "%", "square kilometres", "cubic metres a second". */
function readUnit(words: readonly string[], at: number): Unit | null {
  const start = words[at] === "-" ? at + 1 : at;
  for (let length = 3; length > 0; length--) {
    const unit = unitNamed(words.slice(start, start + length));
    if (unit !== null && start + length <= words.length) return withRate(words, unit, start + length);
  }
  return null;
}

function withRate(words: readonly string[], unit: string, next: number): Unit {
  const link = words[next] ?? "";
  const by = rateUnits[words[next + 1] ?? ""];
  if (by === undefined || !/^(?:an?|per|each|every|\/)$/.test(link) || unit === "percent") return { unit, next };
  return { unit: `${unit}/${by}`, next: next + 2 };
}

function amountAt(
  article: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  read: Read,
): Amount | null {
  const sign = currencySigns[tokens[at - 1]?.form ?? ""];
  const measured = sign === undefined ? readUnit(words, read.next) : withRate(words, sign, read.next);
  const next = measured?.next ?? read.next;
  const unit = measured?.unit ?? (read.share ? "percent" : null);
  if (isBareYear(words, at, read, unit, tokens)) return null;
  const counted = countedBy(tokens, at, afterHedge(words, next), kindOf(unit));
  if (read.weak && unit === null && (counted === null || counted.first < at || tokens[at]?.upos === "PRON"))
    return null;
  const first = sign === undefined ? at : at - 1;
  return {
    ...span(article, (tokens[first] as Token).start, endOf(tokens, next)),
    ...rangeOf(read, words, first, next),
    unit,
    of: counted === null ? null : spanOf(article, tokens, counted),
    noun: counted === null ? null : lemmaOf(tokens, counted),
  };
}

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

const afterHedge = (words: readonly string[], next: number): number => next + (hedgeAfter(words, next)?.length ?? 0);

function rangeOf(read: Read, words: readonly string[], first: number, next: number): Range {
  const scale = read.share ? 100 : 1;
  const stated: Range = { min: read.min * scale, max: read.max === null ? null : read.max * scale, exact: read.exact };
  const margin = marginAt(words, next);
  if (margin !== null) return { min: stated.min - margin, max: (stated.max ?? stated.min) + margin, exact: false };
  const hedge = hedgeBefore(words, first) ?? hedgeAfter(words, next);
  return widen(stated, hedge?.hedge ?? null);
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
