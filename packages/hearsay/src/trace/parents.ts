import { Ancestry } from "./ancestry.js";
import { bestForest, type Step } from "./descent.js";
import { openBelow, sameTime } from "./direction.js";
import type { Kin } from "./kin.js";
import { compareText, type Library } from "./library.js";

/** One article taken to derive from another; positions in the library. */
export interface Descent {
  readonly derived: number;
  readonly source: number;
  readonly kin: Kin;
  /** Only part of the derived article is explained by this source and other parts by others. */
  readonly partial: boolean;
}

/** What one article must share with its main source, of its words. */
const mainCover = 0.4;
/** In a rewrite only the sentences with enough names and figures can be paired. */
const mainCoverByFacts = 0.25;
/** Evidence against the direction that only a nearly whole copy may overrule: dates lie, by hours. */
const against = -openBelow;
const nearlyAll = 0.8;
/** Nats for a text explained to the last word, and the cost of text that is not explained. */
const likeness = 14;
const unexplained = 0.6;
/** That kin descend from one another is the rule; only strong evidence against the direction overrules it. */
const kinship = 4;
/** Each place where a copyist must have cut, and each where one must have inserted. */
const perBreak = 1.6;
const perInsertion = 0.5;
const mostEvents = 12;
/** An original is copied more often than a copy is. */
const original = 0.5;
/** Spinning leaves odder words. Where many words were replaced and neither side's are odder, the two are rather siblings. */
const spinOddness = 4;
const spinPenalty = 0.3;
const fewestReplaced = 6;

/** A text that explains so much less of an article than its main source, or more, may as well be the source; so many are named. */
const tie = 0.01;
const mostTies = 2;

/**
 * The main source of each article that has one: the forest that explains the most words in the likeliest direction. Then
 * sources that explain an article as well, where nothing tells which of the texts came first.
 */
export function parentsOf(library: Library, kin: readonly Kin[]): Descent[] {
  const steps = kin
    .flatMap((k, index) => [stepOf(library, k, index, true), stepOf(library, k, index, false)])
    .filter((s) => s !== null);
  const draft = bestForest(library.articles.length, steps);
  const settled = steps.map((s) => (draft[s.from] === -1 && s.weight > 0 ? { ...s, weight: s.weight + original } : s));
  const chosen = bestForest(library.articles.length, settled);
  const main = [...chosen].flatMap((at) => (at === -1 ? [] : [settled[at]!]));
  return [...main, ...tiesWith(library, main, settled, kin)].map((step) => descentOf(step, kin));
}

const descentOf = ({ to, from, kin: at }: KinStep, kin: readonly Kin[]): Descent => ({
  derived: to,
  source: from,
  kin: kin[at]!,
  partial: false,
});

/** As a reader is told of it: where nothing tells which of two came first, the two in the order of their ids. */
export function shown(library: Library, descent: Descent): Descent {
  const { derived, source, kin, partial } = descent;
  const id = (article: number): string => library.articles[article]!.id;
  const open = Math.abs(oddsOf(kin, kin.b === derived)) < openBelow;
  const swap = open && !partial && compareText(id(derived), id(source)) < 0;
  return swap ? { ...descent, derived: source, source: derived } : descent;
}

/**
 * Steps from what explains an article as well as its main source, where no date tells them apart; each pair once, and none
 * through which an article would go back to itself.
 */
function tiesWith(
  library: Library,
  main: readonly KinStep[],
  steps: readonly KinStep[],
  kin: readonly Kin[],
): KinStep[] {
  const timeless = ({ from, to }: KinStep): boolean => sameTime(library.articles[from]!, library.articles[to]!);
  const may = (step: KinStep): boolean => timeless(step) && oddsOf(kin[step.kin]!, step.from < step.to) > against;
  const mainOf = new Map(main.filter(timeless).map((step) => [step.to, step]));
  const used = new Set(main.map((step) => step.kin));
  const descent = new Ancestry(main.map((step) => shown(library, descentOf(step, kin))));
  const ties: KinStep[] = [];
  for (const step of [...steps].sort((x, y) => y.weight - x.weight || x.kin - y.kin)) {
    const least = (mainOf.get(step.to)?.share ?? Number.POSITIVE_INFINITY) - tie;
    if (step.weight <= 0 || step.share < least || used.has(step.kin) || !may(step)) continue;
    const tied = shown(library, descentOf(step, kin));
    if (descent.of(tied.derived).length > mostTies || descent.goesBackTo(tied.source, tied.derived)) continue;
    used.add(step.kin);
    descent.add(tied);
    ties.push(step);
  }
  return ties;
}

interface KinStep extends Step {
  readonly kin: number;
  /** Share of the derived text that the source accounts for. */
  readonly share: number;
}

function stepOf(library: Library, k: Kin, index: number, forward: boolean): KinStep | null {
  const cover = forward ? k.kinship.coverB : k.kinship.coverA;
  if (cover < (k.kinship.byFacts ? mainCoverByFacts : mainCover) || (cover < nearlyAll && oddsOf(k, forward) < against))
    return null;
  const share = forward ? k.explainedB : k.explainedA;
  const explained = likeness * (share - unexplained * (1 - cover));
  const weight =
    kinship +
    explained +
    Math.min(0, logistic(oddsOf(k, forward))) -
    eventCost(library, k, forward) -
    spinCost(k, forward) -
    rank(library, k, forward);
  const likely = oddsOf(k, forward) > -1 ? Math.max(weight, weight / 100 + 0.5) : weight;
  return { from: forward ? k.a : k.b, to: forward ? k.b : k.a, weight: likely, kin: index, share };
}

function spinCost(k: Kin, forward: boolean): number {
  if (k.replaced < fewestReplaced) return 0;
  const oddness = forward ? k.oddness : -k.oddness;
  return spinPenalty * (spinOddness - Math.max(0, Math.min(spinOddness, oddness)));
}

/** Log odds that the source named by `forward` came first; open ones fall to id order by a hair. */
export function oddsOf(k: Kin, forward: boolean): number {
  return forward ? k.direction.odds : -k.direction.odds;
}

const logistic = (odds: number): number => (odds < -30 ? odds : -Math.log1p(Math.exp(-odds)));

/** Among equals the earlier source wins, then the smaller id. */
function rank(library: Library, k: Kin, forward: boolean): number {
  return (1e-3 * (forward ? k.a : k.b)) / library.articles.length;
}

/** Cuts in the source and insertions in the derived text. */
function eventCost(library: Library, k: Kin, forward: boolean): number {
  const [source, derived] = forward ? [k.a, k.b] : [k.b, k.a];
  const used = k.kinship.pairs.map((p) => (forward ? p.a : p.b));
  const taken = k.kinship.pairs.map((p) => (forward ? p.b : p.a));
  const cuts = gapsIn(used, library.outline(source).sizes.length);
  const insertions = gapsIn(taken, library.outline(derived).sizes.length);
  return perBreak * Math.min(mostEvents, cuts) + perInsertion * Math.min(mostEvents, insertions);
}

/** Stretches of sentences that are not among those given. */
function gapsIn(sentences: readonly number[], total: number): number {
  const present = [...new Set(sentences)].sort((x, y) => x - y);
  let gaps = present.at(-1) === total - 1 ? 0 : 1;
  present.forEach((s, i) => {
    if (s !== (i === 0 ? 0 : present[i - 1]! + 1)) gaps++;
  });
  return gaps;
}
