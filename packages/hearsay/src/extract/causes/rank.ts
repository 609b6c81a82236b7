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
  /** The best relations, no two alike; looked for only when asked. */
  readonly ranked: () => readonly Ranked[];
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
  return { causal: probability(score.take()), ranked: () => grouped(tree, found, shares), candidates: found };
}

/** Each candidate's part of the whole, "none of them" included. */
export function sharesOf(tree: Tree, found: readonly Candidate[], ranker: Linear): number[] {
  const score = new Score(ranker);
  const odds = found.map((candidate) => {
    candidateFeatures(tree, candidate, score);
    return Math.exp(Math.min(30, score.take()));
  });
  const all = odds.reduce((sum, x) => sum + x, 1);
  return odds.map((x) => x / all);
}

/** Of candidates that are much alike the one that agrees best with all of them: least expected error in words. */
function grouped(tree: Tree, found: readonly Candidate[], shares: readonly number[]): Ranked[] {
  const all = found.map((candidate, i) => ({ candidate, mass: shares[i]! }));
  const pool = all.sort((a, b) => b.mass - a.mass).slice(0, pooled);
  const likeness = pool.map((a) => pool.map((b) => similarity(tree, a.candidate, b.candidate)));
  const chosen: Ranked[] = [];
  let left = [...pool.keys()];
  while (left.length > 0 && chosen.length < relations) {
    const best = mostAgreed(left, pool, likeness);
    const group = left.filter((i) => i === best || likeness[best]![i]! > alike);
    chosen.push({ candidate: pool[best]!.candidate, mass: group.reduce((sum, i) => sum + pool[i]!.mass, 0) });
    left = left.filter((i) => !group.includes(i));
  }
  return chosen;
}

/** The first of those left with which the mass of all that are left agrees most. */
function mostAgreed(
  left: readonly number[],
  pool: readonly Ranked[],
  likeness: readonly (readonly number[])[],
): number {
  let [best, most] = [left[0]!, -1];
  for (const i of left) {
    const agreement = left.reduce((sum, j) => sum + pool[j]!.mass * likeness[i]![j]!, 0);
    if (agreement > most) [best, most] = [i, agreement];
  }
  return best;
}

const lengthOf = ({ tokens }: Tree, { from, to }: Range): number =>
  (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0);

function shared(tree: Tree, a: Range, b: Range): number {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from < to ? lengthOf(tree, { from, to }) : 0;
}

/** Characters that two relations have in common, cause with cause and effect with effect, as an F score. */
export function similarity(tree: Tree, a: Candidate, b: Candidate): number {
  const cause = shared(tree, a.cause, b.cause);
  const effect = cause === 0 ? 0 : shared(tree, a.effect, b.effect);
  if (effect === 0) return 0;
  const all = lengthOf(tree, a.cause) + lengthOf(tree, a.effect) + lengthOf(tree, b.cause) + lengthOf(tree, b.effect);
  return (2 * (cause + effect)) / all;
}
