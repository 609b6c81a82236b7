import { type Features, mix } from "./hashing.js";
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

/** How each token of the cue's sentence hangs together with the cue in the tree. */
interface Paths {
  /** Relations from the cue up to where the token's branch leaves. */
  readonly up: Int32Array;
  /** Relation and index of the token that tops the branch. */
  readonly top: Int32Array;
  /** Relations down from the top of the branch to the token. */
  readonly down: Int32Array;
  readonly depth: Int32Array;
}

function pathsOf(page: Page, cue: number, from: number, to: number): Paths {
  const size = to - from;
  const [up, top, down] = [new Int32Array(size), new Int32Array(size).fill(-2), new Int32Array(size)];
  const depth = new Int32Array(size);
  const above = new Map<number, number>();
  let h = 17;
  for (let at = cue, n = 0; at >= 0 && n < 12; n++) {
    above.set(at, n < 4 ? h : 99);
    h = mix(h, page.relHash[at]!);
    at = page.head[at]!;
  }
  const visit = (t: number, guard: number): void => {
    const i = t - from;
    if (i < 0 || i >= size || top[i] !== -2 || guard > 60) return;
    const head = page.head[t]!;
    if (above.has(t) || head < 0) {
      top[i] = t === cue ? -1 : t;
      up[i] = above.get(t) ?? 98;
      down[i] = 1;
    } else if (above.has(head)) {
      top[i] = t;
      up[i] = above.get(head)!;
      depth[i] = 1;
    } else {
      visit(head, guard + 1);
      const p = head - from;
      top[i] = p >= 0 && p < size ? top[p]! : t;
      up[i] = p >= 0 && p < size ? up[p]! : 97;
      depth[i] = (p >= 0 && p < size ? depth[p]! : 0) + 1;
      down[i] = depth[i]! <= 3 ? mix(p >= 0 && p < size ? down[p]! : 3, page.relHash[t]!) : 96;
    }
  };
  for (let t = from; t < to; t++) visit(t, 0);
  return { up, top, down, depth };
}

/** Calls `each` with the features of every token of the window in turn. */
export function roleFeatures(page: Page, window: Window, f: Features, each: (token: number) => void): void {
  const { cue } = window;
  const own = page.sentence[cue]!;
  const [from, to] = [page.first[own]!, page.first[own + 1]!];
  const paths = pathsOf(page, cue, from, to);
  const commas = separators(page, window);
  const shape = cueShape(page, cue);
  const place = cuePlace(page, cue);
  for (let t = window.from; t < window.to; t++) {
    f.clear();
    common(page, window, t, commas, shape, f);
    byPlace(page, window, t, commas, place, f);
    if (t >= from && t < to) inSentence(page, cue, t, t - from, paths, [shape, place], f);
    else elsewhere(page, cue, t, f);
    each(t);
  }
}

/** Commas and the like between cue and token, up to three. */
function separators(page: Page, { cue, from, to }: Window): Int32Array {
  const out = new Int32Array(to - from);
  for (const step of [-1, 1]) {
    let n = 0;
    for (let t = cue + step; t >= from && t < to; t += step) {
      out[t - from] = Math.min(n, 3);
      if (/^[,;:—–]$/.test(page.lower[t]!) || page.lower[t] === "--") n++;
    }
  }
  return out;
}

/** The surroundings of the cue in one number: before or after its quotation, with or without a clause and subject. */
function cueShape(page: Page, cue: number): number {
  let shape = page.quote[cue]! > 0 ? 1 : 0;
  const own = page.sentence[cue]!;
  for (let t = page.first[own]!; t < page.first[own + 1]!; t++)
    if (page.quote[t]! > 0 && page.quote[t] !== page.quote[cue]) shape |= t < cue ? 2 : 4;
  for (const child of page.children[cue]!) {
    const rel = page.deprel[child]!;
    if (rel.startsWith("nsubj")) shape |= child < cue ? 8 : 16;
    if (rel === "ccomp" || rel === "xcomp" || rel === "parataxis") shape |= child < cue ? 32 : 64;
  }
  return shape;
}

/** Where the cue stands in its sentence: what follows it, what is left of the sentence, what opens the sentence. */
function cuePlace(page: Page, cue: number): number {
  const own = page.sentence[cue]!;
  const [first, last] = [page.first[own]!, page.first[own + 1]! - 1];
  const next = cue < last ? page.lower[cue + 1]! : "";
  const follows =
    next === ""
      ? 0
      : /^[.!?]/.test(next)
        ? 1
        : /^[,;—–]$|^--$/.test(next)
          ? 2
          : next === ":"
            ? 3
            : next === "that"
              ? 4
              : page.quote[cue + 1]! > 0
                ? 5
                : 6;
  const left = Math.min(3, Math.floor((last - cue) / 3));
  const lead = Math.min(3, Math.floor((cue - first) / 3));
  return follows + 8 * left + 32 * lead;
}

function byPlace(page: Page, w: Window, t: number, commas: Int32Array, place: number, f: Features): void {
  const comma = commas[t - w.from]!;
  const side = t < w.cue ? 1 : t === w.cue ? 0 : 2;
  const quote = page.quote[t]! > 0 ? 1 : 0;
  f.add(70, place, comma, side);
  f.add(71, place, mix(comma, quote), side);
  f.add(72, place, page.xposHash[t]!, mix(comma, side));
  f.add(73, place, mix(comma, side), page.relHash[w.cue]!);
  f.add(74, mix(place & 7, comma), page.lemmaHash[w.cue]!, side);
}

const bucket = (d: number): number => (d <= 5 ? d : d <= 8 ? 6 : d <= 12 ? 7 : d <= 20 ? 8 : d <= 35 ? 9 : 10);
const signed = (d: number): number => (d < 0 ? -bucket(-d) : bucket(d));

function common(page: Page, w: Window, t: number, commas: Int32Array, shape: number, f: Features): void {
  const { cue } = w;
  const distance = signed(t - cue);
  const cueLemma = page.lemmaHash[cue]!;
  const quote = quoteState(page, cue, t);
  const comma = commas[t - w.from]! * 2 + (t < cue ? 0 : 1);
  const [lemma, tag] = [page.lemmaHash[t]!, page.xposHash[t]!];
  f.add(0);
  f.add(1, distance);
  f.add(2, distance, cueLemma);
  f.add(3, quote);
  f.add(4, quote, shape);
  f.add(5, quote, comma);
  f.add(6, lemma);
  f.add(7, lemma, t < cue ? 1 : 2);
  f.add(8, tag, distance);
  f.add(9, lemma, cueLemma, t < cue ? 1 : 2);
  f.add(10, comma, shape);
  f.add(11, comma, quote, shape);
  f.add(12, quote, cueLemma);
  f.add(13, comma, cueLemma, t < cue ? 1 : 2);
  const [before, after] = [t > w.from ? t - 1 : -1, t + 1 < w.to ? t + 1 : -1];
  const side = t < cue ? 1 : 2;
  if (before >= 0) {
    f.add(14, page.lemmaHash[before]!, side);
    f.add(15, page.xposHash[before]!, tag, side);
    f.add(24, page.lemmaHash[before]!, lemma, side);
  }
  if (after >= 0) {
    f.add(16, page.lemmaHash[after]!, side);
    f.add(17, page.xposHash[after]!, tag, side);
    f.add(25, page.lemmaHash[after]!, lemma, side);
  }
  if (Math.abs(t - cue) <= 4) {
    f.add(18, lemma, t - cue);
    f.add(19, tag, t - cue, page.xposHash[cue]!);
    f.add(20, lemma, t - cue, cueLemma);
    f.add(26, page.deprel[t] === "" ? 0 : page.relHash[t]!, t - cue, page.relHash[cue]!);
  }
}

/** Inside a quotation or not, which side of the cue, the cue's own quotation, first or last token of it. */
function quoteState(page: Page, cue: number, t: number): number {
  const q = page.quote[t]!;
  if (q === 0) {
    const next = t + 1 < page.size && page.quote[t + 1]! > 0 ? 1 : 0;
    const last = t > 0 && page.quote[t - 1]! > 0 ? 1 : 0;
    return next + 2 * last + (t < cue ? 0 : 4);
  }
  const edge = (t === 0 || page.quote[t - 1] !== q ? 1 : 0) + (t + 1 === page.size || page.quote[t + 1] !== q ? 2 : 0);
  return 16 + edge + (q === page.quote[cue] ? 4 : 0) + (t < cue ? 0 : 8);
}

function inSentence(
  page: Page,
  cue: number,
  t: number,
  i: number,
  paths: Paths,
  [shape, place]: readonly [number, number],
  f: Features,
): void {
  const cueLemma = page.lemmaHash[cue]!;
  const [up, down] = [paths.up[i]!, paths.down[i]!];
  const topAt = paths.top[i]!;
  const top = topAt >= 0 ? page.relHash[topAt]! : topAt;
  const side = topAt < 0 ? 0 : topAt < cue ? 1 : 2;
  const path = mix(up, top);
  f.add(40, path, side);
  f.add(41, path, cueLemma, side);
  f.add(42, path, down, side);
  f.add(43, path, shape, side);
  f.add(44, path, page.xposHash[t]!, side);
  f.add(45, path, page.lemmaHash[t]!, side);
  f.add(46, mix(path, down), page.lemmaHash[t]!, side);
  f.add(47, path, page.relHash[cue]!, side);
  f.add(48, path, quoteState(page, cue, t), side);
  f.add(49, path, Math.min(paths.depth[i]!, 5), mix(cueLemma, shape));
  if (topAt >= 0) {
    f.add(50, path, page.lemmaHash[topAt]!, side);
    f.add(51, path, page.xposHash[topAt]!, side);
    f.add(52, mix(path, markOf(page, topAt)), cueLemma, side);
    f.add(53, path, subjectLike(page, topAt), side);
  }
  f.add(54, mix(path, down), t > 0 ? page.relHash[t - 1]! : 0, t + 1 < page.size ? page.relHash[t + 1]! : 0);
  f.add(55, path, page.xposHash[cue]!, mix(side, shape));
  f.add(56, path, place, side);
  f.add(57, path, mix(place, down), side);
}

/** The word that introduces the branch: "that", "to", "as", "of". */
function markOf(page: Page, top: number): number {
  for (const child of page.children[top]!) {
    const rel = page.deprel[child]!;
    if (rel === "mark" || rel === "case") return page.lemmaHash[child]!;
  }
  return 0;
}

const subjectLike = (page: Page, top: number): number =>
  (/^\p{Lu}/u.test(page.text[page.start[top]!]!) ? 1 : 0) + (page.upos[top] === "PRON" ? 2 : 0);

/** A token of a neighbouring sentence: only quotations and distance tell. */
function elsewhere(page: Page, cue: number, t: number, f: Features): void {
  const offset = Math.max(-4, Math.min(4, page.sentence[t]! - page.sentence[cue]!));
  const quote = quoteState(page, cue, t);
  const paragraphs = Math.max(-2, Math.min(2, page.paragraph[t]! - page.paragraph[cue]!));
  const own = page.sentence[t]!;
  const whole = page.quote[page.first[own]!]! > 0 && page.quote[page.first[own + 1]! - 1]! > 0 ? 1 : 0;
  f.add(60, offset, quote, paragraphs);
  f.add(61, offset, quote, page.lemmaHash[cue]!);
  f.add(62, offset, whole, paragraphs);
  f.add(63, offset, quote, mix(whole, cueSide(page, cue)));
  f.add(64, offset, page.lemmaHash[t]!, quote);
  f.add(65, mix(offset, paragraphs), mix(quote, whole), cueSide(page, cue));
}

/** Whether the cue's sentence holds quotations before and after the cue, and ends in one. */
function cueSide(page: Page, cue: number): number {
  const own = page.sentence[cue]!;
  let sides = 0;
  for (let t = page.first[own]!; t < page.first[own + 1]!; t++) if (page.quote[t]! > 0) sides |= t < cue ? 1 : 2;
  const last = page.first[own + 1]! - 1;
  return sides + (page.quote[last]! > 0 ? 4 : 0) + (page.quote[page.first[own]!]! > 0 ? 8 : 0);
}
