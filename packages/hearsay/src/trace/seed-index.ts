/** What bounds the search; together they keep it near linear in the number of articles. */
export interface SearchLimits {
  /** Articles found for one article at most, best first. */
  readonly perArticle: number;
  /** A seed that more articles have points only to the first `heads` of them. */
  readonly commonSeed: number;
  readonly heads: number;
  /** Information two articles must share, in nats. */
  readonly minWeight: number;
}

export const searchLimits: SearchLimits = { perArticle: 24, commonSeed: 48, heads: 12, minWeight: 6 };

/** An article that shares seeds with the one asked for: its number in the index. */
export interface Found {
  readonly other: number;
  /** Information the shared seeds carry, in nats. */
  readonly weight: number;
}

/** A seed's weight falls with the articles that have it, from what one of so many tells; the same in a set of any size. */
const fewArticles = 200;
const leastWeight = 0.2;
const chunkSize = 2 ** 18;
const none = 0xffffffff;
/** Two to this power of buckets, five bytes each. */
const mostBuckets = 26;
const mostCounted = 255;

/**
 * An index of articles by their seeds, in memory: articles are added one by one and asked for at any time. A bucket
 * holds a chain of postings, newest first; one that grows too common keeps its oldest few, so that a story with
 * thousands of near copies costs no more an article than one with fifty. Eight bytes a posting.
 */
export class SeedIndex {
  private readonly mask: number;
  private readonly first: Uint32Array;
  /** Articles that have a bucket's seeds, up to `mostCounted`. */
  private readonly sizes: Uint8Array;
  /** Postings in chunks: article and next posting in turn. */
  private readonly chunks: Uint32Array[] = [];
  private postings = 0;
  private articles = 0;
  private score = new Float32Array(1024);

  /** @param expectedSeeds of all articles together; more are taken, but lead to more chance finds */
  constructor(
    expectedSeeds: number,
    private readonly limits: SearchLimits = searchLimits,
  ) {
    const buckets = 2 ** Math.min(mostBuckets, Math.ceil(Math.log2(Math.max(1024, expectedSeeds * 4))));
    this.mask = buckets - 1;
    this.first = new Uint32Array(buckets).fill(none);
    this.sizes = new Uint8Array(buckets);
  }

  /** Adds an article. @returns its number, counted from 0 */
  add(seeds: readonly number[]): number {
    const article = this.articles++;
    for (const seed of seeds) this.post(seed & this.mask, article);
    return article;
  }

  /** The articles that share most with these seeds, best first; `except` is the asking article's own number. */
  search(seeds: readonly number[], except = -1): Found[] {
    return this.touched(seeds, except)
      .map((other) => ({ other, weight: this.taken(other) }))
      .filter(({ weight }) => weight >= this.limits.minWeight)
      .sort((x, y) => y.weight - x.weight || x.other - y.other)
      .slice(0, this.limits.perArticle);
  }

  private post(bucket: number, article: number): void {
    const size = Math.min(mostCounted, this.sizes[bucket]! + 1);
    this.sizes[bucket] = size;
    if (size > this.limits.commonSeed) {
      if (size === this.limits.commonSeed + 1) this.first[bucket] = this.oldest(bucket);
      return;
    }
    const at = this.postings++;
    const chunk = Math.floor(at / chunkSize);
    this.chunks[chunk] ??= new Uint32Array(2 * chunkSize);
    this.chunks[chunk][2 * (at % chunkSize)] = article;
    this.chunks[chunk][2 * (at % chunkSize) + 1] = this.first[bucket]!;
    this.first[bucket] = at;
  }

  /** The posting from which on a full chain holds its oldest `heads`. */
  private oldest(bucket: number): number {
    let at = this.first[bucket]!;
    for (let i = this.limits.heads; i < this.limits.commonSeed; i++) at = this.next(at);
    return at;
  }

  private next(at: number): number {
    return this.chunks[Math.floor(at / chunkSize)]![2 * (at % chunkSize) + 1]!;
  }

  /** Adds up what each article shares with the seeds, and tells which share anything. */
  private touched(seeds: readonly number[], except: number): number[] {
    if (this.score.length < this.articles) this.score = new Float32Array(2 * this.articles);
    const touched: number[] = [];
    for (const seed of seeds) {
      const bucket = seed & this.mask;
      const weight = Math.max(leastWeight, Math.log(fewArticles / Math.max(1, this.sizes[bucket]!)));
      for (let at = this.first[bucket]!; at !== none; at = this.next(at)) {
        const other = this.chunks[Math.floor(at / chunkSize)]![2 * (at % chunkSize)]!;
        if (other === except) continue;
        if (this.score[other] === 0) touched.push(other);
        this.score[other]! += weight;
      }
    }
    return touched;
  }

  private taken(other: number): number {
    const weight = this.score[other]!;
    this.score[other] = 0;
    return weight;
  }
}
