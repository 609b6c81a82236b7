import type { Page } from "./page.js";
import { CUE, labels, OUTSIDE, type Window } from "./window.js";

const L = labels.length;
export const contexts = 24;

/** What stands between two tokens, as one number: only punctuation, quotations and sentence ends matter. */
export function transitionContext(page: Page, window: Window, t: number): number {
  let kind = 0;
  if (page.sentence[t] !== page.sentence[t - 1]) kind = page.quote[t]! > 0 ? 1 : 2;
  else if (page.quote[t] !== page.quote[t - 1]) kind = page.quote[t]! > 0 ? 3 : 4;
  else if (page.pause[t - 1] === 1) kind = 5;
  else if (page.pause[t] === 1) kind = 6;
  else if (t === window.cue) kind = 7;
  else if (t - 1 === window.cue) kind = 8;
  else if (page.head[t] === t - 1 || page.head[t - 1] === t) kind = 9;
  else if (page.head[t] === page.head[t - 1]) kind = 10;
  else kind = 11;
  return kind * 2 + (t <= window.cue ? 0 : 1);
}

/** A label for each token of a window, and what the sequence comes to. */
export interface Path {
  readonly labels: Uint8Array;
  readonly score: number;
}

/** The best label for each token of the window; the cue's own token is a cue. */
export const viterbi = (page: Page, window: Window, emissions: Float64Array, transitions: readonly number[]) =>
  bestPaths(page, window, emissions, transitions, 1)[0]!.labels;

/** The `most` best sequences of labels, the best first (list Viterbi: each label keeps its `most` best beginnings). */
export function bestPaths(
  page: Page,
  window: Window,
  emissions: Float64Array,
  transitions: readonly number[],
  most: number,
): Path[] {
  const size = window.to - window.from;
  const lattice = { score: new Float64Array(size * L * most).fill(Number.NEGATIVE_INFINITY), back: new Int16Array(0) };
  const { score } = lattice;
  lattice.back = new Int16Array(size * L * most);
  for (let l = 0; l < L; l++) score[l * most] = emissions[l]! + forced(window, window.from, l);
  for (let i = 1; i < size; i++) {
    const t = window.from + i;
    const context = transitionContext(page, window, t) * L * L;
    for (let l = 0; l < L; l++)
      extendPaths(lattice, transitions, { i, l, context, most, gain: emissions[i * L + l]! + forced(window, t, l) });
  }
  return endings(score, size, most).map(([last, total]) => ({
    labels: trace(lattice.back, last, size, most),
    score: total,
  }));
}

const forced = (window: Window, t: number, l: number): number => (t === window.cue && l !== CUE ? -1e6 : 0);

interface Lattice {
  readonly score: Float64Array;
  back: Int16Array;
}

interface Step {
  readonly i: number;
  readonly l: number;
  readonly context: number;
  readonly most: number;
  readonly gain: number;
}

const next = new Uint8Array(L);

/** The best beginnings that end in label `l` at `i`: the four sorted lists of the token before, merged. */
function extendPaths({ score, back }: Lattice, transitions: readonly number[], { i, l, context, most, gain }: Step) {
  next.fill(0);
  const to = (i * L + l) * most;
  for (let k = 0; k < most; k++) {
    let [best, from] = [Number.NEGATIVE_INFINITY, -1];
    for (let p = 0; p < L; p++) {
      if (next[p]! >= most) continue;
      const s = score[((i - 1) * L + p) * most + next[p]!]! + transitions[context + p * L + l]!;
      if (s > best) [best, from] = [s, p];
    }
    if (from < 0) return;
    score[to + k] = best + gain;
    back[to + k] = from * most + next[from]!;
    next[from]!++;
  }
}

/** Where the best sequences end, as label and place in its list, with their scores. */
function endings(score: Float64Array, size: number, most: number): [number, number][] {
  const all: [number, number][] = [];
  for (let k = 0; k < L * most; k++) {
    const s = score[(size - 1) * L * most + k]!;
    if (s > -1e5) all.push([k, s]);
  }
  all.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return all.length > 0 ? all.slice(0, most) : [[OUTSIDE * most, 0]];
}

function trace(back: Int16Array, last: number, size: number, most: number): Uint8Array {
  const path = new Uint8Array(size);
  let at = last;
  for (let i = size - 1; i >= 0; i--) {
    path[i] = Math.floor(at / most);
    at = back[i * L * most + at]!;
  }
  return path;
}
