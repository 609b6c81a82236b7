import { type Features, featuresOf } from "./align.js";
import { informationOf } from "./common.js";
import { type Facts, factsOf } from "./facts.js";
import type { Fingerprint } from "./fingerprint.js";
import type { KinSide } from "./kinship.js";
import { ownWords } from "./own.js";
import { type Reading, readingOf } from "./reading.js";
import { skeletonRunsOf } from "./skeleton.js";
import { wordClass } from "./words.js";

/** Words of readings kept, some 18 bytes each, and articles of which everything that is made from a reading is kept. */
const cachedWords = 8_000_000;
const cachedArticles = 600;
const buckets = 2 ** 20;

/** The articles being traced, in an order of their own (earliest first, then by id), with their readings made on demand. */
export class Library {
  readonly articles: readonly Fingerprint[];
  private readonly readings = new Recent<Reading>(cachedWords, (reading) => reading.form.length + 100);
  private readonly featuresKnown = new Recent<Features>(cachedArticles, () => 1);
  private readonly outlines: (Outline | undefined)[] = [];
  private readonly factsKnown = new Recent<Facts>(cachedArticles, () => 1);
  private readonly skeletons = new Recent<ReadonlySet<number>>(cachedArticles, () => 1);
  private documentFrequency: Uint32Array | null = null;

  constructor(fingerprints: readonly Fingerprint[]) {
    const orderOf = (f: Fingerprint): string => f.date ?? f.dateWithin?.earliest ?? "9999";
    this.articles = [...fingerprints].sort((x, y) => compareText(orderOf(x), orderOf(y)) || compareText(x.id, y.id));
  }

  /** The article made ready for comparing; the most recently used are kept. */
  reading(article: number): Reading {
    return this.readings.get(article, () => readingOf(this.articles[article]!.text));
  }

  /** The sizes of the article's sentences, kept for all. */
  outline(article: number): Outline {
    const known = this.outlines[article];
    if (known !== undefined) return known;
    const outline = outlineOf(this.reading(article));
    this.outlines[article] = outline;
    return outline;
  }

  /** What its sentences are found by. */
  features(article: number): Features {
    return this.featuresKnown.get(article, () => featuresOf(this.reading(article)));
  }

  /** The article's telling words, weighted by how rare they are in the set. */
  facts(article: number): Facts {
    return this.factsKnown.get(article, () => factsOf(this.reading(article), (stem) => this.information(stem)));
  }

  /** The article as one side of a comparison. */
  side(article: number): KinSide {
    return {
      reading: this.reading(article),
      features: this.features(article),
      facts: this.facts(article),
      skeleton: this.skeletons.get(article, () => skeletonRunsOf(this.reading(article))),
    };
  }

  /** Information a stem carries within this set, in nats. */
  information(stem: number): number {
    return informationOf(stem, this.frequency(stem), this.articles.length);
  }

  /** In how many articles a stem stands, from its hash; collisions only overstate it. */
  frequency(stem: number): number {
    this.documentFrequency ??= this.countStems();
    return this.documentFrequency[stem % buckets]!;
  }

  private countStems(): Uint32Array {
    const counts = new Uint32Array(buckets);
    for (let i = 0; i < this.articles.length; i++) {
      const { stem, kind } = this.reading(i);
      const own = new Set<number>();
      for (let w = 0; w < stem.length; w++) if (kind[w] !== wordClass.stop) own.add(stem[w]! % buckets);
      for (const bucket of own) counts[bucket]!++;
    }
    return counts;
  }
}

/** How long an article's sentences are. */
export interface Outline {
  readonly words: number;
  readonly sizes: Uint32Array;
  /** Words of each sentence, quoted ones counting less. */
  readonly ownSizes: Float32Array;
}

function outlineOf(reading: Reading): Outline {
  return {
    words: reading.form.length,
    sizes: Uint32Array.from(reading.sentences, ({ first, last }) => last - first),
    ownSizes: Float32Array.from(reading.sentences, (_, s) => ownWords(reading, s)),
  };
}

/** The values asked for last, up to a total cost, made again when they are asked for later. */
class Recent<T> {
  private readonly kept = new Map<number, T>();
  private total = 0;
  constructor(
    private readonly budget: number,
    private readonly cost: (value: T) => number,
  ) {}

  get(key: number, make: () => T): T {
    const known = this.kept.get(key);
    const value = known ?? make();
    if (known === undefined) this.total += this.cost(value);
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.total > this.budget) this.dropOldest();
    return value;
  }

  private dropOldest(): void {
    const [key, value] = this.kept.entries().next().value!;
    this.kept.delete(key);
    this.total -= this.cost(value);
  }
}

/** Code-unit order: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
