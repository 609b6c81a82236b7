import type { SentencePair } from "./align.js";
import { type Change, changeOf } from "./change.js";
import { type Direction, directionOf } from "./direction.js";
import { addsFurniture } from "./furniture.js";
import { compareKin, type Kinship } from "./kinship.js";
import type { Library } from "./library.js";
import type { Reading, WordRange } from "./reading.js";
import { wordClass } from "./words.js";

/** What comparing two articles tells, as long as the texts and what words tell in the story stay the same. Plain data. */
export interface Common {
  readonly kinship: Kinship;
  /** Share of the information in each text that the other accounts for, word by word. */
  readonly explainedA: number;
  readonly explainedB: number;
  /** Stems of the content words replaced one for one, a's and b's in turn. */
  readonly replaced: readonly number[];
  /** Lines by which a site speaks to its visitors that only this side has. */
  readonly furnitureA: boolean;
  readonly furnitureB: boolean;
  readonly change: Change;
}

/** Two articles of the library that share passages; a and b are positions in it. */
export interface Kin {
  readonly a: number;
  readonly b: number;
  readonly kinship: Kinship;
  readonly explainedA: number;
  readonly explainedB: number;
  /** How much odder b's words are where a content word was replaced, in nats of evidence that `b` is the spun side. */
  readonly oddness: number;
  /** Content words replaced one for one. */
  readonly replaced: number;
  readonly change: Change;
  /** Log odds that `a` came first. */
  readonly direction: Direction;
}

/** Compares two; null when they may well be independent. */
export function compareArticles(library: Library, a: number, b: number): Common | null {
  const compared = compareKin(library.side(a), library.side(b));
  if (compared === null) return null;
  const { kinship, pairs } = compared;
  const [x, y] = [library.reading(a), library.reading(b)];
  return {
    kinship: rounded(kinship),
    ...rounded(explained(library, a, b, pairs)),
    replaced: replacedIn(x, y, pairs),
    furnitureA: addsFurniture(x, new Set(kinship.pairs.map((p) => p.a))),
    furnitureB: addsFurniture(y, new Set(kinship.pairs.map((p) => p.b))),
    change: rounded(changeOf(x, y, pairs)),
  };
}

/** Shares to four places: what is kept of thousands of pairs is read again with each article more. */
function rounded<T>(of: T): T {
  return JSON.parse(
    JSON.stringify(of, (_, value) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value)),
  );
}

/** The two as kin: what they have in common, with what the dates, the outlets and the other articles tell beside it. */
export function kinOf(library: Library, a: number, b: number, common: Common): Kin {
  const { kinship, explainedA, explainedB, change } = common;
  const oddness = oddnessOf(library, common.replaced);
  const direction = directionOf(library.articles[a]!, library.articles[b]!, kinship, { ...common, oddness });
  return { a, b, kinship, explainedA, explainedB, oddness, replaced: common.replaced.length / 2, change, direction };
}

/** What a stop word carries, in nats, and every word beside what it tells in the story. */
const leastInformation = 1.5;

function natsOf(library: Library, reading: Reading): Float64Array {
  return Float64Array.from(reading.stem, (stem, i) =>
    reading.kind[i] === wordClass.stop ? leastInformation : leastInformation + library.storyWords.information(stem),
  );
}

/** A replaced word counts alike on both sides: an odd word in its place is no more unexplained than a plain one. */
function explained(library: Library, a: number, b: number, pairs: readonly SentencePair[]) {
  const [x, y] = [library.reading(a), library.reading(b)];
  const [natsA, natsB] = [natsOf(library, x), natsOf(library, y)];
  for (const { match } of pairs)
    for (const [i, j] of match.replaced) natsA[i] = natsB[j] = Math.min(natsA[i]!, natsB[j]!);
  const kept = (side: 0 | 1, nats: Float64Array) => (p: SentencePair) =>
    p.match.kept.reduce((sum, words) => sum + nats[words[side]]!, 0);
  return {
    explainedA: explainedShare(
      x,
      natsA,
      pairs.map((p) => [p.a, p, kept(0, natsA)(p)]),
    ),
    explainedB: explainedShare(
      y,
      natsB,
      pairs.map((p) => [p.b, p, kept(1, natsB)(p)]),
    ),
  };
}

/** A sentence told in other words counts by its likeness instead of by the words kept. */
function explainedShare(
  reading: Reading,
  nats: Float64Array,
  pairs: readonly (readonly [number, SentencePair, number])[],
): number {
  const bySentence = new Map<number, number>();
  for (const [s, { match, likeness }, kept] of pairs) {
    const told = likeness > match.score ? likeness * natsIn(reading.sentences[s]!, nats) : 0;
    bySentence.set(s, Math.max(kept, told, bySentence.get(s) ?? 0));
  }
  const total = natsIn({ first: 0, last: reading.form.length }, nats);
  return [...bySentence.values()].reduce((sum, n) => sum + n, 0) / total;
}

function natsIn(range: WordRange, nats: Float64Array): number {
  let sum = 0;
  for (let i = range.first; i < range.last; i++) sum += nats[i]!;
  return sum;
}

/** How much one replaced word tells, and from how many on nothing is gained. */
const perWord = 0.25;
const longest = 40;

function replacedIn(x: Reading, y: Reading, pairs: readonly SentencePair[]): number[] {
  return pairs.flatMap(({ match }) =>
    match.replaced.flatMap(([i, j]) => (x.stem[i] === y.stem[j] ? [] : [x.stem[i]!, y.stem[j]!])),
  );
}

/** How much rarer b's words are than a's where they differ, in nats of evidence that `b` is the spun side. */
function oddnessOf(library: Library, replaced: readonly number[]): number {
  const count = replaced.length / 2;
  let sum = 0;
  for (let i = 0; i < replaced.length; i += 2)
    sum += Math.log((library.frequency(replaced[i]!) + 1) / (library.frequency(replaced[i + 1]!) + 1));
  return count < 4 ? 0 : perWord * sum * Math.min(1, longest / count);
}
