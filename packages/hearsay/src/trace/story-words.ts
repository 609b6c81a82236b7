import { informationOf, isCommon } from "./common.js";
import type { Fingerprint } from "./fingerprint.js";
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
  /** What a story word counts as beside the background: articles that have it. */
  private readonly seen: ReadonlyMap<number, number>;
  /** How many articles the story counts for. */
  private readonly size: number;

  constructor(articles: readonly Pick<Fingerprint, "id" | "stems">[]) {
    const asked = [...articles]
      .map((article) => ({ article, hash: hashOf(article.id) }))
      .sort((x, y) => x.hash - y.hash || (x.article.id < y.article.id ? -1 : 1))
      .slice(0, mostAsked)
      .map(({ article }) => article);
    this.size = steps.findLast((step) => step <= articles.length) ?? 0;
    const seen = new Map<number, number>();
    for (const [stem, count] of countsOf(asked)) {
      const share = shares.findLast((least) => count >= least * (asked.length + few));
      if (share !== undefined && !isCommon(stem)) seen.set(stem, this.size * share);
    }
    this.seen = seen;
  }

  /** Information a word carries here, in nats, from its stem's hash. */
  information(stem: number): number {
    return informationOf(stem, (this.seen.get(stem) ?? 0) + leastSeen, this.size);
  }

  /** Equal for an article exactly when all its words carry the same as before, but for chance. */
  shade({ stems }: Pick<Fingerprint, "stems">): number {
    let shade = this.size;
    for (const stem of stems) {
      const seen = this.seen.get(stem);
      if (seen !== undefined) shade = (shade + hashPair(stem, Math.round(seen * 100))) >>> 0;
    }
    return shade;
  }
}

/** How many of the articles have each word. */
function countsOf(articles: readonly Pick<Fingerprint, "stems">[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { stems } of articles) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
