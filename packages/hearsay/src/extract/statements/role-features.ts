import { type Features, mix } from "./hashing.js";
import { capital, type Page } from "./page.js";
import { states, type View, viewOf, type Window } from "./window.js";

/**
 * Features that tokens have in common: two tokens with the same key, in the same window or anywhere in the same page, have
 * the same features of this group. Who reads many tokens keeps what a key comes to; who learns asks for each token.
 */
export interface Group {
  readonly within: "window" | "page";
  /** Keys are below this number. */
  keys(page: Page): number;
  /** −1: the token shares its features of this group with no other. */
  keyOf(view: View, t: number): number;
  add(view: View, t: number, f: Features): void;
}

/** Calls `each` with the features of every token of the window in turn. */
export function roleFeatures(page: Page, window: Window, f: Features, each: (token: number) => void): void {
  const view = viewOf(page, window);
  for (let t = window.from; t < window.to; t++) {
    f.clear();
    for (const group of groups) group.add(view, t, f);
    ownFeatures(view, t, f);
    each(t);
  }
}

const inSentence = ({ first, end }: View, t: number): boolean => t >= first && t < end;
const sideOf = ({ window: { cue } }: View, t: number): 0 | 1 | 2 => (t < cue ? 1 : t === cue ? 0 : 2);

/** Where quotations, commas and the cue stand. */
const byPlace: Group = {
  within: "window",
  keys: () => states * 12,
  keyOf: (view, t) => {
    const i = t - view.window.from;
    return (view.quotes[i]! * 4 + view.commas[i]!) * 3 + sideOf(view, t);
  },
  add: (view, t, f) => {
    const { page, window, shape, place } = view;
    const [cueLemma, before] = [page.lemmaHash[window.cue]!, t < window.cue];
    const [quote, comma] = [view.quotes[t - window.from]!, view.commas[t - window.from]!];
    const commas = comma * 2 + (before ? 0 : 1);
    f.add(0);
    f.add(3, quote);
    f.add(4, quote, shape);
    f.add(5, quote, commas);
    f.add(10, commas, shape);
    f.add(11, commas, quote, shape);
    f.add(12, quote, cueLemma);
    f.add(13, commas, cueLemma, before ? 1 : 2);
    const side = sideOf(view, t);
    f.add(70, place, comma, side);
    f.add(71, place, mix(comma, page.quote[t]! > 0 ? 1 : 0), side);
    f.add(73, place, mix(comma, side), page.relHash[window.cue]!);
    f.add(74, mix(place & 7, comma), cueLemma, side);
  },
};

const bucket = (d: number): number => (d <= 5 ? d : d <= 8 ? 6 : d <= 12 ? 7 : d <= 20 ? 8 : d <= 35 ? 9 : 10);
const signed = (d: number): number => (d < 0 ? -bucket(-d) : bucket(d));

const byDistance: Group = {
  within: "window",
  keys: () => 21,
  keyOf: ({ window }, t) => signed(t - window.cue) + 10,
  add: ({ page, window }, t, f) => {
    const distance = signed(t - window.cue);
    f.add(1, distance);
    f.add(2, distance, page.lemmaHash[window.cue]!);
  },
};

/** The token and its neighbours, on either side of the cue: the same in every window, but at its ends. */
const byWord: Group = {
  within: "page",
  keys: ({ size }) => size * 2,
  keyOf: ({ window }, t) => (t === window.from || t + 1 === window.to ? -1 : t * 2 + (t < window.cue ? 0 : 1)),
  add: ({ page, window }, t, f) => {
    const side = t < window.cue ? 1 : 2;
    const [lemma, tag] = [page.lemmaHash[t]!, page.xposHash[t]!];
    f.add(6, lemma);
    f.add(7, lemma, side);
    if (t > window.from) {
      f.add(14, page.lemmaHash[t - 1]!, side);
      f.add(15, page.xposHash[t - 1]!, tag, side);
      f.add(24, page.lemmaHash[t - 1]!, lemma, side);
    }
    if (t + 1 < window.to) {
      f.add(16, page.lemmaHash[t + 1]!, side);
      f.add(17, page.xposHash[t + 1]!, tag, side);
      f.add(25, page.lemmaHash[t + 1]!, lemma, side);
    }
  },
};

/** The branch of the tree that leaves the way up from the cue: its relation, and whether it stands before or behind. */
function branchOf({ page, paths, first, window }: View, t: number): { path: number; side: number; top: number } {
  const top = paths.top[t - first]!;
  const path = mix(paths.up[t - first]!, top >= 0 ? page.relHash[top]! : top);
  return { path, side: top < 0 ? 0 : top < window.cue ? 1 : 2, top };
}

const byBranch: Group = {
  within: "window",
  keys: ({ size }) => size + 2,
  keyOf: (view, t) => (inSentence(view, t) ? view.paths.top[t - view.first]! + 2 : -1),
  add: (view, t, f) => {
    if (!inSentence(view, t)) return;
    const { page, window, shape, place } = view;
    const { path, side, top } = branchOf(view, t);
    const cueLemma = page.lemmaHash[window.cue]!;
    f.add(40, path, side);
    f.add(41, path, cueLemma, side);
    f.add(43, path, shape, side);
    f.add(47, path, page.relHash[window.cue]!, side);
    f.add(55, path, page.xposHash[window.cue]!, mix(side, shape));
    f.add(56, path, place, side);
    if (top < 0) return;
    f.add(50, path, page.lemmaHash[top]!, side);
    f.add(51, path, page.xposHash[top]!, side);
    f.add(52, mix(path, markOf(page, top)), cueLemma, side);
    f.add(53, path, subjectLike(page, top), side);
  },
};

/** The word that introduces the branch: "that", "to", "as", "of". */
function markOf(page: Page, top: number): number {
  for (const child of page.children[top]!) {
    const rel = page.deprel[child]!;
    if (rel === "mark" || rel === "case") return page.lemmaHash[child]!;
  }
  return 0;
}

const subjectLike = (page: Page, top: number): number => capital(page, top) + (page.upos[top] === "PRON" ? 2 : 0);

/** How a token of a neighbouring sentence stands to the cue's: only quotations and distance tell. */
function beyond({ page, window: { cue } }: View, t: number): { offset: number; paragraphs: number; whole: number } {
  const own = page.sentence[t]!;
  const quoted = page.quote[page.first[own]!]! > 0 && page.quote[page.first[own + 1]! - 1]! > 0;
  return {
    offset: Math.max(-4, Math.min(4, own - page.sentence[cue]!)),
    paragraphs: Math.max(-2, Math.min(2, page.paragraph[t]! - page.paragraph[cue]!)),
    whole: quoted ? 1 : 0,
  };
}

const bySentence: Group = {
  within: "window",
  keys: () => 9 * 5 * 2 * states,
  keyOf: (view, t) => {
    if (inSentence(view, t)) return -1;
    const { offset, paragraphs, whole } = beyond(view, t);
    return (((offset + 4) * 5 + paragraphs + 2) * 2 + whole) * states + view.quotes[t - view.window.from]!;
  },
  add: (view, t, f) => {
    if (inSentence(view, t)) return;
    const { page, window, side } = view;
    const { offset, paragraphs, whole } = beyond(view, t);
    const quote = view.quotes[t - window.from]!;
    f.add(60, offset, quote, paragraphs);
    f.add(61, offset, quote, page.lemmaHash[window.cue]!);
    f.add(62, offset, whole, paragraphs);
    f.add(63, offset, quote, mix(whole, side));
    f.add(65, mix(offset, paragraphs), mix(quote, whole), side);
  },
};

export const groups: readonly Group[] = [byPlace, byDistance, byWord, byBranch, bySentence];

/** The features that a token shares with no other of its window. */
export function ownFeatures(view: View, t: number, f: Features): void {
  const { page, window, place } = view;
  const { cue } = window;
  const [lemma, tag, cueLemma] = [page.lemmaHash[t]!, page.xposHash[t]!, page.lemmaHash[cue]!];
  f.add(8, tag, signed(t - cue));
  f.add(9, lemma, cueLemma, t < cue ? 1 : 2);
  f.add(72, place, tag, mix(view.commas[t - window.from]!, sideOf(view, t)));
  if (Math.abs(t - cue) <= 4) {
    f.add(18, lemma, t - cue);
    f.add(19, tag, t - cue, page.xposHash[cue]!);
    f.add(20, lemma, t - cue, cueLemma);
    f.add(26, page.relHash[t]!, t - cue, page.relHash[cue]!);
  }
  if (inSentence(view, t)) onPath(view, t, f);
  else f.add(64, beyond(view, t).offset, lemma, view.quotes[t - window.from]!);
}

function onPath(view: View, t: number, f: Features): void {
  const { page, window, paths, shape, place } = view;
  const { path, side } = branchOf(view, t);
  const [down, depth] = [paths.down[t - view.first]!, paths.depth[t - view.first]!];
  const lemma = page.lemmaHash[t]!;
  const below = mix(path, down);
  f.add(42, path, down, side);
  f.add(44, path, page.xposHash[t]!, side);
  f.add(45, path, lemma, side);
  f.add(46, below, lemma, side);
  f.add(48, path, view.quotes[t - window.from]!, side);
  f.add(49, path, Math.min(depth, 5), mix(page.lemmaHash[window.cue]!, shape));
  f.add(54, below, t > 0 ? page.relHash[t - 1]! : 0, t + 1 < page.size ? page.relHash[t + 1]! : 0);
  f.add(57, path, mix(place, down), side);
}
