import type { Candidate } from "./candidates.js";
import { type Features, mix } from "./hashing.js";
import type { Page } from "./page.js";
import { type CONTENT, CUE, OUTSIDE, SOURCE, type Window } from "./window.js";

/** A reading as its features see it. */
export interface Reading {
  readonly page: Page;
  readonly candidate: Candidate;
  /** The label of each token of the window, as the reading has it. */
  readonly labels: Uint8Array;
  readonly window: Window;
  readonly lemma: number;
  readonly shape: number;
}

export type Part = typeof SOURCE | typeof CONTENT;

export const labelAt = ({ labels, window }: Reading, t: number): number => labels[t - window.from] ?? OUTSIDE;
export const isMark = (page: Page, t: number): boolean => page.upos[t] === "PUNCT";
export const size = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 13 ? 5 : n < 25 ? 6 : n < 45 ? 7 : 8);
const few = (n: number): number => (n < 3 ? n : n < 6 ? 3 : 4);

/** Neighbouring tokens as first and last. */
export function runsOf(tokens: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const t of tokens) {
    const last = runs.at(-1);
    if (last && t === last[1] + 1) last[1] = t;
    else runs.push([t, t]);
  }
  return runs;
}

/** How many words and pieces, on which side of the cue. */
export function extent(r: Reading, part: Part, tokens: readonly number[], pieces: number, f: Features): void {
  const { page, candidate, lemma, shape } = r;
  const [base, cue, count] = [part * 100, candidate.head, Math.min(pieces, 4)];
  const [rel, tag] = [page.relHash[cue]!, page.xposHash[cue]!];
  f.add(base, count);
  f.add(base + 1, count, lemma);
  f.add(base + 2, size(tokens.length));
  f.add(base + 3, size(tokens.length), lemma);
  f.add(base + 4, count, shape);
  f.add(base + 44, count, rel, tag);
  const side = sideOf(tokens, cue);
  f.add(base + 5, side, shape);
  f.add(base + 6, side, lemma);
  f.add(base + 7, side, rel, tag);
}

const sideOf = (tokens: readonly number[], cue: number): number =>
  tokens.length === 0 ? 0 : (tokens[0]! < cue ? 1 : 0) + (tokens.at(-1)! > cue ? 2 : 0);

/** Which branches of the tree the part takes up: on what its words hang, and what of theirs it leaves out. */
export function branches(r: Reading, part: Part, tokens: readonly number[], pieces: number, f: Features): void {
  const base = part * 100;
  let [tops, leaks] = [0, 0];
  for (const t of tokens) {
    if (isMark(r.page, t)) continue;
    if (isTop(r, part, t)) {
      tops++;
      topOf(r, base, t, f);
    }
    for (const child of r.page.children[t]!) {
      if (labelAt(r, child) === part || isMark(r.page, child)) continue;
      leaks++;
      leak(r, base, t, child, f);
    }
  }
  f.add(base + 15, few(tops), few(leaks));
  f.add(base + 16, few(tops), r.shape);
  f.add(base + 17, few(leaks), r.shape);
  f.add(base + 18, few(tops), Math.min(pieces, 4), sideOf(tokens, r.candidate.head));
}

const isTop = (r: Reading, part: Part, t: number): boolean => {
  const head = r.page.head[t]!;
  return head < 0 || labelAt(r, head) !== part;
};

/** What the reading takes another token for: 5 the cue itself, 9 nothing, else its label. */
const standing = (r: Reading, t: number): number => (t < 0 ? 9 : t === r.candidate.head ? 5 : labelAt(r, t));

function topOf(r: Reading, base: number, t: number, f: Features): void {
  const { page, candidate, lemma } = r;
  const head = page.head[t]!;
  const [rel, above, side] = [page.relHash[t]!, standing(r, head), t < candidate.head ? 1 : 2];
  f.add(base + 10, rel, above, side);
  f.add(base + 11, mix(rel, above), lemma);
  if (head >= 0) f.add(base + 12, mix(rel, above), page.uposHash[t]!, page.uposHash[head]!);
  f.add(base + 13, page.xposHash[t]!, above, mix(rel, side));
  if (head >= 0 && above !== 5) f.add(base + 14, rel, page.relHash[head]!, above);
}

function leak(r: Reading, base: number, t: number, child: number, f: Features): void {
  const { page, lemma } = r;
  const [rel, label, side] = [page.relHash[child]!, standing(r, child), child < t ? 1 : 2];
  f.add(base + 20, rel, label, side);
  f.add(base + 21, mix(rel, label), page.uposHash[t]!, page.uposHash[child]!);
  f.add(base + 22, mix(rel, label), page.lemmaHash[child]!);
  f.add(base + 23, mix(rel, label), lemma, side);
}

/** The words on both sides of a piece's two ends. */
export function edges(r: Reading, part: Part, a: number, b: number, k: number, pieces: number, f: Features): void {
  const { page, candidate, window, lemma } = r;
  const [base, side] = [part * 100, a < candidate.head ? 1 : 2];
  const [before, after] = [a - 1, b + 1 < page.size ? b + 1 : -1];
  const of = (values: Int32Array, t: number): number => (t < 0 ? 1 : values[t]!);
  const [left, right] = [a > window.from ? labelAt(r, before) : 7, b + 1 < window.to ? labelAt(r, after) : 7];
  const [first, last] = [page.lowerHash[a]!, page.lowerHash[b]!];
  f.add(base + 30, first, side, k ? 1 : 0);
  f.add(base + 31, of(page.lowerHash, before), left, side);
  f.add(base + 32, page.xposHash[a]!, of(page.xposHash, before), mix(side, left));
  f.add(base + 33, first, lemma, side);
  f.add(base + 34, of(page.lowerHash, before), first);
  f.add(base + 35, last, side);
  f.add(base + 36, of(page.lowerHash, after), right, side);
  f.add(base + 37, page.xposHash[b]!, of(page.xposHash, after), mix(side, right));
  f.add(base + 38, of(page.lowerHash, after), lemma, side);
  f.add(base + 39, of(page.lowerHash, after), last);
  f.add(base + 43, page.relHash[a]!, of(page.relHash, before), side);
  f.add(base + 45, page.relHash[b]!, of(page.relHash, after), side);
  const [opens, closes] = [isBreak(page, a) ? 1 : 0, isBreak(page, b + 1) ? 1 : 0];
  const [quoteBefore, quoteAfter] = [quoteStep(page, a, before), quoteStep(page, b, after)];
  f.add(base + 40, opens, quoteBefore, mix(side, k ? 1 : 0));
  f.add(base + 41, closes, quoteAfter, mix(side, k + 1 === pieces ? 1 : 0));
  f.add(base + 42, mix(opens, closes), mix(quoteBefore, quoteAfter), r.shape);
  f.add(base + 46, after < 0 ? 1 : mix(page.lowerHash[after]!, page.xposHash[b + 2] ?? 1), side, closes);
}

/** Whether a sentence begins at the token. */
const isBreak = (page: Page, t: number): boolean =>
  t === 0 || t >= page.size || page.sentence[t] !== page.sentence[t - 1];

/** From the token outwards: 2 the quotation goes on, 1 it ends here, 0 no quotation on either side, 3 one begins there. */
function quoteStep(page: Page, inner: number, outer: number): number {
  if (outer >= 0 && page.quote[inner] === page.quote[outer]) return page.quote[inner]! > 0 ? 2 : 0;
  return page.quote[inner]! > 0 ? 1 : 3;
}

/** What stands between two pieces of one part. */
export function gap(r: Reading, part: Part, a: number, b: number, f: Features): void {
  const { page, candidate } = r;
  let [cue, source, verb, marks] = [0, 0, 0, 1];
  for (let t = a; t <= b; t++) {
    const label = labelAt(r, t);
    if (t === candidate.head || label === CUE) cue = 1;
    if (label === SOURCE) source = 1;
    if (page.upos[t] === "VERB") verb = 1;
    if (!isMark(page, t)) marks = 0;
  }
  const [base, kind] = [part * 100, mix(mix(cue, source), mix(verb, marks))];
  f.add(base + 50, size(b - a + 1), kind);
  f.add(base + 51, page.lowerHash[a]!, kind);
  f.add(base + 52, page.lowerHash[a]!, page.lowerHash[b]!);
  f.add(base + 53, page.xposHash[a]!, page.xposHash[Math.min(a + 1, b)]!, kind);
  f.add(base + 54, kind, r.lemma);
  const whole = page.sentence[a - 1] === page.sentence[b + 1] ? 1 : 0;
  f.add(base + 55, kind, page.sentence[a] === page.sentence[b] ? 1 : 0, whole);
}
