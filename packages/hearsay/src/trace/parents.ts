import { bestForest, type Step } from "./descent.js";
import { openBelow } from "./direction.js";
import type { Kin } from "./kin.js";
import type { Library } from "./library.js";

/** One article taken to derive from another; positions in the library. */
export interface Descent {
  readonly derived: number;
  readonly source: number;
  readonly kin: Kin;
  /** Only part of the derived article is explained by this source and other parts by others. */
  readonly partial: boolean;
}

/** What one article must share with its main source, of its words. */
export const mainCover = 0.4;
const likeness = 20;
const unexplained = 0.6;
const perBreak = 0.25;
const mostBreaks = 8;

/** The main source of each article that has one: the forest that explains the most words in the likeliest direction. */
export function parentsOf(library: Library, kin: readonly Kin[]): Descent[] {
  const steps = kin
    .flatMap((k, index) => [stepOf(library, k, index, true), stepOf(library, k, index, false)])
    .filter((s) => s !== null);
  const chosen = bestForest(library.articles.length, steps);
  return [...chosen].flatMap((at) => {
    const step = at === -1 ? undefined : steps[at];
    return step === undefined ? [] : [{ derived: step.to, source: step.from, kin: kin[step.kin]!, partial: false }];
  });
}

interface KinStep extends Step {
  readonly kin: number;
}

function stepOf(library: Library, k: Kin, index: number, forward: boolean): KinStep | null {
  const { kinship } = k;
  const cover = forward ? kinship.coverB : kinship.coverA;
  if (cover < mainCover) return null;
  const like = forward ? kinship.likeB : kinship.likeA;
  const odds = oddsOf(k, forward);
  const explained = likeness * (like - unexplained * (1 - cover));
  const weight =
    explained + Math.min(0, logistic(odds)) - perBreak * breaksOf(library, k, forward) - rank(library, k, forward);
  return { from: forward ? k.a : k.b, to: forward ? k.b : k.a, weight, kin: index };
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

/** Cuts a copyist must have made: jumps within the source, and its beginning or end left out. */
function breaksOf(library: Library, k: Kin, forward: boolean): number {
  const inSource = [...k.kinship.pairs]
    .sort((x, y) => (forward ? x.b - y.b : x.a - y.a))
    .map((p) => (forward ? p.a : p.b));
  const sentences = library.reading(forward ? k.a : k.b).sentences.length;
  let breaks = (inSource[0] === 0 ? 0 : 1) + (inSource.at(-1) === sentences - 1 ? 0 : 1);
  for (let i = 1; i < inSource.length; i++) if (inSource[i] !== inSource[i - 1]! + 1) breaks++;
  return Math.min(mostBreaks, breaks);
}

export const isOpen = (k: Kin): boolean => Math.abs(k.direction.odds) < openBelow;
