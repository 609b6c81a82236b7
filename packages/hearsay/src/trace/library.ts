import { type Features, featuresOf } from "./align.js";
import { informationOf } from "./common.js";
import { type Facts, factsOf } from "./facts.js";
import { type Fingerprint, type Words, wordsOf } from "./fingerprint.js";
import type { KinSide } from "./kinship.js";
import type { Outline } from "./outline.js";
import { type Reading, readingOf } from "./reading.js";
import { skeletonRunsOf } from "./skeleton.js";
import { StoryWords } from "./story-words.js";
import { type Counted, countedAgain, type Tally, tallied, written } from "./tally.js";

/** Words of readings kept, some 18 bytes each, and articles of which everything that is made from a reading is kept. */
const cachedWords = 8_000_000;
const cachedArticles = 600;
/** What carries less, in nats, tells nothing of what an article is about. */
const leastTelling = 3;

/** The articles being traced, in an order of their own (earliest first, then by id), with their readings made on demand. */
export class Library {
  readonly articles: readonly Fingerprint[];
  private readonly readings = new Recent<Reading>(cachedWords, (reading) => reading.form.length + 100);
  private readonly featuresKnown = new Recent<Features>(cachedArticles, () => 1);
  private readonly factsKnown = new Recent<Facts>(cachedArticles, () => 1);
  private readonly skeletons = new Recent<ReadonlySet<number>>(cachedArticles, () => 1);
  private readonly wordsKnown = new Recent<Words>(cachedWords, ({ seeds, stems }) => seeds.length + stems.length);
  private readonly stemSets = new Recent<ReadonlySet<number>>(cachedWords, (stems) => stems.size);
  private readonly tellingKnown = new Recent<readonly (readonly [number, number])[]>(cachedArticles, () => 1);
  private frequencies: ReadonlyMap<number, number> | null = null;
  private readonly counted: readonly Counted[];
  /** What the words tell between two of the articles. */
  readonly storyWords: StoryWords;
  private readonly asked: string;

  /**
   * @param tally what was counted of an earlier set; it only saves counting again
   * @param gone articles that may have been among them
   */
  constructor(
    fingerprints: readonly Fingerprint[],
    private readonly known: Tally | null = null,
    private readonly gone: readonly Fingerprint[] = [],
  ) {
    this.articles = [...fingerprints].sort((x, y) => compareText(orderOf(x), orderOf(y)) || compareText(x.id, y.id));
    this.counted = this.articles.map(({ id, mark }, i) => ({ id, mark, stems: () => this.words(i).stems }));
    const { words, asked } = tallied(this.counted, known);
    this.storyWords = words;
    this.asked = asked;
  }

  /** What the article is found by and counted with. */
  words(article: number): Words {
    return this.articles[article]!.words ?? this.wordsKnown.get(article, () => wordsOf(this.reading(article)));
  }

  /** What the story's words are to the article. */
  shade(article: number): number {
    const { id, mark } = this.articles[article]!;
    const shade = this.known?.marks[id] === mark && this.isSameStory() ? this.known.shades[id] : undefined;
    return shade ?? this.storyWords.shade(this.words(article).stems);
  }

  private sameStory: boolean | null = null;
  private isSameStory(): boolean {
    const { known } = this;
    this.sameStory ??=
      known !== null && new StoryWords(known.size, new Map(known.seen)).basis === this.storyWords.basis;
    return this.sameStory;
  }

  /** What to count the next set with. */
  tally(): Tally {
    return {
      marks: Object.fromEntries(this.articles.map(({ id, mark }) => [id, mark])),
      counts: written(this.counts()),
      asked: this.asked,
      size: this.storyWords.size,
      seen: [...this.storyWords.seen],
      shades: Object.fromEntries(this.articles.map(({ id }, i) => [id, this.shade(i)])),
    };
  }

  /** The article made ready for comparing; the most recently used are kept. */
  reading(article: number): Reading {
    return this.readings.get(article, () => readingOf(this.articles[article]!.text));
  }

  /** Where the article's sentences stand and how long they are. */
  outline(article: number): Outline {
    return this.articles[article]!.outline;
  }

  /** What its sentences are found by. */
  features(article: number): Features {
    return this.featuresKnown.get(article, () => featuresOf(this.reading(article)));
  }

  /** The article's telling words, weighted by what they tell in this story. */
  facts(article: number): Facts {
    return this.factsKnown.get(article, () =>
      factsOf(this.reading(article), (stem) => this.storyWords.information(stem)),
    );
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

  /** The stems of its words, stop words left out. */
  stems(article: number): ReadonlySet<number> {
    return this.stemSets.get(article, () => new Set(this.words(article).stems));
  }

  /** Share of the information in an article's words that the other has too, wherever they stand. */
  likeness(article: number, other: number): number {
    const theirs = this.stems(other);
    let [shared, total] = [0, 0];
    for (const [stem, weight] of this.tellingOf(article)) {
      total += weight;
      if (theirs.has(stem)) shared += weight;
    }
    return total === 0 ? 0 : shared / total;
  }

  private tellingOf(article: number): readonly (readonly [number, number])[] {
    const make = () =>
      this.words(article)
        .stems.map((stem) => [stem, this.storyWords.information(stem)] as const)
        .filter(([, weight]) => weight >= leastTelling);
    return this.tellingKnown.get(article, make);
  }

  /** Information a stem carries within this set, in nats. */
  information(stem: number): number {
    return informationOf(stem, this.frequency(stem), this.articles.length);
  }

  /** In how many articles a stem stands, from its hash. */
  frequency(stem: number): number {
    return this.counts().get(stem) ?? 0;
  }

  private counts(): ReadonlyMap<number, number> {
    const gone = () =>
      this.gone.map(({ id, mark, text }) => ({ id, mark, stems: () => wordsOf(readingOf(text)).stems }));
    this.frequencies ??= countedAgain(this.counted, gone(), this.known);
    return this.frequencies;
  }
}

/** What articles are ordered by, before their ids: the earliest they can be of. */
export const orderOf = ({ date, dateWithin }: Pick<Fingerprint, "date" | "dateWithin">): string =>
  date ?? dateWithin?.earliest ?? "9999";

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
