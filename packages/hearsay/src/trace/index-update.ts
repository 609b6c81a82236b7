import { contentHash } from "../model/index.js";
import { type Holding, join, leave, type Order, readBack, score, written } from "./holdings.js";
import {
  type Asking,
  type Contents,
  contentsKey,
  type Entry,
  earlierById,
  type Indexed,
  inOrder,
  type Kept,
  type KeptIndex,
  listsIn,
  listsKey,
  listsWritten,
  partOf,
  rowLength,
  rowOf,
  same,
  seedsKey,
} from "./index-records.js";
import type { Found, SearchLimits } from "./seed-index.js";

/** Rows grown so long on the average, numbers, are made anew in larger number. */
const longestRow = 4 * rowLength;
/** From this share of the articles on, it costs less to make all anew. */
const manyChanges = 0.25;
const mostStates = 1000;

/** One change from a state of the index to the next. */
export class Update {
  private readonly entries: (Entry | null)[];
  private readonly holdings = new Map<number, Map<number, Holding>>();
  private readonly lists: (readonly Found[])[] = [];
  /** Articles whose list is to be made anew, and what others find beside what they did. */
  private readonly again = new Set<number>();
  private readonly finds = new Map<number, Found[]>();
  private readonly touchedRows = new Set<number>();
  private readonly touchedParts = new Set<number>();
  private size: number;

  /** Null where it costs less to make all anew. */
  static of(
    contents: Contents,
    articles: readonly Indexed[],
    gone: readonly Indexed[],
    limits: SearchLimits,
  ): Update | null {
    const here = new Map(articles.map((article) => [article.id, article]));
    const left: [number, Indexed][] = [];
    const known = new Set<string>();
    for (const [number, entry] of contents.entries.entries()) {
      if (entry === null) continue;
      const now = here.get(entry.id);
      if (now !== undefined && same(now, entry)) known.add(entry.id);
      else {
        const own = [now, ...gone].find((one) => one?.id === entry.id && one.mark === entry.mark);
        if (own === undefined) return null;
        left.push([number, own]);
      }
    }
    const came = articles.filter(({ id }) => !known.has(id)).sort(inOrder);
    if (came.length + left.length > manyChanges * articles.length || contents.states.length >= mostStates) return null;
    if (contents.entries.length > 2 * articles.length) return null;
    return new Update(contents, here, left, came, limits);
  }

  private constructor(
    private readonly contents: Contents,
    private readonly articles: ReadonlyMap<string, Indexed>,
    private readonly left: readonly (readonly [number, Indexed])[],
    private readonly came: readonly Indexed[],
    private readonly limits: SearchLimits,
  ) {
    this.entries = [...contents.entries];
    this.size = contents.size;
  }

  /** Null where what is kept does not suffice. */
  *run(): Asking<KeptIndex | null> {
    if (!(yield* this.loadLists())) return null;
    const changed = [...this.left.map(([, article]) => article), ...this.came];
    if (!(yield* this.loadSeeds(changed.flatMap((article) => article.seeds())))) return null;
    for (const [number, article] of this.left) if (!this.takeOut(number, article)) return null;
    for (const article of this.came) if (!this.put(article)) return null;
    this.compareFew();
    for (const [number, found] of this.finds) if (!this.again.has(number)) this.findToo(number, found);
    const seeds = new Map([...this.again].map((n) => [n, this.articles.get(this.entries[n]!.id)!.seeds()]));
    if (!(yield* this.loadSeeds([...seeds.values()].flat()))) return null;
    for (const [number, own] of seeds) this.setList(number, this.search(number, own));
    if (this.size > longestRow * 2 ** this.contents.bits) return null;
    const { entries, lists } = this;
    return { earlier: earlierById(entries, lists), records: this.records(), searched: seeds.size };
  }

  /** The first few articles find all that are before them; who is no longer among them is searched for. */
  private compareFew(): void {
    const first = (entries: readonly (Entry | null)[]): number[] =>
      [...entries.keys()]
        .filter((number) => entries[number] !== null)
        .sort((x, y) => inOrder(entries[x]!, entries[y]!))
        .slice(0, this.limits.few);
    const [before, now] = [first(this.contents.entries), first(this.entries)];
    for (const number of before) if (this.entries[number] !== null) this.again.add(number);
    for (const [rank, number] of now.entries()) {
      const found = now.slice(0, rank).map((other) => ({ other, weight: 0 }));
      if (!sameList(found, this.lists[number]!)) this.setList(number, found);
      this.again.delete(number);
      this.finds.delete(number);
    }
  }

  private takeOut(number: number, article: Indexed): boolean {
    this.entries[number] = null;
    this.setList(number, []);
    this.again.delete(number);
    const effects = { changed: (other: number) => this.again.add(other), finds: () => {} };
    for (const seed of article.seeds())
      if (!this.change(seed, (holding) => leave(holding, number, this.limits, effects))) return false;
    for (const [other, found] of this.lists.entries()) {
      if (found.every((one) => one.other !== number)) continue;
      if (found.length === this.limits.perArticle) this.again.add(other);
      this.setList(
        other,
        found.filter((one) => one.other !== number),
      );
    }
    this.again.delete(number);
    return true;
  }

  private put({ id, order, mark, seeds }: Indexed): boolean {
    const number = this.entries.push({ id, order, mark }) - 1;
    this.lists.push([]);
    this.again.add(number);
    const weights = new Map<number, number>();
    const effects = {
      changed: (other: number) => this.again.add(other),
      finds: (other: number, weight: number) => weights.set(other, (weights.get(other) ?? 0) + weight),
    };
    for (const seed of seeds())
      if (!this.change(seed, (holding) => join(holding, number, this.order, this.limits, effects))) return false;
    for (const [other, weight] of weights) {
      const found = this.finds.get(other);
      if (found === undefined) this.finds.set(other, [{ other: number, weight }]);
      else found.push({ other: number, weight });
    }
    return true;
  }

  private readonly order: Order = (x, y) => inOrder(this.entries[x]!, this.entries[y]!);
  private readonly best = (x: Found, y: Found): number => y.weight - x.weight || this.order(x.other, y.other);

  private findToo(number: number, more: readonly Found[]): void {
    const known = this.lists[number]!;
    const found = this.chosen([...known, ...more]);
    if (!sameList(found, known)) this.setList(number, found);
  }

  private search(number: number, seeds: readonly number[]): readonly Found[] {
    const scores = new Map<number, number>();
    for (const seed of seeds) score(this.holdingsOf(seed).get(seed)!, number, this.limits, scores);
    return this.chosen([...scores].map(([other, weight]) => ({ other, weight })));
  }

  private chosen(found: readonly Found[]): readonly Found[] {
    const enough = found.filter(({ weight }) => weight >= this.limits.minWeight);
    return enough.sort(this.best).slice(0, this.limits.perArticle);
  }

  private setList(number: number, found: readonly Found[]): void {
    this.lists[number] = found;
    this.touchedParts.add(partOf(number));
  }

  private holdingsOf(seed: number): Map<number, Holding> {
    return this.holdings.get(rowOf(seed, this.contents.bits))!;
  }

  private change(seed: number, how: (holding: Holding) => boolean): boolean {
    const holdings = this.holdingsOf(seed);
    const holding = holdings.get(seed) ?? { count: 0, oldest: [] };
    const before = holding.oldest.length;
    const done = how(holding);
    if (holding.count === 0) holdings.delete(seed);
    else holdings.set(seed, holding);
    this.size += holding.oldest.length - before + (before === 0 ? 2 : 0);
    this.touchedRows.add(rowOf(seed, this.contents.bits));
    return done;
  }

  /** False where a record is not of a state this one came from. */
  private *loadLists(): Asking<boolean> {
    const count = partOf(this.entries.length - 1) + 1;
    const rows = yield* this.rows(Array.from({ length: count }, (_, part) => listsKey(part)));
    for (const row of rows) if (row !== null) this.lists.push(...listsIn(row));
    return !rows.includes(null);
  }

  private *loadSeeds(seeds: readonly number[]): Asking<boolean> {
    const wanted = new Set(seeds.map((seed) => rowOf(seed, this.contents.bits)));
    const missing = [...wanted].filter((row) => !this.holdings.has(row));
    const rows = yield* this.rows(missing.map(seedsKey));
    for (const [i, row] of rows.entries()) if (row !== null) this.holdings.set(missing[i]!, readBack(row, this.limits));
    return !rows.includes(null);
  }

  private *rows(keys: readonly string[]): Asking<(readonly number[] | null)[]> {
    if (keys.length === 0) return [];
    const bodies = yield keys;
    return keys.map((key) => {
      const kept = JSON.parse(bodies.get(key) ?? "null") as Kept | null;
      return kept !== null && this.contents.states[kept.state] === kept.name ? kept.row : null;
    });
  }

  private records(): Map<string, string> {
    const { contents, entries } = this;
    const records = new Map<string, string>();
    if (this.left.length + this.came.length === 0) return records;
    const changes = [this.left.map(([number]) => number), this.came.map(({ id, order, mark }) => [id, order, mark])];
    const name = contentHash(JSON.stringify([contents.states.at(-1), changes])).slice(0, 8);
    const keep = (key: string, row: readonly number[]) =>
      records.set(key, JSON.stringify({ state: contents.states.length, name, row } satisfies Kept));
    for (const row of this.touchedRows) keep(seedsKey(row), written(this.holdings.get(row)!, this.limits));
    for (const part of this.touchedParts) keep(listsKey(part), listsWritten(this.lists, part));
    const next = { ...contents, states: [...contents.states, name], size: this.size, entries } satisfies Contents;
    return records.set(contentsKey, JSON.stringify(next));
  }
}

const sameList = (x: readonly Found[], y: readonly Found[]): boolean =>
  x.length === y.length && x.every(({ other }, i) => other === y[i]!.other);
