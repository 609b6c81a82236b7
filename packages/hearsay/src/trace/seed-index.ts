/** What bounds the search; together they keep it near linear in the number of articles. */
export interface SearchLimits {
  /** Articles found for one article at most, best first. */
  readonly perArticle: number;
  /** Of a seed that more earlier articles have only the first `heads` of them are found. */
  readonly commonSeed: number;
  readonly heads: number;
  /** Information two articles must share, in hundredths of a nat. */
  readonly minWeight: number;
  /** An article that has fewer before it is compared with all of them: one may share a passage and no seed. */
  readonly few: number;
}

export const searchLimits: SearchLimits = { perArticle: 16, commonSeed: 48, heads: 12, minWeight: 600, few: 24 };

/** An article that shares seeds with the one asked for: its number in the index. */
export interface Found {
  readonly other: number;
  /** Information the shared seeds carry, in hundredths of a nat: whole numbers add up to the same in any order. */
  readonly weight: number;
}

/** Seeds are so many bits of a hash. */
export const seedBits = 26;

/** A seed's weight falls with the articles that have it, from what one of so many tells; the same in a set of any size. */
const fewArticles = 200;
const ofCommon = 20;
/** Weights by earlier articles that have the seed: in steps that double, so that one more of them seldom changes anything. */
const weights = Array.from({ length: 256 }, (_, earlier) => {
  const step = 2 ** Math.floor(Math.log2(Math.max(1, earlier)));
  return Math.max(ofCommon, Math.round(100 * Math.log(fewArticles / (1.5 * step + 0.5))));
});

/** What a seed that so many earlier articles have tells, in hundredths of a nat. */
export const seedWeight = (earlier: number, limits: SearchLimits): number =>
  earlier > limits.commonSeed ? ofCommon : weights[Math.min(earlier, weights.length - 1)]!;

/** The best first; of equals those whose number is the smaller. */
export const byWeight = (x: Found, y: Found): number => y.weight - x.weight || x.other - y.other;

const chunkSize = 2 ** 18;
const none = 0xffffffff;
/** From so many seeds on each has a place of its own instead of being looked for. */
const many = 2 ** (seedBits - 2);

/**
 * An index of articles by their seeds, in memory: articles are added one by one and asked for at any time. A seed has a
 * chain of postings, newest first; one that grows too common keeps its oldest few, so that a story with thousands of near
 * copies costs no more an article than one with fifty. Eight bytes a posting.
 */
export class SeedIndex {
  private readonly places: Places;
  private readonly first: Uint32Array;
  /** Articles that have a place's seed, as far as they are counted. */
  private readonly sizes: Uint8Array;
  /** Postings in chunks: article and next posting in turn. */
  private readonly chunks: Uint32Array[] = [];
  private postings = 0;
  private articles = 0;
  private score = new Uint32Array(1024);

  /** @param expectedSeeds of all articles together, at most */
  constructor(
    expectedSeeds: number,
    private readonly limits: SearchLimits = searchLimits,
  ) {
    this.places = expectedSeeds >= many ? ownPlaces : new FoundPlaces(expectedSeeds);
    this.first = new Uint32Array(this.places.count).fill(none);
    this.sizes = new Uint8Array(this.places.count);
  }

  /** Adds an article. @returns its number, counted from 0 */
  add(seeds: readonly number[]): number {
    const article = this.articles++;
    for (const seed of seeds) this.post(this.places.of(seed), article);
    return article;
  }

  /** Of the articles added those that share most with these seeds, best first. */
  search(seeds: readonly number[]): Found[] {
    return this.touched(seeds)
      .map((other) => ({ other, weight: this.taken(other) }))
      .filter(({ weight }) => weight >= this.limits.minWeight)
      .sort(byWeight)
      .slice(0, this.limits.perArticle);
  }

  private post(place: number, article: number): void {
    const size = Math.min(this.limits.commonSeed + 2, this.sizes[place]! + 1);
    this.sizes[place] = size;
    if (size > this.limits.commonSeed) {
      if (size === this.limits.commonSeed + 1) this.first[place] = this.oldest(place);
      return;
    }
    const at = this.postings++;
    const chunk = Math.floor(at / chunkSize);
    this.chunks[chunk] ??= new Uint32Array(2 * chunkSize);
    this.chunks[chunk][2 * (at % chunkSize)] = article;
    this.chunks[chunk][2 * (at % chunkSize) + 1] = this.first[place]!;
    this.first[place] = at;
  }

  /** The posting from which on a full chain holds its oldest `heads`. */
  private oldest(place: number): number {
    let at = this.first[place]!;
    for (let i = this.limits.heads; i < this.limits.commonSeed; i++) at = this.next(at);
    return at;
  }

  private next(at: number): number {
    return this.chunks[Math.floor(at / chunkSize)]![2 * (at % chunkSize) + 1]!;
  }

  /** Adds up what each article shares with the seeds, and tells which share anything. */
  private touched(seeds: readonly number[]): number[] {
    if (this.score.length < this.articles) this.score = new Uint32Array(2 * this.articles);
    const touched: number[] = [];
    for (const seed of seeds) {
      const place = this.places.find(seed);
      if (place === -1) continue;
      const weight = seedWeight(this.sizes[place]!, this.limits);
      for (let at = this.first[place]!; at !== none; at = this.next(at)) {
        const other = this.chunks[Math.floor(at / chunkSize)]![2 * (at % chunkSize)]!;
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

/** Where what is known of a seed stands. */
interface Places {
  readonly count: number;
  /** Of a seed that is added. */
  of(seed: number): number;
  /** Of a seed that is asked for; −1 when it never was added. */
  find(seed: number): number;
}

const ownPlaces: Places = { count: 2 ** seedBits, of: (seed) => seed, find: (seed) => seed };

/** Places given out as seeds come: a hash table at most half full. */
class FoundPlaces implements Places {
  readonly count: number;
  private readonly keys: Uint32Array;
  private readonly shift: number;
  private used = 0;

  constructor(expected: number) {
    const bits = Math.ceil(Math.log2(Math.max(1024, expected * 2)));
    this.count = 2 ** bits;
    this.shift = 32 - bits;
    this.keys = new Uint32Array(this.count).fill(none);
  }

  of(seed: number): number {
    const at = this.at(seed);
    if (this.keys[at] === none) {
      if (2 * ++this.used > this.count)
        throw new RangeError("More seeds were added to the index than it was made for.");
      this.keys[at] = seed;
    }
    return at;
  }

  find(seed: number): number {
    const at = this.at(seed);
    return this.keys[at] === none ? -1 : at;
  }

  private at(seed: number): number {
    let at = Math.imul(seed, 0x9e3779b1) >>> this.shift;
    while (this.keys[at] !== seed && this.keys[at] !== none) at = at + 1 === this.count ? 0 : at + 1;
    return at;
  }
}
