import { type Fingerprint, sameStory, storiesAmong } from "../trace/index.js";
import { compareText } from "../trace/library.js";
import { dot, type SparseVector, unit } from "../trace/vectors.js";
import { type Counts, countsOf, StreamWords } from "./words.js";

/** Each article takes on the words of those most like it, by half of how alike they are: reports of one event differ in words. */
const closest = 2;
const takenOn = 0.5;
/** A stem that so many articles have leads to none of them. */
const mostArticles = 400;
/** So many articles most like one are looked at. */
const neighbours = 30;
/** What a word that no other article has had counts for in an article's length: chosen on the odd topics of ECB+ (ADR 0051). */
const unsharedShare = 0.1;
/** Everything is settled anew when there are so many articles, and then whenever there are twice as many. */
const firstSettling = 16;

/** What came of one article. */
export interface Placed {
  readonly id: string;
  /** The story's number: they are counted as stories begin, and never used again. */
  readonly story: number;
  /** Mean likeness to the story's other articles, cosine over telling words, 0 to 1; null when it begins one. */
  readonly likeness: number | null;
  /** What settling changed, when this article was the one at which everything was settled anew. */
  readonly settled: readonly Move[];
}

/** Articles that are in another story than before: `from` has become part of `to`, or `to` has left it. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly articles: readonly string[];
}

interface Story {
  readonly number: number;
  readonly members: number[];
  /** Sum of the members' vectors. */
  readonly sum: Map<number, number>;
}

/**
 * Sorts a stream of news into stories as it comes in. An article joins the story that it is most like, or begins one; as
 * more is known of which words tell stories apart, everything is settled anew: then stories merge and split. No clock, no
 * chance: the same stream gives the same stories, and once settled they do not depend on its order.
 */
export class StoryFinder {
  readonly #articles: Fingerprint[] = [];
  readonly #known = new Map<string, number>();
  readonly #counts: Counts[] = [];
  /** Each article's own words, by which it is found; and with those taken on, by which it is compared. */
  readonly #plain: SparseVector[] = [];
  readonly #vectors: SparseVector[] = [];
  readonly #storyOf: Story[] = [];
  readonly #postings = new Map<number, number[]>();
  readonly #words = new StreamWords();
  #stories = new Map<number, Story>();
  #next = 1;

  /** Puts an article where it belongs. One whose id is known stays where it is. */
  add(article: Fingerprint): Placed {
    const known = this.#known.get(article.id);
    if (known !== undefined) return this.#placed(known, null, []);
    const counts = countsOf(article);
    this.#words.see(counts);
    const { plain, vector, best } = this.#likest(counts);
    const index = this.#keep(article, counts, plain, vector);
    this.#put(index, best?.story ?? this.#begin());
    const { length } = this.#articles;
    const settled = length >= firstSettling && Number.isInteger(Math.log2(length)) ? this.settle() : [];
    return this.#placed(index, best?.likeness ?? null, settled);
  }

  /** The story that an article would join, and how like it is; nothing is changed. Null where it would begin one. */
  find(article: Pick<Fingerprint, "text">): { readonly story: number; readonly likeness: number } | null {
    const { best } = this.#likest(countsOf(article), 0);
    return best === null ? null : { story: best.story.number, likeness: best.likeness };
  }

  /** Ids by story, as they came. */
  stories(): readonly { readonly number: number; readonly articles: readonly string[] }[] {
    return [...this.#stories.values()]
      .sort((a, b) => a.number - b.number)
      .map(({ number, members }) => ({ number, articles: members.map((member) => this.#articles[member]!.id) }));
  }

  /** Sorts all articles anew, as if they had come at once. A story keeps its number where most of it stays together. */
  settle(): readonly Move[] {
    const before = this.#storyOf.map(({ number }) => number);
    const groups = storiesAmong(this.#articles).map((ids) =>
      ids.map((id) => this.#known.get(id)!).sort((a, b) => a - b),
    );
    this.#stories = new Map();
    this.#weighAnew();
    for (const [group, number] of this.#numbered(groups, before)) {
      const story = this.#begin(number);
      for (const member of group) this.#put(member, story);
    }
    return movesBetween(before, (index) => this.#storyOf[index]!.number, this.#articles);
  }

  /** An article's words as they tell in this stream, at length one, and the story that it is most like. */
  #likest(counts: Counts, own = 1) {
    const plain = this.#weighed(counts, own);
    const near = this.#nearest(plain);
    const vector = this.#widened(plain, near);
    let best: { readonly story: Story; readonly likeness: number } | null = null;
    for (const story of new Set(near.map(({ other }) => this.#storyOf[other]!))) {
      const likeness = dot(vector, story.sum) / story.members.length;
      if (best === null || likeness > best.likeness || (likeness === best.likeness && story.number < best.story.number))
        best = { story, likeness };
    }
    if (best === null || best.likeness < sameStory) return { plain, vector, best: null };
    // Among few articles little is shared, and what is counts for more than it should.
    return { plain, vector, best: { ...best, likeness: Math.min(1, Math.round(best.likeness * 1000) / 1000) } };
  }

  /** @param own 1 where the article is among those seen */
  #weighed(counts: Counts, own = 1): SparseVector {
    const plain = new Map<number, number>();
    let square = 0;
    for (const [stem, count] of counts) {
      const [weight, shared] = [Math.log1p(count) * this.#words.information(stem), this.#words.seen(stem) > own];
      square += weight ** 2 * (shared ? 1 : unsharedShare);
      if (weight > 0) plain.set(stem, weight);
    }
    for (const [stem, weight] of plain) plain.set(stem, weight / Math.sqrt(square));
    return plain;
  }

  #widened(plain: SparseVector, near: readonly Near[]): SparseVector {
    if (near.length === 0) return plain;
    const wide = new Map(plain);
    for (const { other, likeness } of near.slice(0, closest)) addTo(wide, this.#plain[other]!, takenOn * likeness);
    const length = Math.sqrt(dot(plain, plain));
    return new Map([...unit(wide)].map(([stem, weight]) => [stem, weight * length]));
  }

  #nearest(plain: SparseVector, self = -1): Near[] {
    const likeness = new Map<number, number>();
    for (const [stem, weight] of plain) {
      const others = this.#postings.get(stem) ?? [];
      if (others.length > mostArticles) continue;
      for (const other of others)
        if (other !== self)
          likeness.set(other, (likeness.get(other) ?? 0) + weight * (this.#plain[other]!.get(stem) ?? 0));
    }
    return [...likeness]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, neighbours)
      .map(([other, alike]) => ({ other, likeness: Math.min(1, alike) }));
  }

  #keep(article: Fingerprint, counts: Counts, plain: SparseVector, vector: SparseVector): number {
    const index = this.#articles.push(article) - 1;
    this.#known.set(article.id, index);
    this.#counts.push(counts);
    this.#plain.push(plain);
    this.#vectors.push(vector);
    for (const stem of counts.keys()) {
      const own = this.#postings.get(stem);
      if (own === undefined) this.#postings.set(stem, [index]);
      else if (own.length <= mostArticles) own.push(index);
    }
    return index;
  }

  /** Every article's words as they tell now. */
  #weighAnew(): void {
    for (const [i, counts] of this.#counts.entries()) this.#plain[i] = this.#weighed(counts);
    for (const [i, plain] of this.#plain.entries()) this.#vectors[i] = this.#widened(plain, this.#nearest(plain, i));
  }

  #begin(number = this.#next++): Story {
    const story: Story = { number, members: [], sum: new Map() };
    this.#stories.set(number, story);
    return story;
  }

  #put(index: number, story: Story): void {
    story.members.push(index);
    addTo(story.sum, this.#vectors[index]!, 1);
    this.#storyOf[index] = story;
  }

  /** Each group with the number of the story that most of it comes from, largest shares first; a number is given once. */
  #numbered(groups: readonly number[][], before: readonly number[]): [number[], number][] {
    const claims = groups.flatMap((group, at) => {
      const counts = new Map<number, number>();
      for (const member of group) counts.set(before[member]!, (counts.get(before[member]!) ?? 0) + 1);
      return [...counts].map(([number, count]) => ({ at, number, count }));
    });
    claims.sort((a, b) => b.count - a.count || a.number - b.number || a.at - b.at);
    const [numbers, given] = [new Map<number, number>(), new Set<number>()];
    for (const { at, number } of claims) {
      if (numbers.has(at) || given.has(number)) continue;
      numbers.set(at, number);
      given.add(number);
    }
    return groups.map((group, at) => [group, numbers.get(at) ?? this.#next++]);
  }

  #placed(index: number, likeness: number | null, settled: readonly Move[]): Placed {
    return { id: this.#articles[index]!.id, story: this.#storyOf[index]!.number, likeness, settled };
  }
}

interface Near {
  readonly other: number;
  readonly likeness: number;
}

function addTo(sum: Map<number, number>, more: SparseVector, share: number): void {
  for (const [stem, weight] of more) sum.set(stem, (sum.get(stem) ?? 0) + share * weight);
}

function movesBetween(
  before: readonly number[],
  now: (index: number) => number,
  articles: readonly Fingerprint[],
): Move[] {
  const moves = new Map<string, { from: number; to: number; articles: string[] }>();
  for (const [index, from] of before.entries()) {
    const to = now(index);
    if (from === to) continue;
    const key = `${from} ${to}`;
    const known = moves.get(key) ?? { from, to, articles: [] };
    known.articles.push(articles[index]!.id);
    moves.set(key, known);
  }
  return [...moves.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** In the order in which a stream brings them: by date, those without one last, then by id. */
export function inOrder<T extends Pick<Fingerprint, "id" | "date">>(articles: readonly T[]): T[] {
  return [...articles].sort((a, b) => compareText(a.date ?? "9999", b.date ?? "9999") || compareText(a.id, b.id));
}
