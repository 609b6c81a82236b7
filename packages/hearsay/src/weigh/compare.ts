import { type Amount, type Assertion, agree, compatible, type Measured } from "../model/index.js";
import { type Proposition, tells } from "./propositions.js";
import type { Weights } from "./weights.js";

/** How two propositions of different articles stand to one another, slot by slot. */
export interface Comparison {
  /** 0–1: weighted share of meaning in common: cosine over rarity. */
  readonly topic: number;
  /** Shared weight in telling words (see Weights.unit): two short clauses with one rare word in common are not yet alike. */
  readonly shared: number;
  /** For amounts, the same without what is measured and how much: that both count families does not make them one count. */
  readonly setting: number;
  /** What both measure is what the story is about: a good part of its origins measures it. */
  readonly central: boolean;
  /** The same predicate or event type, or the one's predicate somewhere in the other. */
  readonly predicate: boolean;
  /** The same predicate, or the one's in the other, in words: an event type in common is not enough. */
  readonly verb: boolean;
  /** Each names places, and none in common. */
  readonly elsewhere: boolean;
  /** One and the same predicate. */
  readonly head: boolean;
  /** "aside": of one kind and different, but not of the same ones: "the first 17 games", "29 games". */
  readonly numbers: "agree" | "differ" | "aside" | "none";
  /** An amount that agrees belongs to one series (see Differing.series). */
  readonly sameSeries: boolean;
  /** An amount that agrees is a rate ("cubic metres a second") that both give, not a bound ("at least 480"). */
  readonly sameReading: boolean;
  /** An amount that agrees is a sum of money or a measurement told to the digit: few of those meet by chance. */
  readonly sameFigure: boolean;
  /** Both give sums, shares or measurements, and none in common. */
  readonly otherFigures: boolean;
  /** What differs is counted many times over in one article: see Weights.crowded. */
  readonly crowded: boolean;
  /** The amounts that measure one thing and differ. */
  readonly differing: Differing | null;
  /** "unknown" when one names a day of a year that nothing settles and the other a time. */
  readonly times: "agree" | "differ" | "none" | "unknown";
  readonly polarity: "same" | "opposite";
  /** Who acts: the same, someone else, or not known. */
  readonly agents: "same" | "other" | "unknown";
  /** What acts is the same by name or by word; likewise what is acted on. */
  readonly sameAgent: boolean;
  readonly samePatient: boolean;
  /** Telling words that both have in one order, and their share of the longer clause's. */
  readonly inOrder: number;
  readonly orderShare: number;
  /** They share a name, an amount or a day. */
  readonly specific: boolean;
  /** How many entities they share. */
  readonly names: number;
  /** How many features of any kind they share. */
  readonly common: number;
  /** How many plain words they share in meaning. */
  readonly words: number;
}

export interface Differing {
  readonly a: Amount;
  readonly b: Amount;
  readonly measure: string | null;
  /** Both count a whole that is taken as known: then they cannot both be right, whatever else is said. */
  readonly wholes: boolean;
  /** One counted thing, or one rate, named alike: values of one series unless something sets them apart. */
  readonly series: boolean;
  /** They count the dead or the wounded, whose number does not fall. */
  readonly toll: boolean;
  /** One of them is a bound that holds throughout, so a value of another day cannot break it either. */
  readonly always: boolean;
}

/** Whether a feature tells more than what two clauses measure. */
export function isSetting(a: Assertion, b: Assertion): (feature: string) => boolean {
  const measures = [...a.amounts, ...b.amounts].flatMap(({ measure }) => measure?.split(/[:/]/) ?? []);
  const own = new Set(measures.flatMap((part) => [part, `=${part}`, ...(tolls[part] ?? [])]));
  return (feature) => !/^[#%]/.test(feature) && !own.has(feature);
}

/** From this share of origins on a measure is the story's own; words that count anything never are. */
const CENTRAL = 0.25;

export function isCentral(x: Measured, other: Assertion, weights: Weights): boolean {
  const { measure } = x;
  if (measure === null || /^(?:unit:[^/]*|count:(?:people|person|one|time|thing))$/.test(measure)) return false;
  const both = tells(x) && other.amounts.some((y) => tells(y) && y.measure === measure);
  return both && weights.spread(`%${measure}`) >= CENTRAL;
}

/** The words that a toll is told with. */
const tolls: Readonly<Record<string, readonly string[]>> = {
  killed: ["=kill", "people", "person"],
  wounded: ["=wound", "people", "person"],
};

export function samePredicate(a: Proposition, b: Proposition): boolean {
  const [x, y] = [a.assertion, b.assertion];
  return x.predicate === y.predicate || a.features.has(y.predicate) || b.features.has(x.predicate);
}

export const sameEvent = (a: Proposition, b: Proposition): boolean =>
  a.assertion.events.some((type) => b.assertion.events.includes(type));

/** One pair of amounts that fits and agrees outweighs one that differs. */
export function compareAmounts(
  a: Assertion,
  b: Assertion,
): Pick<Comparison, "numbers" | "differing" | "sameSeries" | "sameReading" | "sameFigure" | "otherFigures"> {
  const differing: Differing[] = [];
  let agreeing = isSumOf(a.amounts, b.amounts) || isSumOf(b.amounts, a.amounts);
  let sameSeries = false;
  let sameReading = false;
  let sameFigure = false;
  let aside = false;
  for (const x of a.amounts.filter(tells))
    for (const y of b.amounts.filter(tells)) {
      if (sameValue(x, y)) {
        agreeing = true;
        sameSeries ||= isSeries(x) && x.measure === y.measure;
        sameReading ||= isReading(x) && isReading(y) && x.measure === y.measure;
        sameFigure ||= isFigure(x.amount) && isFigure(y.amount);
      } else if (x.measure === y.measure && x.measure !== null && !agree(x.amount, y.amount)) {
        if (apart(x, y) || isFar(x, y)) aside = true;
        else differing.push(difference(x, y));
      }
    }
  const otherFigures = !agreeing && [a, b].every(({ amounts }) => amounts.some(({ amount }) => amount.unit !== null));
  const found = { sameSeries, sameReading, sameFigure, otherFigures };
  if (agreeing || differing.length === 0)
    return { numbers: agreeing ? "agree" : aside ? "aside" : "none", differing: null, ...found };
  return { numbers: "differ", differing: plainest(differing), ...found };
}

/** Of several differences the one that says most, whichever of the two clauses is told first. */
function plainest(differing: readonly Differing[]): Differing {
  const rank = ({ wholes, toll, series, a, b }: Differing) => [
    Number(!wholes),
    Number(!toll),
    Number(!series),
    Math.min(a.min, b.min),
    Math.max(a.min, b.min),
  ];
  const before = (x: readonly number[], y: readonly number[]) => x.map((n, i) => n - y[i]!).find((n) => n !== 0) ?? 0;
  return [...differing].sort((d, e) => before(rank(d), rank(e)))[0]!;
}

function difference(x: Measured, y: Measured): Differing {
  return {
    a: x.amount,
    b: y.amount,
    measure: x.measure,
    wholes: x.whole && y.whole,
    series: isSeries(x) && isSeries(y),
    toll: x.measure?.startsWith("toll:") ?? false,
    always: x.always || y.always,
  };
}

/** The values can both be true and nothing says that they measure different things. */
function sameValue(x: Measured, y: Measured): boolean {
  if (!agree(x.amount, y.amount) || isOpen(x.amount) || isOpen(y.amount)) return false;
  return (
    (x.amount.min === y.amount.min && x.amount.max === y.amount.max) || (x.measure !== null && x.measure === y.measure)
  );
}

/** "12 of one nation and 11 of the other" are the 23 of another report: counts in one clause, in a row, that add up to it. */
function isSumOf(parts: readonly Measured[], wholes: readonly Measured[]): boolean {
  const counts = parts.flatMap(({ amount }) => (isCount(amount) ? [amount.min] : []));
  return wholes.some(
    ({ amount }) => isCount(amount) && amount.min >= LEAST_SUM && counts.some((_, i) => addsUp(i, amount.min)),
  );

  function addsUp(from: number, total: number): boolean {
    let sum = counts[from]!;
    for (let i = from + 1; i < counts.length && sum < total; i++) sum += counts[i]!;
    return sum === total && counts[from] !== total;
  }
}

/** Small numbers add up to one another by chance. */
const LEAST_SUM = 10;

const isCount = ({ exact, unit }: Amount): boolean => exact && unit === null;

const isFigure = ({ exact, unit, min }: Amount): boolean => exact && unit !== null && unit !== "percent" && min >= 10;

/** "Hundreds of millions": two reports that say so need not mean one sum. */
const isOpen = ({ min, max, exact }: Amount): boolean => !exact && max !== null && max >= 3 * min && min >= 20;

/**
 * Whose they are is said of both, and differs: Vesmaran soldiers are not Norlander servicemen; or which of them they are:
 * "the last two games" are not "four games".
 */
function apart(x: Measured, y: Measured): boolean {
  if (x.part !== y.part || [...x.picks].sort().join() !== [...y.picks].sort().join()) return true;
  return x.owners.length > 0 && y.owners.length > 0 && !x.owners.some((e) => y.owners.includes(e));
}

/** So many times as much is no other count of the same ones, but for the dead: an army's soldiers, the soldiers of one base. */
function isFar(x: Measured, y: Measured): boolean {
  if (x.measure?.startsWith("toll:")) return false;
  const [less, more] = [x.amount, y.amount].sort((a, b) => a.min - b.min) as [Amount, Amount];
  return less.max !== null && less.max > 0 && more.min >= FAR * less.max;
}
const FAR = 15;

/** A toll, a count of ten or more of one kind, or a rate ("cubic metres a second", "cents a pound"). */
export function isSeries({ measure, amount }: Measured): boolean {
  if (measure === null) return false;
  return measure.startsWith("toll:") || (amount.unit === null ? amount.min >= 10 : measure.includes("/"));
}

/** A rate with an end to it. */
const isReading = ({ measure, amount }: Measured): boolean =>
  amount.unit !== null && amount.max !== null && (measure?.includes("/") ?? false);

export function compareTimes(a: Assertion, b: Assertion): Comparison["times"] {
  const [as, bs] = [a.times, b.times];
  if ((a.undated && bs.length > 0) || (b.undated && as.length > 0)) return "unknown";
  if (as.length === 0 || bs.length === 0) return "none";
  return as.some((a) => bs.some((b) => compatible(a, b))) ? "agree" : "differ";
}

/** Other agents are those that the other side does not even name: "Moscow and Tehran signed", "the president signed". */
export function compareAgents(a: Proposition, b: Proposition): Comparison["agents"] {
  if (a.subject.size === 0 || b.subject.size === 0) return "unknown";
  if ([...a.subject].some((e) => b.subject.has(e))) return "same";
  const named = [...a.subject].some((e) => b.actors.has(e)) || [...b.subject].some((e) => a.actors.has(e));
  return named ? "unknown" : "other";
}

/** The same ones, or the same kind of thing, stand in a role of both. */
export const sameRole = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((feature) => b.has(feature));

/** They share a name, an amount or a day; general words alone do not make one fact. */
export function isSpecific(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((feature) => /^[@#~\d]/.test(feature) && b.has(feature));
}
