/** Two articles that may share a passage, as positions in the list given; a < b. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  /** Information their shared seeds carry, in nats. */
  readonly weight: number;
}

/** What bounds the search; together they keep it near linear in the number of articles. */
export interface SearchLimits {
  /** Articles compared with one article, best first. */
  readonly perArticle: number;
  /** A seed that more articles have points only to the first `heads` of them. */
  readonly commonSeed: number;
  readonly heads: number;
  readonly minWeight: number;
}

export const searchLimits: SearchLimits = { perArticle: 24, commonSeed: 48, heads: 12, minWeight: 6 };

/**
 * Pairs of articles that share seeds, found by an inverted index over buckets of seed hashes.
 * The list must be in an order that does not depend on the input's (earliest first serves best).
 */
export function candidatesOf(seeds: readonly (readonly number[])[], limits = searchLimits): Candidate[] {
  const index = new SeedIndex(seeds);
  const weights = new Map<number, number>();
  seeds.forEach((own, doc) => {
    for (const candidate of bestOf(index.shared(doc, own, limits), limits)) {
      const [a, b] = candidate.other < doc ? [candidate.other, doc] : [doc, candidate.other];
      weights.set(a * seeds.length + b, candidate.weight);
    }
  });
  return [...weights]
    .map(([key, weight]) => ({ a: Math.floor(key / seeds.length), b: key % seeds.length, weight }))
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

interface Shared {
  readonly other: number;
  readonly weight: number;
}

function bestOf(shared: Shared[], limits: SearchLimits): Shared[] {
  return shared
    .filter((s) => s.weight >= limits.minWeight)
    .sort((x, y) => y.weight - x.weight || x.other - y.other)
    .slice(0, limits.perArticle);
}

/** A seed's weight falls with the articles that have it, from what one of so many tells; the same in a set of any size. */
const fewArticles = 200;
const leastWeight = 0.2;

/** Postings in one flat array, a bucket after another; a bucket's articles stand in list order. */
class SeedIndex {
  private readonly starts: Uint32Array;
  private readonly postings: Uint32Array;
  private readonly mask: number;
  private readonly score: Float32Array;

  constructor(seeds: readonly (readonly number[])[]) {
    const total = seeds.reduce((sum, own) => sum + own.length, 0);
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(1024, total * 4)));
    this.mask = buckets - 1;
    this.starts = new Uint32Array(buckets + 1);
    this.postings = new Uint32Array(total);
    this.score = new Float32Array(seeds.length);
    this.fill(seeds);
  }

  private fill(seeds: readonly (readonly number[])[]): void {
    for (const own of seeds) for (const seed of own) this.starts[(seed & this.mask) + 1]!++;
    for (let i = 1; i < this.starts.length; i++) this.starts[i]! += this.starts[i - 1]!;
    const next = this.starts.slice(0, -1);
    seeds.forEach((own, doc) => {
      for (const seed of own) this.postings[next[seed & this.mask]!++] = doc;
    });
  }

  /** The articles that share seeds with one article, each with the weight of what is shared. */
  shared(doc: number, own: readonly number[], limits: SearchLimits): Shared[] {
    const touched: number[] = [];
    for (const seed of own) {
      const from = this.starts[seed & this.mask]!;
      const size = this.starts[(seed & this.mask) + 1]! - from;
      if (size < 2) continue;
      const weight = Math.max(leastWeight, Math.log(fewArticles / size));
      const read = size > limits.commonSeed ? limits.heads : size;
      for (let i = from; i < from + read; i++) {
        const other = this.postings[i]!;
        if (other === doc) continue;
        if (this.score[other] === 0) touched.push(other);
        this.score[other]! += weight;
      }
    }
    return touched.map((other) => {
      const weight = this.score[other]!;
      this.score[other] = 0;
      return { other, weight };
    });
  }
}
