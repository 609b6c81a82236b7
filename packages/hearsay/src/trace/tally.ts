import { contentHash } from "../model/index.js";
import { askedAmong, countsOf, StoryWords, sizeOf, storyWordsOf } from "./story-words.js";

/** What of a set of articles depends on the words of all: kept, so that only what came or went is counted. Plain data. */
export interface Tally {
  /** The marks of the articles counted, by id. */
  readonly marks: Readonly<Record<string, string>>;
  /** In how many of them each word stands: hashes of stems ascending, each as the step from the one before, and counts in turn. */
  readonly counts: readonly number[];
  /** Which articles were asked for the story's words, and what these are. */
  readonly asked: string;
  readonly size: number;
  readonly seen: readonly (readonly [number, number])[];
  /** What the story's words are to each article, by id. */
  readonly shades: Readonly<Record<string, number>>;
}

/** An article whose words are counted. */
export interface Counted {
  readonly id: string;
  readonly mark: string;
  readonly stems: () => readonly number[];
}

/** The story's words: those of the tally, where it asked the same articles. */
export function tallied(articles: readonly Counted[], tally: Tally | null): { words: StoryWords; asked: string } {
  const among = askedAmong(articles);
  const size = sizeOf(articles.length);
  const asked = contentHash(JSON.stringify(among.map(({ id, mark }) => [id, mark]))).slice(0, 16);
  if (tally?.asked === asked && tally.size === size) return { words: new StoryWords(size, new Map(tally.seen)), asked };
  return {
    words: storyWordsOf(
      among.map((one) => one.stems()),
      size,
    ),
    asked,
  };
}

/** In how many of the articles each word stands. @param gone articles that may have been counted, for their words */
export function countedAgain(
  articles: readonly Counted[],
  gone: readonly Counted[],
  tally: Tally | null,
): Map<number, number> {
  const all = () => countsOf(inTurn(articles));
  if (tally === null) return all();
  const marks = new Map(Object.entries(tally.marks));
  const came = articles.filter(({ id, mark }) => marks.get(id) !== mark);
  for (const { id, mark } of articles) if (marks.get(id) === mark) marks.delete(id);
  const left = [...marks].map(([id, mark]) => [...articles, ...gone].find((one) => one.id === id && one.mark === mark));
  if (left.includes(undefined) || came.length + left.length > articles.length / 2) return all();
  const counts = read(tally.counts);
  for (const [stem, count] of countsOf(inTurn(came))) counts.set(stem, (counts.get(stem) ?? 0) + count);
  for (const [stem, count] of countsOf(inTurn(left as Counted[]))) {
    const rest = (counts.get(stem) ?? 0) - count;
    if (rest > 0) counts.set(stem, rest);
    else counts.delete(stem);
  }
  return counts;
}

function* inTurn(articles: readonly Counted[]): Generator<readonly number[]> {
  for (const { stems } of articles) yield stems();
}

/** The counts as a tally has them. */
export function written(counts: ReadonlyMap<number, number>): number[] {
  let last = 0;
  return [...counts]
    .sort(([x], [y]) => x - y)
    .flatMap(([stem, count]) => {
      const step = stem - last;
      last = stem;
      return [step, count];
    });
}

function read(row: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  let stem = 0;
  for (let at = 0; at < row.length; at += 2) {
    stem += row[at]!;
    counts.set(stem, row[at + 1]!);
  }
  return counts;
}
