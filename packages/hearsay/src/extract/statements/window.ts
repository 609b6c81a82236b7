import { mix } from "./hashing.js";
import type { Page } from "./page.js";

/** The labels a token can have with respect to one cue. */
export const labels = ["outside", "source", "content", "cue"] as const;
export const [OUTSIDE, SOURCE, CONTENT, CUE] = [0, 1, 2, 3] as const;

/** The tokens that one cue may have as source or content: [from, to) in the page. */
export interface Window {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
}

const maxSentences = 8;
const maxTokens = 250;

/** The cue's sentence, with the quoted sentences right before and after it. */
export function windowOf(page: Page, cue: number): Window {
  const own = page.sentence[cue]!;
  let [a, b] = [own, own];
  while (a > 0 && own - a < maxSentences && page.quote[page.first[a]! - 1]! > 0 && near(page, a)) a--;
  const last = page.first.length - 2;
  while (b < last && b - own < maxSentences && page.quote[page.first[b + 1]!]! > 0) b++;
  const from = Math.max(page.first[a]!, cue - maxTokens);
  return { cue, from, to: Math.min(page.first[b + 1]!, cue + maxTokens) };
}

/** The sentence before ends in a quotation within the same paragraph, or the one right before it. */
const near = (page: Page, sentence: number): boolean => {
  const i = page.first[sentence]!;
  return page.paragraph[i]! - page.paragraph[i - 1]! <= 1;
};

/** A window with all that its tokens' features ask for. Lists begin at the window's first token, paths at the sentence's. */
export interface View {
  readonly page: Page;
  readonly window: Window;
  /** The cue's sentence: [first, end) in the page. */
  readonly first: number;
  readonly end: number;
  readonly paths: Paths;
  /** Commas and the like between cue and token, up to three. */
  readonly commas: Uint8Array;
  /** How each token stands to quotations and the cue, as one number below `states`. */
  readonly quotes: Uint8Array;
  /** The surroundings of the cue, and its place in its sentence, as numbers. */
  readonly shape: number;
  readonly place: number;
  readonly side: number;
}

export function viewOf(page: Page, window: Window): View {
  const { cue } = window;
  const own = page.sentence[cue]!;
  const [first, end] = [page.first[own]!, page.first[own + 1]!];
  return {
    page,
    window,
    first,
    end,
    paths: pathsOf(page, cue, first, end),
    commas: separators(page, window),
    quotes: quoteStates(page, window),
    shape: cueShape(page, cue, first, end),
    place: cuePlace(page, cue, first, end - 1),
    side: cueSide(page, cue, first, end),
  };
}

/** How each token of the cue's sentence hangs together with the cue in the tree. */
export interface Paths {
  /** Relations from the cue up to where the token's branch leaves. */
  readonly up: Int32Array;
  /** The token that tops the branch; −1 for the cue itself. Tokens of one branch have one way up. */
  readonly top: Int32Array;
  /** Relations down from the top of the branch to the token. */
  readonly down: Int32Array;
  readonly depth: Int32Array;
}

function pathsOf(page: Page, cue: number, from: number, to: number): Paths {
  const size = to - from;
  const [up, top, down] = [new Int32Array(size), new Int32Array(size).fill(-2), new Int32Array(size)];
  const depth = new Int32Array(size);
  const isAbove = new Uint8Array(size);
  let h = 17;
  for (let at = cue, n = 0; at >= 0 && n < 12; n++) {
    isAbove[at - from] = 1;
    up[at - from] = n < 4 ? h : 99;
    h = mix(h, page.relHash[at]!);
    at = page.head[at]!;
  }
  const visit = (i: number, guard: number): void => {
    if (top[i] !== -2 || guard > 60) return;
    const head = page.head[from + i]! < 0 ? -1 : page.head[from + i]! - from;
    if (isAbove[i] === 1 || head < 0) {
      top[i] = from + i === cue ? -1 : from + i;
      if (isAbove[i] === 0) up[i] = 98;
      down[i] = 1;
    } else if (isAbove[head] === 1) {
      top[i] = from + i;
      up[i] = up[head]!;
      depth[i] = 1;
    } else {
      visit(head, guard + 1);
      top[i] = top[head]!;
      up[i] = up[head]!;
      depth[i] = depth[head]! + 1;
      down[i] = depth[i]! <= 3 ? mix(down[head]!, page.relHash[from + i]!) : 96;
    }
  };
  for (let i = 0; i < size; i++) visit(i, 0);
  return { up, top, down, depth };
}

function separators(page: Page, { cue, from, to }: Window): Uint8Array {
  const out = new Uint8Array(to - from);
  for (const step of [-1, 1]) {
    let n = 0;
    for (let t = cue + step; t >= from && t < to; t += step) {
      out[t - from] = n;
      if (n < 3 && page.pause[t] === 1) n++;
    }
  }
  return out;
}

/** How many numbers `View.quotes` can hold. */
export const states = 32;

/** Inside a quotation (16 and more) or not, which side of the cue, the cue's own quotation, first or last token of it. */
function quoteStates({ quote, size }: Page, { cue, from, to }: Window): Uint8Array {
  const out = new Uint8Array(to - from);
  for (let t = from; t < to; t++) {
    const q = quote[t]!;
    const [last, next] = [t > 0 ? quote[t - 1]! : 0, t + 1 < size ? quote[t + 1]! : 0];
    if (q === 0) out[t - from] = (next > 0 ? 1 : 0) + (last > 0 ? 2 : 0) + (t < cue ? 0 : 4);
    else {
      const edges = (last !== q ? 1 : 0) + (next !== q ? 2 : 0);
      out[t - from] = 16 + edges + (q === quote[cue] ? 4 : 0) + (t < cue ? 0 : 8);
    }
  }
  return out;
}

/** The surroundings of the cue in one number: before or after its quotation, with or without a clause and subject. */
export function cueShape(page: Page, cue: number, first: number, end: number): number {
  let shape = page.quote[cue]! > 0 ? 1 : 0;
  for (let t = first; t < end; t++)
    if (page.quote[t]! > 0 && page.quote[t] !== page.quote[cue]) shape |= t < cue ? 2 : 4;
  for (const child of page.children[cue]!) {
    const rel = page.deprel[child]!;
    if (rel.startsWith("nsubj")) shape |= child < cue ? 8 : 16;
    if (rel === "ccomp" || rel === "xcomp" || rel === "parataxis") shape |= child < cue ? 32 : 64;
  }
  return shape;
}

/** Where the cue stands in its sentence: what follows it, what is left of the sentence, what opens the sentence. */
function cuePlace(page: Page, cue: number, first: number, last: number): number {
  const left = Math.min(3, Math.floor((last - cue) / 3));
  const lead = Math.min(3, Math.floor((cue - first) / 3));
  return (cue < last ? following(page, cue + 1) : 0) + 8 * left + 32 * lead;
}

function following(page: Page, next: number): number {
  const word = page.lower[next]!;
  if (/^[.!?]/.test(word)) return 1;
  if (word === ":") return 3;
  if (page.pause[next] === 1) return 2;
  if (word === "that") return 4;
  return page.quote[next]! > 0 ? 5 : 6;
}

/** Whether the cue's sentence holds quotations before and after the cue, and ends in one. */
function cueSide(page: Page, cue: number, first: number, end: number): number {
  let sides = 0;
  for (let t = first; t < end; t++) if (page.quote[t]! > 0) sides |= t < cue ? 1 : 2;
  return sides + (page.quote[end - 1]! > 0 ? 4 : 0) + (page.quote[first]! > 0 ? 8 : 0);
}
