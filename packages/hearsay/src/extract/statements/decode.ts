import { isPlea } from "../plea.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { type Choices, Chooser } from "./choice.js";
import { cueFeatures } from "./cue-features.js";
import { Features } from "./hashing.js";
import type { Page } from "./page.js";
import { RoleScores } from "./role-scores.js";
import { surroundingsOf, VerdictFeatures } from "./verdict-features.js";
import type { Weights } from "./weights.js";
import { type Window, windowOf } from "./window.js";

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

/** True when the token may be a cue at all: any verb, and words that were seen as one. */
export const isCandidate = (page: Page, at: number, seen: ReadonlySet<string>): boolean =>
  (page.upos[at] === "VERB" || seen.has(`${page.lemma[at]}/${page.upos[at]}`)) && !isPlea(page.lemma, at);

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * All attributions of the page. Every word that may be a cue is read with its source and content; then each reading is
 * judged in the light of the others, and of those that stand one inside the other the surer is kept.
 */
export function attributionsOf(page: Page, w: Weights): Attribution[] {
  const readings = readingsOf(page, w);
  const around = surroundingsOf(readings);
  const features = new VerdictFeatures(w.verdictBits);
  const judged = readings.map((a) => ({
    ...a,
    score: logistic(dot(features.of(page, a, around), w.verdicts) * w.verdictScale),
  }));
  const least = (a: Attribution) => (isTold(page, a) ? w.threshold / 2 : w.threshold);
  return outermost(judged.filter((a) => a.content.length > 0 && a.score >= least(a)));
}

const tells = new Set(["say", "tell", "announce", "warn", "claim", "insist"]);

/** "Roe, who told the council the mill was sold, left": rare in what was learnt from, and certain in form. */
const isTold = (page: Page, { head, source, content }: Attribution): boolean =>
  source.length === 1 && page.lower[source[0]!] === "who" && tells.has(page.lemma[head]!) && content.length > 3;

/** Cues from this probability on are read; the verdict decides among them. */
const floor = 0.08;
/** A cue less likely than this is read in its likeliest way only: few of them are kept, and choosing takes half of the time. */
const likely = 0.2;

/** The models of cues and roles, which find ways to read a cue. */
export type Finders = Omit<Readers, keyof Choices>;
/** Those with the choice among the ways: all before the verdict. */
export type Readers = Omit<Weights, "verdicts" | "verdictScale" | "verdictBits">;

/** Each possible cue with what it would have as source and content. */
export function readingsOf(page: Page, w: Readers): Attribution[] {
  const chooser = new Chooser(w);
  const found: Attribution[] = [];
  for (const { window, candidates, score } of waysToRead(page, w)) {
    const { head, source, cue, content } = chooser.best(page, window, candidates);
    found.push({ head, source, cue, content, score });
  }
  return found;
}

/** A possible cue with its probability and the ways to read source and content around it. */
export interface Ways {
  readonly window: Window;
  readonly candidates: readonly Candidate[];
  readonly score: number;
}

export function* waysToRead(page: Page, w: Finders): Generator<Ways> {
  const features = new Features(w.cueBits);
  const scores = new RoleScores(page, w);
  for (let at = 0; at < page.size; at++) {
    if (!isCandidate(page, at, w.candidates)) continue;
    cueFeatures(page, at, features);
    const score = logistic(dot(features, w.cues) * w.cueScale);
    if (score < floor) continue;
    const window = windowOf(page, at);
    yield {
      window,
      candidates: candidatesOf(page, window, scores.of(window), w.transitions, score < likely ? 1 : undefined),
      score,
    };
  }
}

function dot(f: Features, table: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < f.count; i++) sum += table[f.slots[i]!]!;
  return sum;
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
