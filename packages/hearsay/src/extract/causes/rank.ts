import { type Candidate, candidates } from "./candidates.js";
import { candidateFeatures, sentenceFeatures } from "./features.js";
import { type Linear, probabilityOf, scoreOf } from "./linear.js";
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
  const shares = sharesOf(
    found.map((c) => candidateFeatures(tree, c)),
    ranker,
  );
  const causal = probabilityOf(sentence, sentenceFeatures(tree, found, shares));
  return { causal, ranked: () => grouped(tree, found, shares), candidates: found };
}

/** Each candidate's part of the whole, "none of them" included. */
export function sharesOf(features: readonly (readonly string[])[], ranker: Linear): number[] {
  const odds = features.map((f) => Math.exp(Math.min(30, scoreOf(ranker, f))));
  const all = odds.reduce((sum, x) => sum + x, 1);
  return odds.map((x) => x / all);
}

/** Of candidates that are much alike the one that agrees best with all of them: least expected error in words. */
function grouped(tree: Tree, found: readonly Candidate[], shares: readonly number[]): Ranked[] {
  let pool = found
    .map((candidate, i) => ({ candidate, mass: shares[i] as number }))
    .sort((a, b) => b.mass - a.mass)
    .slice(0, pooled);
  const chosen: Ranked[] = [];
  while (pool.length > 0 && chosen.length < relations) {
    const agreement = pool.map((a) =>
      pool.reduce((sum, b) => sum + b.mass * similarity(tree, a.candidate, b.candidate), 0),
    );
    const best = (pool[agreement.indexOf(Math.max(...agreement))] as Ranked).candidate;
    const group = pool.filter(({ candidate }) => candidate === best || similarity(tree, best, candidate) > alike);
    chosen.push({ candidate: best, mass: group.reduce((sum, { mass }) => sum + mass, 0) });
    pool = pool.filter((other) => !group.includes(other));
  }
  return chosen;
}

const lengthOf = ({ tokens }: Tree, { from, to }: Range): number =>
  (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0);

function shared(tree: Tree, a: Range, b: Range): number {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from < to ? lengthOf(tree, { from, to }) : 0;
}

/** Characters that two relations have in common, cause with cause and effect with effect, as an F score. */
export function similarity(tree: Tree, a: Candidate, b: Candidate): number {
  const [cause, effect] = [shared(tree, a.cause, b.cause), shared(tree, a.effect, b.effect)];
  if (cause === 0 || effect === 0) return 0;
  const all = [a.cause, a.effect, b.cause, b.effect].reduce((sum, r) => sum + lengthOf(tree, r), 0);
  return (2 * (cause + effect)) / all;
}
