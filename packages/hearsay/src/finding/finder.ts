import { sameStory, storiesByWords } from "../trace/index.js";
import { compareText } from "../trace/library.js";
import { type Near, Sums } from "../trace/sums.js";
import { dot, type SparseVector, unit } from "../trace/vectors.js";
import { type Move, movesBetween, numbered } from "./moves.js";
import type { FinderState, Placed, Postings } from "./state.js";
import { widened } from "./widened.js";
import { type Newcomer, StreamWords } from "./words.js";

/** Each article takes on the words of those most like it, by half of how alike they are: reports of one event differ in words. */
const closest = 2;
const takenOn = 0.5;
/** A stem that so many articles have leads to none of them. */
const mostArticles = 400;
/** So many articles most like one are looked at. */
const neighbours = 30;
/** What a word that no other article has had counts for in an article's length: chosen on the odd topics of ECB+ (ADR 0051). */
const unsharedShare = 0.1;
/** Everything is settled anew when there are so many articles, and then whenever there are twice as many … */
const firstSettling = 16;
/** … until so many are open: then, half as many later, the latest of them are, and the others are closed (ADR 0059). */
const usuallyOpen = 8192;

/** An article of the stream that is open. */
interface Open extends Newcomer {
  /** What each of its stems tells in this stream, in its order: its own words, by which it is found. At length one. */
  readonly weights: Float64Array;
  /** Those whose words it takes on for comparing. */
  near: readonly Near[];
  story: Story;
}

interface Story {
  readonly number: number;
  members: number;
  /** Sum of the members' vectors. */
  readonly sum: Map<number, number>;
}

/**
 * Sorts a stream of news into stories as it comes in. An article joins the story that it is most like, or begins one; as
 * more is known of which words tell stories apart, everything is settled anew: then stories merge and split. No clock, no
 * chance: the same stream gives the same stories, and once settled they do not depend on its order. Of a long stream the
 * latest articles are open; a story without an open one is closed, and nothing joins it any more.
 */
export class StoryFinder {
  #articles: Open[] = [];
  #known = new Map<string, number>();
  #postings = new Map<number, Postings>();
  #words = new StreamWords();
  #stories = new Map<number, Story>();
  readonly #sums = new Sums();
  #next = 1;
  /** So many of the open articles, the first, were there when everything was settled last. */
  #settled = 0;

  /** @param most articles that stay open when everything is settled */
  constructor(private readonly most = usuallyOpen) {}

  /** A finder as `state` had it. @param newcomers the articles of the state, in its order */
  static of(state: FinderState, newcomers: readonly Newcomer[], most?: number): StoryFinder {
    const finder = new StoryFinder(most);
    [finder.#next, finder.#settled] = [state.next, state.settled];
    const [together, since] = [newcomers.slice(0, state.settled), newcomers.slice(state.settled)];
    // What was settled together was weighed together, and may be like one that came later.
    for (const newcomer of together) finder.#words.see(newcomer);
    for (const [i, newcomer] of together.entries())
      finder.#keep(newcomer, finder.#weighed(newcomer), state.articles[i]!.near);
    for (const i of together.keys()) finder.#putIn(i, state.articles[i]!.story);
    for (const newcomer of since) {
      finder.#words.see(newcomer);
      const { near, story } = state.articles[finder.#articles.length]!;
      finder.#putIn(finder.#keep(newcomer, finder.#weighed(newcomer), near), story);
    }
    return finder;
  }

  #putIn(index: number, number: number): void {
    this.#put(index, this.#stories.get(number) ?? this.#begin(number));
  }

  /** What makes this finder again, with the words of its articles. */
  state(): FinderState {
    const articles = this.#articles.map(({ id, story, near }) => ({ id, story: story.number, near }));
    return { next: this.#next, settled: this.#settled, articles };
  }

  /** Puts an article where it belongs. One that is open stays where it is. */
  add(article: Newcomer): Placed {
    const known = this.#known.get(article.id);
    if (known !== undefined) return this.#placed(article.id, null, []);
    this.#words.see(article);
    const { weights, near, best } = this.#likest(article);
    const index = this.#keep(article, weights, near.slice(0, closest));
    this.#put(index, best?.story ?? this.#begin());
    return this.#placed(article.id, best?.likeness ?? null, this.#isTime() ? this.settle() : []);
  }

  /** The story that an article would join, and how like it is; nothing is changed. Null where it would begin one. */
  find(article: Newcomer): { readonly story: number; readonly likeness: number } | null {
    const { best } = this.#likest(article, 0);
    return best === null ? null : { story: best.story.number, likeness: best.likeness };
  }

  /** Ids of the open articles by story, as they came. */
  stories(): readonly { readonly number: number; readonly articles: readonly string[] }[] {
    const members = new Map<number, string[]>();
    for (const { id, story } of this.#articles) {
      const own = members.get(story.number);
      if (own === undefined) members.set(story.number, [id]);
      else own.push(id);
    }
    return [...members].sort(([a], [b]) => a - b).map(([number, articles]) => ({ number, articles }));
  }

  /** Sorts all open articles anew, as if they had come at once. A story keeps its number where most of it stays together. */
  settle(): readonly Move[] {
    if (this.#articles.length > this.most) this.#close(this.#articles.length - this.most);
    const before = this.#articles.map(({ story }) => story.number);
    const order = [...this.#articles.keys()].sort((i, j) => inTurn(this.#articles[i]!, this.#articles[j]!));
    const groups = storiesByWords(order.map((i) => this.#telling(this.#articles[i]!)));
    const ofGroups = groups.map((group) => group.map((at) => order[at]!).sort((a, b) => a - b));
    this.#settled = this.#articles.length;
    for (const article of this.#articles) article.weights.set(this.#weighed(article));
    for (const [i, { stems, weights }] of this.#articles.entries())
      this.#articles[i]!.near = this.#nearest(stems, weights, i).slice(0, closest);
    this.#stories = new Map();
    for (const [group, number] of numbered(ofGroups, before, () => this.#next++)) {
      const story = this.#begin(number);
      for (const member of group) this.#put(member, story);
    }
    return movesBetween(this.#articles.map(({ id, story }, i) => ({ id, from: before[i]!, to: story.number })));
  }

  #isTime(): boolean {
    const { length } = this.#articles;
    if (length > this.most) return length >= this.most + Math.ceil(this.most / 2);
    return length >= firstSettling && Number.isInteger(Math.log2(length));
  }

  /** Closes the earliest so many articles: the others are all that is known from now on. */
  #close(count: number): void {
    const open = this.#articles.slice(count);
    [this.#articles, this.#known, this.#postings, this.#words] = [[], new Map(), new Map(), new StreamWords()];
    for (const article of open) {
      this.#words.see(article);
      this.#articles[this.#keep(article, article.weights, [])]!.story = article.story;
    }
  }

  /** An article's words as they tell in this stream, those most like it, and the story that it is most like. */
  #likest(article: Newcomer, own = 1) {
    const weights = this.#weighed(article, own);
    const near = this.#nearest(article.stems, weights);
    const vector = this.#widened(article.stems, weights, near);
    let best: { readonly story: Story; readonly likeness: number } | null = null;
    for (const story of new Set(near.map(({ other }) => this.#articles[other]!.story))) {
      const likeness = dot(vector, story.sum) / story.members;
      if (best === null || likeness > best.likeness || (likeness === best.likeness && story.number < best.story.number))
        best = { story, likeness };
    }
    if (best === null || best.likeness < sameStory) return { weights, near, best: null };
    // Among few articles little is shared, and what is counts for more than it should.
    return { weights, near, best: { ...best, likeness: Math.min(1, Math.round(best.likeness * 1000) / 1000) } };
  }

  /** @param own 1 where the article is among those seen */
  #weighed({ stems, counts }: Newcomer, own = 1): Float64Array {
    const weights = new Float64Array(stems.length);
    let square = 0;
    for (const [i, stem] of stems.entries()) {
      weights[i] = Math.log1p(counts[i]!) * this.#words.information(stem);
      square += weights[i]! ** 2 * (this.#words.seen(stem) > own ? 1 : unsharedShare);
    }
    return square === 0 ? weights : weights.map((weight) => weight / Math.sqrt(square));
  }

  /** The words that another article has too, as everything at once is settled by. */
  #telling({ stems, counts }: Newcomer): SparseVector {
    const shared = new Map<number, number>();
    for (const [i, stem] of stems.entries())
      if (this.#words.seen(stem) > 1) shared.set(stem, Math.log1p(counts[i]!) * this.#words.information(stem));
    return unit(shared);
  }

  #widened(stems: Uint32Array, weights: Float64Array, near: readonly Near[]): SparseVector {
    const taken = near
      .slice(0, closest)
      .map(({ other, likeness }) => ({ of: this.#articles[other]!, share: takenOn * likeness }));
    return widened({ stems, weights }, taken);
  }

  #nearest(stems: Uint32Array, weights: Float64Array, self = -1): Near[] {
    for (let i = 0; i < stems.length; i++) {
      const own = this.#postings.get(stems[i]!);
      if (own === undefined || own.articles.length > mostArticles || weights[i] === 0) continue;
      for (let at = 0; at < own.articles.length; at++) {
        const other = own.articles[at]!;
        const theirs = other === self ? 0 : this.#articles[other]!.weights[own.places[at]!]!;
        if (theirs > 0) this.#sums.add(other, weights[i]! * theirs);
      }
    }
    return this.#sums.largest(neighbours).map(({ other, likeness }) => ({ other, likeness: Math.min(1, likeness) }));
  }

  #keep({ id, order, stems, counts }: Newcomer, weights: Float64Array, near: readonly Near[]): number {
    const index = this.#articles.push({ id, order, stems, counts, weights, near, story: noStory }) - 1;
    this.#known.set(id, index);
    for (const [place, stem] of stems.entries()) {
      const own = this.#postings.get(stem) ?? { articles: [], places: [] };
      if (own.articles.length === 0) this.#postings.set(stem, own);
      if (own.articles.length > mostArticles) continue;
      own.articles.push(index);
      own.places.push(place);
    }
    return index;
  }

  #begin(number = this.#next++): Story {
    const story: Story = { number, members: 0, sum: new Map() };
    this.#stories.set(number, story);
    return story;
  }

  #put(index: number, story: Story): void {
    const article = this.#articles[index]!;
    const { stems, weights, near } = article;
    for (const [stem, weight] of this.#widened(stems, weights, near))
      story.sum.set(stem, (story.sum.get(stem) ?? 0) + weight);
    story.members++;
    article.story = story;
  }

  #placed(id: string, likeness: number | null, settled: readonly Move[]): Placed {
    return { id, story: this.#articles[this.#known.get(id)!]!.story.number, likeness, settled };
  }
}

const noStory: Story = { number: 0, members: 0, sum: new Map() };

/** In the order in which a stream brings them: by date, those without one last, then by id. */
export const inTurn = (a: Pick<Newcomer, "id" | "order">, b: Pick<Newcomer, "id" | "order">): number =>
  compareText(a.order, b.order) || compareText(a.id, b.id);
