import { type Candidate, candidates } from "./candidates.js";
import { candidateFeatures, sentenceFeatures } from "./features.js";
import { type Linear, probability, Score } from "./linear.js";
import type { Range, Tree } from "./tree.js";

export interface Models {
  /** Scores candidates against one another and against "none of them". */
  readonly ranker: Linear;
  /** Whether a sentence says that something causes something. */
  readonly sentence: Linear;
}

/** A candidate, and how much of the probability it and those like it hold. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly mass: number;
}

export interface Reading {
  /** The probability that the sentence is causal. */
  readonly causal: number;
  /** The best relations with at least this mass, no two alike; looked for only when asked. */
  readonly ranked: (least: number) => readonly Ranked[];
  readonly candidates: readonly Candidate[];
}

/** Candidates considered together, and relations looked for, in one sentence. */
const pooled = 20;
const relations = 5;
/** Two candidates are alike when they share more than this of their words. */
const alike = 0.5;

/** Reads one sentence: is it causal, and which stretches of it are cause and effect? */
export function readTree(tree: Tree, { ranker, sentence }: Models): Reading {
  const found = candidates(tree);
  const shares = sharesOf(tree, found, ranker);
  const score = new Score(sentence);
  for (const feature of sentenceFeatures(tree, found, shares)) score.add(feature);
  return {
    causal: probability(score.take()),
    ranked: (least) => grouped(tree, found, shares, least),
    candidates: found,
  };
}

/** Each candidate's part of the whole, "none of them" included. */
export function sharesOf(tree: Tree, found: readonly Candidate[], ranker: Linear): number[] {
  const score = new Score(ranker);
  const odds: number[] = [];
  candidateFeatures(tree, found, score, () => odds.push(Math.exp(Math.min(30, score.take()))));
  const all = odds.reduce((sum, x) => sum + x, 1);
  return odds.map((x) => x / all);
}

/** Of candidates that are much alike the one that agrees best with all of them: least expected error in words. */
function grouped(tree: Tree, found: readonly Candidate[], shares: readonly number[], least: number): Ranked[] {
  const all = found.map((candidate, i) => ({ candidate, mass: shares[i]! }));
  const pool = all.sort((a, b) => b.mass - a.mass).slice(0, pooled);
  const massOf = (some: readonly number[]) => some.reduce((sum, i) => sum + pool[i]!.mass, 0);
  const likeness = likenessOf(pool.map(({ candidate }) => extentOf(tree, candidate)));
  const chosen: Ranked[] = [];
  let left = [...pool.keys()];
  for (let n = 0; n < relations && left.length > 0 && massOf(left) >= least; n++) {
    const best = mostAgreed(left, pool, likeness);
    const group = left.filter((i) => i === best || likeness[best]![i]! > alike);
    chosen.push({ candidate: pool[best]!.candidate, mass: massOf(group) });
    left = left.filter((i) => !group.includes(i));
  }
  return chosen.filter(({ mass }) => mass >= least);
}

/** Each with each. */
function likenessOf(extents: readonly Extent[]): number[][] {
  const rows: number[][] = [];
  for (const [i, a] of extents.entries()) rows.push(extents.map((b, j) => (j < i ? rows[j]![i]! : similarity(a, b))));
  return rows;
}

/** The first of those left with which the mass of all that are left agrees most. */
function mostAgreed(
  left: readonly number[],
  pool: readonly Ranked[],
  likeness: readonly (readonly number[])[],
): number {
  let [best, most] = [left[0]!, -1];
  for (const i of left) {
    let agreement = 0;
    for (const j of left) agreement += pool[j]!.mass * likeness[i]![j]!;
    if (agreement > most) [best, most] = [i, agreement];
  }
  return best;
}

/** A relation's words as characters of the text, half-open, and how many they are. */
interface Extent {
  readonly cause: readonly [number, number];
  readonly effect: readonly [number, number];
  readonly size: number;
}

export function extentOf({ tokens }: Tree, { cause, effect }: Pick<Candidate, "cause" | "effect">): Extent {
  const characters = ({ from, to }: Range) => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0] as const;
  const [a, b] = [characters(cause), characters(effect)];
  return { cause: a, effect: b, size: a[1] - a[0] + b[1] - b[0] };
}

const shared = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Characters that two relations have in common, cause with cause and effect with effect, as an F score. */
export function similarity(a: Extent, b: Extent): number {
  const cause = shared(a.cause, b.cause);
  const effect = cause === 0 ? 0 : shared(a.effect, b.effect);
  return effect === 0 ? 0 : (2 * (cause + effect)) / (a.size + b.size);
}
