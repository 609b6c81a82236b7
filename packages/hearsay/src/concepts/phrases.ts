import type { Quote } from "../model/index.js";
import type { Report, ReportCause } from "../tell/report.js";
import type { Phrase } from "./join.js";
import { type Parties, partiesOf } from "./parties.js";
import { readPhrase, type Variable } from "./phrase.js";

/**
 * Why a cause is no arrow: `unsure` found by likeness alone; `purpose` what somebody wants; `pointing` "it", or nothing
 * that can rise or fall; `actor` a cause or effect that only names somebody; `same` both ends are one concept; `long` too long to be a name.
 */
export type LeftOut = "unsure" | "purpose" | "pointing" | "actor" | "same" | "long";

/** Below this a relation was found by likeness to others; a map is made of what words say outright. */
const least = 0.75;
const longest = 160;

/** A cause of the report as an arrow in the making. */
export interface Candidate {
  readonly cause: ReportCause;
  readonly from: Phrase;
  readonly to: Phrase;
}

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>;
}

/** What candidates are made from. */
type Ground = Pick<Report, "causes" | "entities" | "statements" | "articles">;

/** Made once for the causes of a report, as long as somebody holds them: the next report may have the same lists. */
const known = new WeakMap<Report["causes"], { readonly of: Ground; readonly found: Candidates }>();

function knownOf({ causes, entities, statements, articles }: Ground): Candidates | undefined {
  const last = known.get(causes);
  const { of } = last ?? {};
  return of?.entities === entities && of.statements === statements && of.articles === articles
    ? last?.found
    : undefined;
}

/** The causes of a report that can be arrows, what was published first at first; the others by the reason. */
export function candidatesOf(report: Report): Candidates {
  const steps = readingCandidates(report);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same in steps, one a cause: phrases are parsed, so that who has others to answer can stop between. */
export function* readingCandidates(report: Report): Generator<undefined, Candidates, undefined> {
  const before = knownOf(report);
  if (before !== undefined) return before;
  const found = yield* readCandidates(report);
  const { causes, entities, statements, articles } = report;
  known.set(causes, { of: { causes, entities, statements, articles }, found });
  return found;
}

function* readCandidates(report: Report): Generator<undefined, Candidates, undefined> {
  const parties = partiesOf(report.entities);
  const leftOut: Record<LeftOut, string[]> = { unsure: [], purpose: [], pointing: [], actor: [], same: [], long: [] };
  const said = new Map(report.statements.map(({ id, content }) => [id, content.parts]));
  const bodies = new Set(
    report.entities.flatMap(({ kind, name, aliases }) =>
      kind === "body" || kind === "group" ? [name, ...aliases].map(plainName) : [],
    ),
  );
  const isBare = (phrase: Phrase): boolean => phrase.variable.words.length === 0 || bodies.has(plainName(phrase.text));
  const variableOf = reading(parties);
  const causesOf = byArticle(report.causes);
  const candidates: Candidate[] = [];
  for (const cause of byDay(report)) {
    const around = { variableOf, isBare, said: said.get(cause.statement ?? "") ?? [] };
    const found = candidateOf(cause, causesOf(cause.article), around);
    if (typeof found !== "string") candidates.push(found);
    else leftOut[found].push(cause.id);
    yield;
  }
  return { candidates, leftOut };
}

/** The causes of an article, in the order of the report. */
function byArticle(causes: readonly ReportCause[]): (article: string) => readonly ReportCause[] {
  const found = new Map<string, ReportCause[]>();
  for (const cause of causes) {
    const those = found.get(cause.article);
    if (those === undefined) found.set(cause.article, [cause]);
    else those.push(cause);
  }
  return (article) => found.get(article) ?? [];
}

/** Reads each text once: nine in ten reports of a story may be copies. */
function reading(parties: Parties): Around["variableOf"] {
  const read = new Map<string, Variable | null>();
  return (text) => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const variable = readPhrase(text, parties);
    read.set(text, variable);
    return variable;
  };
}

/** Causes by the day of their article; those of undated ones last. */
function byDay({ causes, articles }: Report): readonly ReportCause[] {
  const days = new Map(
    articles.map(({ id, published, publishedWithin }) => [id, published ?? publishedWithin?.latest ?? "~"]),
  );
  const key = ({ article, cause, id }: ReportCause): string =>
    [days.get(article) ?? "~", article, String(cause.start).padStart(9, "0"), id].join(" ");
  const keyed = causes.map((cause) => [key(cause), cause] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cause]) => cause);
}

const harming = /^(?:kill|wound|injur|maim|murder|slew|slain)/i;
const counted =
  /^(?:(?:at least|more than|up to|about|some|nearly|almost|around) )?(?:\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many)\b)/i;

/** "killed six guards" raises the number of those killed, it does not lower guards; null where it is not told in one piece. */
function casualties(cause: ReportCause): ReportCause | null {
  const { effect, signal, sign } = cause;
  const harm = signal.find(({ text }) => harming.test(text));
  if (sign === "+" || harm === undefined || !counted.test(effect.text)) return cause;
  if (harm.article !== effect.article || harm.end + 1 !== effect.start) return null;
  return { ...cause, sign: "+", effect: { ...effect, start: harm.start, text: `${harm.text} ${effect.text}` } };
}

const plainName = (name: string): string => name.toLowerCase().replace(/^(?:the|an?) /, "");

/** What phrases are read with: who is in the story, what was said around them. */
interface Around {
  readonly variableOf: (text: string) => Variable | null;
  readonly said: readonly Quote[];
  /** Somebody's name and nothing that they do or have: nothing that can rise or fall. */
  readonly isBare: (phrase: Phrase) => boolean;
}

function candidateOf(told: ReportCause, beside: readonly ReportCause[], around: Around): Candidate | LeftOut {
  if (told.score < least) return "unsure";
  const cause = casualties(told);
  if (cause === null) return "pointing";
  if (/^(?:in order )?to\b/i.test(cause.cause.text)) return "purpose";
  if (cause.cause.text.length > longest || cause.effect.text.length > longest) return "long";
  const named = /^(?:it|this|that|which)$/i.test(cause.cause.text.trim()) ? meant(cause, beside) : cause.cause;
  const [from, to] = [phraseOf(named, around), phraseOf(cause.effect, around)];
  if (from === null || to === null) return "pointing";
  if (around.isBare(from)) return "actor";
  return around.isBare(to) ? doneTo(cause, from, around) : { cause, from, to };
}

/**
 * "A blow to Norland" is what comes about where Norland itself is no variable: the words that say what is done to it, where they
 * stand right before its name.
 */
function doneTo(cause: ReportCause, from: Phrase, around: Around): Candidate | LeftOut {
  const { effect, signal } = cause;
  const words = signal.filter((part) => part.article === effect.article && part.end <= effect.start);
  const [first] = words;
  if (first === undefined || words.length < 2) return "actor";
  const ends = [...words, effect];
  const isOne = ends.slice(1).every((part, i) => part.start - ends[i]!.end <= 1);
  if (!isOne) return "actor";
  const text = [...words.map((part) => part.text), effect.text].join(" ");
  const whole = { ...effect, start: first.start, text };
  const to = phraseOf(whole, around);
  return to === null || around.isBare(to) ? "actor" : { cause: { ...cause, sign: "+" }, from, to };
}

/** What "it" means in "if the regime falls, it would be a blow": the cause of the relation whose effect it stands in. */
function meant(cause: ReportCause, beside: readonly ReportCause[]): ReportCause["cause"] {
  const around = beside.find(
    (other) =>
      other.id !== cause.id &&
      other.score >= least &&
      other.effect.start <= cause.cause.start &&
      cause.effect.end <= other.effect.end,
  );
  return around?.cause ?? cause.cause;
}

function phraseOf(quote: Quote, { variableOf, said }: Around): Phrase | null {
  const { text, article, start, end } = trimmed(unquoted(untagged(quote, said)));
  const variable = /^(?:who|which|whose|in|of|at|by|with|from|into|amid|for)\b/i.test(text) ? null : variableOf(text);
  return variable === null ? null : { text: text.replace(/\s+/g, " "), article, start, end, variable };
}

/** Without "…, an envoy said": what of it lies in what was said, where it reaches beyond. */
function untagged(quote: Quote, said: readonly Quote[]): Quote {
  const around = said.find((part) => part.start <= quote.start && quote.start < part.end && part.end < quote.end);
  return around === undefined ? quote : cut(quote, quote.start, around.end);
}

/** Up to a quotation mark that closes what began before the phrase: behind it stands who said it. */
function unquoted(quote: Quote): Quote {
  const [inside] = /^[^“”"«»]+(?=[”"»]\s)/u.exec(quote.text) ?? [];
  return inside === undefined ? quote : cut(quote, quote.start, quote.start + inside.length);
}

const opening = /^(?:[\s"“”‘’',;:–—-]|(?:to|in order to|however|then|that|also|and|but|so|especially if|if|when)\s)+/i;
const closing = /[\s"“”‘’',;:–—-]+$/;

/** Without quotation marks, and words that join it to what stands before. */
function trimmed(quote: Quote): Quote {
  const from = opening.exec(quote.text)?.[0].length ?? 0;
  const to = closing.exec(quote.text)?.index ?? quote.text.length;
  return from >= to ? quote : cut(quote, quote.start + from, quote.start + to);
}

const cut = ({ article, start, text }: Quote, from: number, to: number): Quote => ({
  ...{ article, start: from, end: to, text: text.slice(from - start, to - start) },
});
