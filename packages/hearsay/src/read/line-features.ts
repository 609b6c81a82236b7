import { digit, endOfRun, letter, runsOf, widthAt } from "./characters.js";
import { isLong, type Measured } from "./measured.js";
import type { Wording } from "./wording.js";

/** Part of what the models learnt: the order must not change. */
const cueReasons = [
  "cookies",
  "newsletter",
  "paywall",
  "promotion",
  "advertisement",
  "teaser",
  "navigation",
  "share",
  "comments",
  "tags",
  "copyright",
  "disclaimer",
  "correction",
  "author-note",
];

/** The measures of a line that need nothing but the line. */
export const wordingColumns: readonly (readonly [string, (w: Wording) => number])[] = [
  ["words", (w) => w.words],
  ["wordLength", (w) => w.wordLength],
  ["stopWords", (w) => w.stopWords],
  ["capitalised", (w) => w.capitalised],
  ["capitals", (w) => w.capitals],
  ["digits", (w) => w.digits],
  ["commas", (w) => w.commas / Math.max(1, w.words)],
  ["separators", (w) => w.separators],
  ["sentences", (w) => w.sentences],
  ["ending", (w) => w.ending],
  ["beginning", (w) => w.beginning],
  ["quotes", (w) => w.quotes],
  ["symbols", (w) => w.symbols],
  ["dated", (w) => +w.dated],
  ["credit", (w) => +w.credit],
  ["address", (w) => +w.address],
  ["person", (w) => w.firstOrSecondPerson],
  ["imperative", (w) => +w.imperative],
  ["cue", (w) => (w.cue === null ? -1 : cueReasons.indexOf(w.cue.reason))],
];
const width = wordingColumns.length;
/** Of these, the ones that a line's neighbours are asked for. */
const neighbourColumns = ["words", "ending", "stopWords", "cue", "capitalised"];
const neighbourAt = neighbourColumns.map((name) => wordingColumns.findIndex(([column]) => column === name));
const neighbours = [-3, -2, -1, 1, 2, 3];

const windowSize = 6;

/** Names of the columns that `lineRow` fills, in order. */
export const lineColumns: readonly string[] = [
  ...wordingColumns.map(([name]) => name),
  ...neighbours.flatMap((at) => neighbourColumns.map((name) => `${name}${at}`)),
  "index",
  "indexEnd",
  "wordsBefore",
  "longBefore",
  "longAfter",
  "toLongBefore",
  "toLongAfter",
  "fromTitle",
  "titleOverlap",
  "repeats",
  "windowLong",
  "windowShort",
  "lines",
  "longs",
  "nearLongWords",
  "fromLastCue",
  "toNextCue",
  "fromByline",
  "headingCue",
  "toHeading",
  "headingWords",
];

/** Everything about the page as a whole that the rows share. */
export interface Survey {
  readonly items: readonly Measured[];
  /** The values of `wordingColumns`, line after line. */
  readonly measures: Float64Array;
  readonly wordsBefore: Float64Array;
  readonly longBefore: Int32Array;
  readonly lastLong: Int32Array;
  readonly nextLong: Int32Array;
  readonly lastCue: Int32Array;
  readonly nextCue: Int32Array;
  readonly totalWords: number;
  readonly longs: number;
  readonly title: number;
  readonly titleOverlap: Float64Array;
  readonly repeats: Map<string, number>;
  readonly byline: number;
  /** Index of the nearest line before that looks like a heading, -1 for none. */
  readonly heading: Int32Array;
  /** What that line announces: an index of `headingCues`, −1 for none of them. */
  readonly headingCue: Int32Array;
}

const wordsOf = (text: string): string[] => runsOf(text.toLowerCase(), letter | digit);

/** Surveys the lines of a page or text once for all rows. */
export function survey(items: readonly Measured[], title: string): Survey {
  const n = items.length;
  const measures = new Float64Array(n * width);
  const wordsBefore = new Float64Array(n + 1);
  const longBefore = new Int32Array(n + 1);
  const [lastLong, nextLong, lastCue, nextCue] = [
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
  ];
  const repeats = new Map<string, number>();
  for (let i = 0, last = -100, cue = -100; i < n; i++) {
    const item = items[i]!;
    for (let column = 0; column < width; column++)
      measures[i * width + column] = wordingColumns[column]![1](item.wording);
    wordsBefore[i + 1] = wordsBefore[i]! + item.wording.words;
    longBefore[i + 1] = longBefore[i]! + +isLong(item);
    lastLong[i] = i - last;
    lastCue[i] = i - cue;
    if (isLong(item)) last = i;
    if (item.wording.cue !== null) cue = i;
    repeats.set(item.text, (repeats.get(item.text) ?? 0) + 1);
  }
  for (let i = n - 1, next = n + 100, cue = n + 100; i >= 0; i--) {
    nextLong[i] = next - i;
    nextCue[i] = cue - i;
    if (isLong(items[i]!)) next = i;
    if (items[i]!.wording.cue !== null) cue = i;
  }
  const titleOverlap = overlaps(items, title);
  const heading = new Int32Array(n);
  const cues = new Int32Array(n);
  for (let i = 0, last = -1, cue = -1; i < n; i++) {
    heading[i] = last;
    cues[i] = cue;
    if (isHeading(items[i]!)) [last, cue] = [i, headingCue(items[i]!.text)];
  }
  return {
    items,
    measures,
    wordsBefore,
    longBefore,
    lastLong,
    nextLong,
    lastCue,
    nextCue,
    totalWords: wordsBefore[n]!,
    longs: longBefore[n]!,
    title: titleIndex(items, titleOverlap),
    titleOverlap,
    repeats,
    heading,
    headingCue: cues,
    byline: items.findIndex((item) => /^by\s+\p{Lu}/iu.test(item.text) && item.wording.words < 12),
  };
}

/** Marked as a heading, or without markup: a short line without a stop, followed by nothing of its own kind. */
const isHeading = ({ block, wording }: Measured): boolean =>
  block === null
    ? wording.words <= 12 &&
      (wording.ending === 0 || wording.ending === 2 || wording.ending === 3) &&
      wording.beginning <= 2
    : /^h[1-6]$/.test(block.kind);

const headingCues: readonly RegExp[] = [
  /\b(?:related|recommend|more|similar|also like|read next|up next|latest|recent|popular|trending|most read|further|you may|you might|explore|keep reading|other|next|previous|mehr|weitere|auch|verwandt|articles|artikel|lire aussi|à lire|dernières|relacionad|más|lee también|correlati|leggi anche|relacionadas|читайте|похожие|по теме)\b/iu,
  /\b(?:comment|repl(?:y|ies)|discussion|response|kommentar|commentaire|comentario|commenti|reacties|обсуждение|комментар)/iu,
  /\b(?:about|author|written by|contributor|bio|contact|follow|share|connect|subscribe|newsletter|sign up|join|get started|download|try|book|demo|call|quote|free)\b/iu,
  /\b(?:categor|tags?|archives?|search|menu|navigation|links|quick|products?|services?|company|resources|support|legal|privacy|cookie|contents?|topics|sections)\b/iu,
  /\b(?:references?|sources?|footnotes?|bibliography|citations?|notes|quellen|einzelnachweise)\b/iu,
  /\b(?:faq|frequently|questions|conclusion|summary|takeaways?|key|overview|introduction|final thoughts)\b/iu,
];

const headingCue = (text: string): number => headingCues.findIndex((cue) => text.length < 120 && cue.test(text));

function overlaps(items: readonly Measured[], title: string): Float64Array {
  const wanted = new Set(wordsOf(title));
  const found = new Float64Array(items.length);
  if (wanted.size < 2) return found;
  const kinds = new Set([...wanted].map((word) => kindOf(word, 0, word.length)));
  for (let i = 0; i < items.length; i++) {
    const { text, wording } = items[i]!;
    if (wording.words > 60 || !holdsAny(text.toLowerCase(), wanted, kinds)) continue;
    const words = new Set(wordsOf(text));
    let shared = 0;
    for (const word of words) if (wanted.has(word)) shared++;
    found[i] = shared / Math.max(1, wanted.size + words.size - shared);
  }
  return found;
}

/** A word's length and first letter: what most words of a line differ in from those of the title. */
const kindOf = (text: string, from: number, to: number): number => (to - from) * 0x10000 + text.charCodeAt(from);

function holdsAny(text: string, wanted: ReadonlySet<string>, kinds: ReadonlySet<number>): boolean {
  for (let i = 0; i < text.length; ) {
    const end = endOfRun(text, i, letter | digit);
    if (end > i && kinds.has(kindOf(text, i, end)) && wanted.has(text.slice(i, end))) return true;
    i = end > i ? end : i + widthAt(text, i);
  }
  return false;
}

function titleIndex(items: readonly Measured[], overlap: Float64Array): number {
  let best = -1;
  for (let i = 0; i < items.length; i++) {
    const value = overlap[i]! + (items[i]!.block?.kind === "h1" ? 0.3 : 0);
    if (value > 0.45 && (best < 0 || value > overlap[best]! + (items[best]!.block?.kind === "h1" ? 0.3 : 0) + 0.01))
      best = i;
  }
  return best;
}

/** Appends the values of `lineColumns` for one line. */
export function lineValues(all: Survey, i: number, out: number[]): void {
  const { items, measures } = all;
  const { text } = items[i]!;
  const n = items.length;
  for (let at = i * width; at < (i + 1) * width; at++) out.push(measures[at]!);
  for (const step of neighbours) {
    const other = i + step;
    for (const column of neighbourAt) out.push(other < 0 || other >= n ? -2 : measures[other * width + column]!);
  }
  const [from, to] = [Math.max(0, i - windowSize), Math.min(n, i + windowSize + 1)];
  const near = all.longBefore[to]! - all.longBefore[from]!;
  out.push(
    i,
    n - i,
    all.wordsBefore[i]! / Math.max(1, all.totalWords),
    all.longBefore[i]!,
    all.longs - all.longBefore[i + 1]!,
    Math.min(60, all.lastLong[i]!),
    Math.min(60, all.nextLong[i]!),
    all.title < 0 ? -999 : clamp(i - all.title, -60, 400),
    all.titleOverlap[i]!,
    Math.min(9, all.repeats.get(text)!),
    near / (to - from),
    (all.wordsBefore[to]! - all.wordsBefore[from]!) / (to - from),
    n,
    all.longs,
    all.wordsBefore[Math.min(n, i + 3)]! - all.wordsBefore[Math.max(0, i - 2)]!,
    Math.min(60, all.lastCue[i]!),
    Math.min(60, all.nextCue[i]!),
    all.byline < 0 ? -999 : clamp(i - all.byline, -60, 100),
    all.heading[i]! < 0 ? -2 : all.headingCue[i]!,
    all.heading[i]! < 0 ? 99 : Math.min(60, i - all.heading[i]!),
    all.heading[i]! < 0 ? -1 : items[all.heading[i]!]!.wording.words,
  );
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Gives the row of `lineColumns` of the line that it is asked for. */
export function lineRowOf(items: readonly Measured[], title: string): (i: number) => number[] {
  const all = survey(items, title);
  return (i) => {
    const row: number[] = [];
    lineValues(all, i, row);
    return row;
  };
}

/** A row for every line. */
export const lineRows = (items: readonly Measured[], title: string): number[][] =>
  Array.from(items.keys(), lineRowOf(items, title));
