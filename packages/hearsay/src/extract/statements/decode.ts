import { cueFeatures } from "./cue-features.js";
import { Features } from "./hashing.js";
import type { Page } from "./page.js";
import { RoleScores } from "./role-scores.js";
import { shapedSource } from "./source-shape.js";
import { surroundingsOf, verdictFeatures } from "./verdict-features.js";
import type { Weights } from "./weights.js";
import { CONTENT, CUE, labels, OUTSIDE, SOURCE, type Window, windowOf } from "./window.js";

/** One attribution as positions of tokens in the page, each list in text order. */
export interface Attribution {
  /** The token that the cue turns on. */
  readonly head: number;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** 0–1: how sure the cue is. */
  readonly score: number;
}

const L = labels.length;
export const contexts = 24;

/** True when the token may be a cue at all: any verb, and words that were seen as one. */
export const isCandidate = (page: Page, at: number, seen: ReadonlySet<string>): boolean =>
  page.upos[at] === "VERB" || seen.has(`${page.lemma[at]}/${page.upos[at]}`);

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * All attributions of the page. Every word that may be a cue is read with its source and content; then each reading is
 * judged in the light of the others, and of those that stand one inside the other the surer is kept.
 */
export function attributionsOf(page: Page, w: Weights): Attribution[] {
  const readings = readingsOf(page, w);
  const around = surroundingsOf(readings);
  const features = new Features(w.verdictBits);
  const judged = readings.map((a) => {
    verdictFeatures(page, a, around, features);
    return { ...a, score: logistic(dot(features, w.verdicts) * w.verdictScale) };
  });
  return outermost(judged.filter((a) => a.content.length > 0 && a.score >= w.threshold));
}

/** Cues from this probability on are read; the verdict decides among them. */
const floor = 0.08;

/** Each possible cue with what it would have as source and content. */
export function readingsOf(page: Page, w: Omit<Weights, "verdicts" | "verdictScale" | "verdictBits">): Attribution[] {
  const found: Attribution[] = [];
  const features = new Features(w.cueBits);
  const scores = new RoleScores(page, w);
  for (let at = 0; at < page.size; at++) {
    if (!isCandidate(page, at, w.candidates)) continue;
    cueFeatures(page, at, features);
    const score = logistic(dot(features, w.cues) * w.cueScale);
    if (score >= floor) found.push(rolesOf(page, windowOf(page, at), scores, w.transitions, score));
  }
  return found;
}

function dot(f: Features, table: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < f.count; i++) sum += table[f.slots[i]!]!;
  return sum;
}

/** Source, cue and content around one cue: the best sequence of labels. */
function rolesOf(
  page: Page,
  window: Window,
  scores: RoleScores,
  transitions: readonly number[],
  score: number,
): Attribution {
  const path = viterbi(page, window, scores.of(window), transitions);
  const source = shapedSource(
    page,
    labelled(path, window, SOURCE),
    window.cue,
    (t) => path[t - window.from] === OUTSIDE,
  );
  const own = new Set(source);
  const content = labelled(path, window, CONTENT).filter((t) => !own.has(t));
  return { head: window.cue, source, cue: labelled(path, window, CUE), content, score };
}

/** The tokens of a window that have a label. */
function labelled(path: Uint8Array, { from }: Window, label: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < path.length; i++) if (path[i] === label) found.push(from + i);
  return found;
}

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

/** The best label for each token of the window; the cue's own token is a cue. */
export function viterbi(
  page: Page,
  window: Window,
  emissions: Float64Array,
  transitions: readonly number[],
): Uint8Array {
  const size = window.to - window.from;
  const score = new Float64Array(size * L);
  const back = new Uint8Array(size * L);
  for (let i = 0; i < size; i++) {
    const t = window.from + i;
    const context = i > 0 ? transitionContext(page, window, t) * L * L : 0;
    for (let l = 0; l < L; l++) {
      let best = i === 0 ? 0 : Number.NEGATIVE_INFINITY;
      for (let p = 0; i > 0 && p < L; p++) {
        const s = score[(i - 1) * L + p]! + transitions[context + p * L + l]!;
        if (s > best) {
          best = s;
          back[i * L + l] = p;
        }
      }
      const forced = t === window.cue && l !== CUE ? -1e6 : 0;
      score[i * L + l] = best + emissions[i * L + l]! + forced;
    }
  }
  return trace(score, back, size);
}

function trace(score: Float64Array, back: Uint8Array, size: number): Uint8Array {
  const path = new Uint8Array(size);
  let label: number = OUTSIDE;
  for (let l = 1; l < L; l++) if (score[(size - 1) * L + l]! > score[(size - 1) * L + label]!) label = l;
  for (let i = size - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * L + label]!;
  }
  return path;
}

/** Drops what lies inside the content of another attribution, the surer first; and a second reading of the same cue. */
export function outermost(found: readonly Attribution[]): Attribution[] {
  const kept: Attribution[] = [];
  const inside = new Set<number>();
  const cues = new Set<number>();
  const order = [...found].sort((a, b) => b.score - a.score || a.head - b.head);
  for (const a of order) {
    if (inside.has(a.head) || cues.has(a.head)) continue;
    kept.push(a);
    for (const t of a.content) inside.add(t);
    for (const t of a.cue) cues.add(t);
  }
  const { contentOf } = surroundingsOf(kept);
  const within = (a: Attribution, b: Attribution) => b !== a && !a.content.includes(b.head);
  return kept.filter((a) => !(contentOf.get(a.head) ?? []).some((b) => within(a, b))).sort((a, b) => a.head - b.head);
}
