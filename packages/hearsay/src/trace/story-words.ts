import { contentHash } from "../model/index.js";
import { informationOf, isCommon } from "./common.js";
import { hashOf, hashPair } from "./words.js";

/** Articles asked at most: those with the smallest hashes of their ids, so that one article more seldom changes them. */
const mostAsked = 64;
/** A word that stands in this share of them is the story's own; in the second, all but in every article. */
const shares = [0.25, 0.6] as const;
/** Beside so few articles that a word stands in all of them by chance. */
const few = 8;
/** Articles count in steps of four times, and from the last on no more. */
const steps = [4, 16, 64] as const;
/** Articles that have a word at least: the two that share it. */
const leastSeen = 2;

/**
 * The words that a story is about: that two of its articles share them tells little. Everything else about a word is
 * known beforehand (`common`). Shares are taken in two steps and numbers in three, so that what two articles have in
 * common stays the same when an article is added, but for the few whose words just then become the story's.
 */
export class StoryWords {
  /** Equal exactly when all words carry the same, but for chance. */
  readonly basis: string;

  /**
   * @param size how many articles the story counts for
   * @param seen what a story word counts as beside the background: articles that have it
   */
  constructor(
    readonly size: number,
    readonly seen: ReadonlyMap<number, number>,
  ) {
    this.basis = contentHash(JSON.stringify([size, [...seen].sort(([x], [y]) => x - y)])).slice(0, 16);
  }

  /** Information a word carries here, in nats, from its stem's hash. */
  information(stem: number): number {
    return informationOf(stem, (this.seen.get(stem) ?? 0) + leastSeen, this.size);
  }

  /** Of an article's words: equal exactly when all of them carry the same as before, but for chance. */
  shade(stems: Iterable<number>): number {
    let shade = this.size;
    for (const stem of stems) {
      const seen = this.seen.get(stem);
      if (seen !== undefined) shade = (shade + hashPair(stem, Math.round(seen * 100))) >>> 0;
    }
    return shade;
  }
}

/** How many articles so many count for. */
export const sizeOf = (articles: number): number => steps.findLast((step) => step <= articles) ?? 0;

/** The articles that are asked which words are the story's. */
export function askedAmong<T extends { readonly id: string }>(articles: readonly T[]): T[] {
  return [...articles]
    .map((article) => ({ article, hash: hashOf(article.id) }))
    .sort((x, y) => x.hash - y.hash || (x.article.id < y.article.id ? -1 : 1))
    .slice(0, mostAsked)
    .map(({ article }) => article);
}

/** The story's words by what the articles asked have. */
export function storyWordsOf(asked: readonly (readonly number[])[], size: number): StoryWords {
  const seen = new Map<number, number>();
  for (const [stem, count] of countsOf(asked)) {
    const share = shares.findLast((least) => count >= least * (asked.length + few));
    if (share !== undefined && !isCommon(stem)) seen.set(stem, size * share);
  }
  return new StoryWords(size, seen);
}

/** How many of the articles have each word. */
export function countsOf(articles: Iterable<readonly number[]>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const stems of articles) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
