import type { Fingerprint } from "./fingerprint.js";
import { Heap } from "./heap.js";
import { Library } from "./library.js";
import { withoutRepeats } from "./repeats.js";
import { type Near, Sums } from "./sums.js";
import { dot, type SparseVector, sumOf, unit } from "./vectors.js";
import { wordClass } from "./words.js";

/** Names and numbers tell events apart; other words count for this much of one. */
const contentWeight = 0.5;
/** News tells what it is about first: so many words count for so much more. */
const leadWords = 120;
const leadWeight = 4;
/** Each article takes on the words of the articles most like it, by half of how alike they are: reports of one event differ in words. */
const closest = 2;
const takenOn = 0.5;
/**
 * Mean likeness of the articles of two groups at which they are about one event. Set on 100 events of three outlets, whole and cut to
 * 80 and 200 words: the lowest that costs no more than a point there, as larger events are less alike.
 */
export const sameStory = 0.38;
/** Articles looked at for each article, and the most articles a word may stand in to lead to others. */
const neighbours = 30;
const mostArticles = 400;

/** The articles by the event they are about, as ids; in the order of the earliest of each. */
export function storiesAmong(fingerprints: readonly Fingerprint[]): string[][] {
  const library = new Library(withoutRepeats(fingerprints).unique);
  return storiesOf(library).map((own) => own.map((article) => library.articles[article]!.id));
}

/**
 * Articles that are about the same event, as positions in the library: groups are joined, the likest first, while the mean
 * likeness of their articles, cosine over telling words, stays above `sameStory`.
 */
export function storiesOf(library: Library, least = sameStory): number[][] {
  return storiesByWords(
    library.articles.map((_, i) => vectorOf(library, i)),
    least,
  );
}

/** The same by the articles' telling words alone, each at length one, in an order that does not depend on the input's. */
export function storiesByWords(vectors: readonly SparseVector[], least = sameStory): number[][] {
  const near = nearest(vectors);
  const groups = near.map((own, i): Group | null => ({
    members: [i],
    sum: widened(vectors, i, own),
    links: new Set(),
  }));
  near.forEach((own, i) => {
    for (const { other } of own) {
      groups[i]!.links.add(other);
      groups[other]!.links.add(i);
    }
  });
  join(groups, least);
  return groups.flatMap((group) => (group === null ? [] : [group.members.sort((x, y) => x - y)]));
}

interface Group {
  members: number[];
  /** Sum of the members' unit vectors. */
  sum: SparseVector;
  links: Set<number>;
}

/** The telling words of an article that another one has too. */
function vectorOf(library: Library, article: number): SparseVector {
  const { stem, kind } = library.reading(article);
  const counts = new Map<number, number>();
  for (let i = 0; i < stem.length; i++) {
    if (kind[i] === wordClass.stop) continue;
    const weight = (i < leadWords ? leadWeight : 1) * (kind[i] === wordClass.anchor ? 1 : contentWeight);
    counts.set(stem[i]!, (counts.get(stem[i]!) ?? 0) + weight);
  }
  const shared = [...counts].filter(([s]) => library.frequency(s) > 1);
  return unit(new Map(shared.map(([s, count]) => [s, Math.log1p(count) * library.information(s)])));
}

/** An article's words with those of the articles most like it. */
function widened(vectors: readonly SparseVector[], article: number, near: readonly Near[]): SparseVector {
  const wide = new Map(vectors[article]!);
  for (const { other, likeness } of near.slice(0, closest))
    for (const [stem, weight] of vectors[other]!) wide.set(stem, (wide.get(stem) ?? 0) + takenOn * likeness * weight);
  return unit(wide);
}

/** For each article the few that are most like it, by rare words they share. */
function nearest(vectors: readonly SparseVector[]): Near[][] {
  const index = new Map<number, { readonly articles: number[]; readonly weights: number[] }>();
  vectors.forEach((vector, i) => {
    for (const [stem, weight] of vector) {
      const own = index.get(stem) ?? { articles: [], weights: [] };
      if (own.articles.length === 0) index.set(stem, own);
      own.articles.push(i);
      own.weights.push(weight);
    }
  });
  const sums = new Sums();
  return vectors.map((vector, i) => {
    for (const [stem, weight] of vector) {
      const { articles, weights } = index.get(stem)!;
      if (weight === 0 || articles.length > mostArticles) continue;
      for (let at = 0; at < articles.length; at++)
        if (articles[at] !== i && weights[at]! > 0) sums.add(articles[at]!, weight * weights[at]!);
    }
    return sums.largest(neighbours);
  });
}

/** Joins the two likest groups until none are like enough. A step is out of date when either group has changed since. */
function join(groups: (Group | null)[], least: number): void {
  const open = new Heap<Step>((x, y) => x.likeness > y.likeness || (x.likeness === y.likeness && x.i < y.i));
  const propose = (i: number, j: number): void => {
    const step = stepOf(groups, Math.min(i, j), Math.max(i, j));
    if (step.likeness >= least) open.push(step);
  };
  groups.forEach((group, i) => {
    for (const j of group!.links) if (i < j) propose(i, j);
  });
  for (let best = open.pop(); best !== undefined; best = open.pop()) {
    const [kept, gone] = [groups[best.i], groups[best.j]];
    if (!kept || !gone || best.size !== kept.members.length + gone.members.length) continue;
    kept.members.push(...gone.members);
    kept.sum = sumOf(kept.sum, gone.sum);
    groups[best.j] = null;
    for (const k of gone.links) if (groups[k] && k !== best.i) kept.links.add(k);
    kept.links.delete(best.j);
    for (const k of kept.links) {
      groups[k]?.links.add(best.i);
      if (groups[k]) propose(best.i, k);
      else kept.links.delete(k);
    }
  }
}

interface Step {
  readonly i: number;
  readonly j: number;
  readonly likeness: number;
  /** Articles of both groups when it was proposed; groups only grow. */
  readonly size: number;
}

function stepOf(groups: readonly (Group | null)[], i: number, j: number): Step {
  const [x, y] = [groups[i]!, groups[j]!];
  const likeness = dot(x.sum, y.sum) / (x.members.length * y.members.length);
  return { i, j, likeness, size: x.members.length + y.members.length };
}
