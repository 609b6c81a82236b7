import type { Quote } from "../model/index.js";
import type { Report, ReportCause } from "../tell/report.js";
import { type Concept, type Decided, joinPhrases, type Phrase } from "./join.js";
import { type Parties, partiesOf } from "./parties.js";
import { readPhrase } from "./phrase.js";
import { type Saying, sayingMaker, strength } from "./sayings.js";

/** From one concept to another: all that is said to the effect that one raises or lowers the other. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** 1 the more of one the more of the other; −1 the less. */
  readonly sign: 1 | -1;
  readonly sayings: readonly Saying[];
  /** How many different voices say so, how many deny it, and from how many origins the reports are. */
  readonly voices: number;
  readonly denials: number;
  readonly origins: number;
  /** 0–1, by the number of voices and their hedges. */
  readonly strength: number;
  /** The place in the map of the arrow that says the opposite, or null. */
  readonly opposite: number | null;
}

/** What is said to raise and lower what. */
export interface CausalMap {
  readonly concepts: readonly Concept[];
  readonly arrows: readonly Arrow[];
  /** Causes of the report that are not in it, by the reason. */
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>;
}

/**
 * Why a cause is no arrow: `unsure` found by likeness alone; `purpose` what somebody wants; `pointing` "it", or nothing
 * that can rise or fall; `actor` a cause that only names who acts; `same` both ends are one concept; `long` too long to be a name.
 */
export type LeftOut = "unsure" | "purpose" | "pointing" | "actor" | "same" | "long";

/** Who is heard: everyone unless told. */
export interface Hearing {
  /** Only asserters whose name holds this. */
  readonly by?: string | undefined;
  /** Only those who speak for this state or body; "the press" for articles. */
  readonly side?: string | undefined;
}

/** Below this a relation was found by likeness to others; a map is made of what words say outright. */
const least = 0.75;
const longest = 160;

interface Candidate {
  readonly cause: ReportCause;
  readonly from: Phrase;
  readonly to: Phrase;
}

/** The map of a report. Concepts are the same whoever is heard, so that maps can be laid over one another. */
export function causalMap(report: Report, hearing: Hearing = {}, decided?: Decided): CausalMap {
  const parties = partiesOf(report.entities);
  const leftOut: Record<LeftOut, string[]> = { unsure: [], purpose: [], pointing: [], actor: [], same: [], long: [] };
  const said = new Map(report.statements.map(({ id, content }) => [id, content.parts]));
  const candidates = report.causes.flatMap((cause): Candidate[] => {
    const found = candidateOf(cause, report.causes, parties, said.get(cause.statement ?? "") ?? []);
    if (typeof found !== "string") return [found];
    leftOut[found].push(cause.id);
    return [];
  });
  const { concepts, conceptOf } = joinPhrases(
    candidates.flatMap(({ from, to }) => [from, to]),
    decided,
  );
  const sides = concepts.map(({ wordings }) => wordings);
  const taken = sides.map(() => 0);
  const directions = conceptOf.map((concept) => sides[concept]![taken[concept]!++]!.direction);
  const make = sayingMaker(report);
  const drawn = candidates.flatMap(({ cause }, i) => {
    const [from, to] = [conceptOf[2 * i]!, conceptOf[2 * i + 1]!];
    if (from === to) leftOut.same.push(cause.id);
    const sign = (cause.sign === "+" ? 1 : -1) * directions[2 * i]! * directions[2 * i + 1]!;
    return from === to ? [] : [{ from, to, sign: sign as 1 | -1, saying: make(cause) }];
  });
  return { concepts, arrows: arrowsOf(drawn.filter(({ saying }) => isHeard(saying, hearing))), leftOut };
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

function candidateOf(
  told: ReportCause,
  all: readonly ReportCause[],
  parties: Parties,
  said: readonly Quote[],
): Candidate | LeftOut {
  if (told.score < least) return "unsure";
  const cause = casualties(told);
  if (cause === null) return "pointing";
  if (/^(?:in order )?to\b/i.test(cause.cause.text)) return "purpose";
  if (cause.cause.text.length > longest || cause.effect.text.length > longest) return "long";
  const named = /^(?:it|this|that|which)$/i.test(cause.cause.text.trim()) ? meant(cause, all) : cause.cause;
  const [from, to] = [phraseOf(named, parties, said), phraseOf(cause.effect, parties, said)];
  if (from === null || to === null) return "pointing";
  return from.variable.words.length === 0 ? "actor" : { cause, from, to };
}

/** What "it" means in "if the regime falls, it would be a blow": the cause of the relation whose effect it stands in. */
function meant(cause: ReportCause, all: readonly ReportCause[]): ReportCause["cause"] {
  const around = all.find(
    (other) =>
      other.article === cause.article &&
      other.id !== cause.id &&
      other.score >= least &&
      other.effect.start <= cause.cause.start &&
      cause.effect.end <= other.effect.end,
  );
  return around?.cause ?? cause.cause;
}

function phraseOf(quote: Quote, parties: Parties, said: readonly Quote[]): Phrase | null {
  const { text, article, start, end } = trimmed(unquoted(untagged(quote, said)));
  const variable = /^(?:who|which|whose)\b/i.test(text) ? null : readPhrase(text, parties);
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

const opening = /^(?:[\s"“”‘’',;:–—-]|(?:however|then|that|also|and|but|so|especially if|if|when)\s)+/i;
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

const isHeard = (saying: Saying, { by, side }: Hearing): boolean =>
  (by === undefined || saying.by.toLowerCase().includes(by.toLowerCase())) &&
  (side === undefined || (saying.side ?? "").toLowerCase().includes(side.toLowerCase()));

interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly sign: 1 | -1;
  readonly saying: Saying;
}

function arrowsOf(drawn: readonly Drawn[]): readonly Arrow[] {
  const by = new Map<string, Drawn[]>();
  for (const one of drawn) {
    const key = [one.from, one.to, one.sign].join(" ");
    by.set(key, [...(by.get(key) ?? []), one]);
  }
  const keys = [...by.keys()];
  return [...by.values()].map((same): Arrow => {
    const { from, to, sign } = same[0]!;
    const sayings = same.map(({ saying }) => saying);
    const voices = (denied: boolean): number =>
      new Set(sayings.filter((a) => a.denied === denied).map(({ voice }) => voice)).size;
    const opposite = keys.indexOf([from, to, -sign].join(" "));
    return {
      ...{ from, to, sign, sayings, voices: voices(false), denials: voices(true) },
      origins: new Set(sayings.map(({ origin, article }) => origin ?? article)).size,
      strength: strength(sayings),
      opposite: opposite < 0 ? null : opposite,
    };
  });
}
