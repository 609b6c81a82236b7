import { type Found, seedBits } from "./seed-index.js";

/** What the index says of an article, by its number. */
export interface Entry {
  readonly id: string;
  /** Earlier articles have the smaller one; of equals the smaller id is the earlier. */
  readonly order: string;
  /** Equal for equal texts. */
  readonly mark: string;
}

/** An article that is to be found. */
export interface Indexed extends Entry {
  /** Its seeds, ascending. Asked for only if they are needed. */
  readonly seeds: () => readonly number[];
}

/** Work that asks for records by key, is given those that there are, and goes on. */
export type Asking<T> = Generator<readonly string[], T, ReadonlyMap<string, string>>;

/** The index brought up to date. */
export interface KeptIndex {
  /** By the id of each article the ids of those before it that share most with it, best first. */
  readonly earlier: ReadonlyMap<string, readonly string[]>;
  /** Records that are new or have changed, by key. All must be kept, or none. */
  readonly records: ReadonlyMap<string, string>;
  /** Articles searched for; all, where the index was made anew. */
  readonly searched: number;
}

/** The record that all others are read by. */
export interface Contents {
  readonly version: string;
  /** One for each state the index has been in: a record of a state that this one did not come from is not taken. */
  readonly states: readonly string[];
  /** Seeds are parted by so many of their highest bits. */
  readonly bits: number;
  /** Numbers in all rows of seeds. */
  readonly size: number;
  /** By number; null where an article was taken out. */
  readonly entries: readonly (Entry | null)[];
}
/** Any other record. */
export interface Kept {
  readonly state: number;
  readonly name: string;
  readonly row: readonly number[];
}

/** Numbers in a row of seeds, on the average, when all are made. */
export const rowLength = 400;
/** Articles whose candidates are one record. */
const together = 64;
export const contentsKey = "articles";

/** In which record a seed stands. */
export const rowOf = (seed: number, bits: number): number => Math.floor(seed / 2 ** (seedBits - bits));
export const seedsKey = (row: number): string => `seeds ${row}`;
/** In which record it stands what an article finds. */
export const partOf = (article: number): number => Math.floor(article / together);
export const listsKey = (part: number): string => `lists ${part}`;

/** What the articles of a part find, as a row of whole numbers. */
export function listsWritten(lists: readonly (readonly Found[])[], part: number): number[] {
  return lists
    .slice(part * together, (part + 1) * together)
    .flatMap((found) => [found.length, ...found.flatMap(({ other, weight }) => [other, weight])]);
}

/** What `listsWritten` wrote. */
export function* listsIn(row: readonly number[]): Generator<Found[]> {
  for (let at = 0; at < row.length; ) {
    const end = at + 1 + 2 * row[at]!;
    const found: Found[] = [];
    for (at++; at < end; at += 2) found.push({ other: row[at]!, weight: row[at + 1]! });
    yield found;
  }
}

/** Ids of what each article finds, by its own. */
export function earlierById(entries: readonly (Entry | null)[], lists: readonly (readonly Found[])[]) {
  const earlier = new Map<string, readonly string[]>();
  for (const [number, entry] of entries.entries())
    if (entry !== null)
      earlier.set(
        entry.id,
        lists[number]!.map(({ other }) => entries[other]!.id),
      );
  return earlier;
}

export function inOrder(x: Entry, y: Entry): number {
  if (x.order !== y.order) return x.order < y.order ? -1 : 1;
  return x.id < y.id ? -1 : x.id > y.id ? 1 : 0;
}

export const same = (x: Entry, y: Entry): boolean => x.id === y.id && x.order === y.order && x.mark === y.mark;
