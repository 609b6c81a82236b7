import { alignSame, alignSentences } from "./align.js";
import { type Reading, readingOf } from "./reading.js";
import type { Stretch } from "./sentences.js";

/** A stretch of one or both texts and what happened to it on the way from a to b. */
export interface DiffSegment {
  readonly change: "kept" | "changed" | "added" | "dropped";
  /** Null for what was added. */
  readonly a: Stretch | null;
  /** Null for what was dropped. */
  readonly b: Stretch | null;
}

/** Two articles side by side: sentences found in both, word by word, and what only one of them has. */
export interface ArticleDiff {
  /** Segments in the order of a: kept, changed and dropped. */
  readonly a: readonly DiffSegment[];
  /** Segments in the order of b: kept, changed and added. */
  readonly b: readonly DiffSegment[];
  /** Share of each text's words that stand in aligned sentences. */
  readonly cover: { readonly a: number; readonly b: number };
}

/** Less alike than this, two sentences are shown as one dropped and one added. */
const sentenceThreshold = 0.45;

/** What b took from a, changed, left out and added. Offsets are UTF-16 units of the texts given. */
export function compare(a: { readonly text: string }, b: { readonly text: string }): ArticleDiff {
  const [x, y] = [readingOf(a.text), readingOf(b.text)];
  const pairs = alignSame(x, y) ?? alignSentences(x, y, sentenceThreshold);
  const toB = new Map(pairs.flatMap(({ match }) => [...match.kept, ...match.replaced]));
  const toA = new Map([...toB].map(([i, j]) => [j, i]));
  const fromB = segmentsOf(y, x, toA, "added");
  return {
    a: segmentsOf(x, y, toB, "dropped"),
    b: fromB.map((segment) => ({ change: segment.change, a: segment.b, b: segment.a })),
    cover: { a: coverOf(x, toB), b: coverOf(y, toA) },
  };
}

const coverOf = (reading: Reading, map: ReadonlyMap<number, number>): number =>
  reading.form.length === 0 ? 0 : map.size / reading.form.length;

interface Run {
  readonly change: DiffSegment["change"];
  readonly first: number;
  last: number;
  readonly otherFirst: number;
  otherLast: number;
}

/** Runs of words with one fate, seen from `own`; here `a` of a segment is the own side. */
function segmentsOf(
  own: Reading,
  other: Reading,
  map: ReadonlyMap<number, number>,
  alone: "added" | "dropped",
): DiffSegment[] {
  const runs: Run[] = [];
  const opens = (i: number): boolean => own.sentences[own.sentenceOf[i]!]?.first === i;
  /** Other words for the same do not reach over a sentence's end, nor does the end of one stand with others that are missing whole. */
  const goesOn = ({ change, first, otherLast }: Run, i: number, j: number): boolean => {
    if (j === -1) return !opens(i) || opens(first);
    if (j !== otherLast + 1) return false;
    return change === "kept" || (!opens(i) && other.sentenceOf[otherLast] === other.sentenceOf[j]);
  };
  for (let i = 0; i < own.form.length; i++) {
    const j = map.get(i) ?? -1;
    const change = j === -1 ? alone : own.form[i] === other.form[j] ? "kept" : "changed";
    const last = runs.at(-1);
    if (last?.change === change && goesOn(last, i, j)) {
      last.last = i;
      last.otherLast = j;
    } else runs.push({ change, first: i, last: i, otherFirst: j, otherLast: j });
  }
  return runs.map((run) => ({
    change: run.change,
    a: run.otherFirst === -1 ? wholeOf(own, run) : stretchOf(own, run.first, run.last),
    b: run.otherFirst === -1 ? null : stretchOf(other, run.otherFirst, run.otherLast),
  }));
}

const stretchOf = (reading: Reading, first: number, last: number): Stretch => ({
  start: reading.start[first]!,
  end: reading.end[last]!,
});

/** What only one text has: of whole sentences with what closes them. */
function wholeOf(own: Reading, { first, last }: Run): Stretch {
  const { start, end } = stretchOf(own, first, last);
  const opens = own.sentences[own.sentenceOf[first]!]?.first === first;
  const closes = own.sentences[own.sentenceOf[last]!]?.last === last + 1;
  const closing =
    opens && closes ? (/^[\p{Pe}\p{Pf}\p{Po}"]{0,4}/u.exec(own.text.slice(end, end + 8))?.[0].length ?? 0) : 0;
  return { start, end: end + closing };
}
