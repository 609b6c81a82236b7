import { informationOf } from "./common.js";
import { type Facts, factsOf } from "./facts.js";
import type { Fingerprint } from "./fingerprint.js";
import { type Reading, readingOf } from "./reading.js";
import { wordClass } from "./words.js";

const cached = 2000;
const buckets = 2 ** 20;

/** The articles being traced, in an order of their own (earliest first, then by id), with their readings made on demand. */
export class Library {
  readonly articles: readonly Fingerprint[];
  private readonly readings = new Map<number, Reading>();
  private readonly factsKnown = new Map<number, Facts>();
  private documentFrequency: Uint32Array | null = null;

  constructor(fingerprints: readonly Fingerprint[]) {
    const orderOf = (f: Fingerprint): string => f.date ?? f.dateWithin?.earliest ?? "9999";
    this.articles = [...fingerprints].sort((x, y) => compareText(orderOf(x), orderOf(y)) || compareText(x.id, y.id));
  }

  /** The article made ready for comparing; the most recently used are kept. */
  reading(article: number): Reading {
    const known = this.readings.get(article);
    if (known !== undefined) return known;
    const reading = readingOf(this.articles[article]!.text);
    if (this.readings.size >= cached) this.readings.delete(this.readings.keys().next().value!);
    this.readings.set(article, reading);
    return reading;
  }

  /** The article's telling words, weighted by how rare they are in the set. */
  facts(article: number): Facts {
    const known = this.factsKnown.get(article);
    if (known !== undefined) return known;
    const facts = factsOf(this.reading(article), (stem) => this.information(stem));
    if (this.factsKnown.size >= cached) this.factsKnown.delete(this.factsKnown.keys().next().value!);
    this.factsKnown.set(article, facts);
    return facts;
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

/** Code-unit order: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
