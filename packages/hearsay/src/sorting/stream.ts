import { attemptRead, inputOf, type KeptCapture, type StoryStore, type Workshop } from "../engine/index.js";
import { type FinderState, type Newcomer, newcomerOf, StoryFinder } from "../finding/index.js";
import type { Diagnostic } from "../model/index.js";

// What a stream keeps, in the tables of a story: captures, an analyst's judgements, and records of four kinds.
// `words`: of each capture what finding takes of it. `filed`: where each belongs and where it lies. `finder`: how the
// finder stood, in pieces, so that a newcomer does not write all of it. `names`: what the stories are called.

/** Where a capture of the stream belongs, and where it is. */
export interface Filing {
  /** The number of its story; 0 for what is no article. */
  readonly story: number;
  /** The capture whose place it has taken: it goes where that one goes. */
  readonly follows: string | null;
  /** The name of the story that it lies in; null while it lies in none. */
  readonly in: string | null;
  /** Where it was being carried by runs that have not ended: it may lie there already. */
  readonly going?: readonly string[];
}

/** What is known of a capture: what finding takes of it, and a title to name stories by. Null where no article is in it. */
export interface Known {
  readonly newcomer: Newcomer;
  readonly title: string;
}

/** A finder and how its records stand. */
export interface Kept {
  readonly finder: StoryFinder;
  readonly records: ReadonlyMap<string, string>;
}

/** Of code that made other words or another state, what is kept is made again. */
const wordsVersion = ({ stages }: Workshop): string => `1 ${stages.versions.fingerprint}`;
/** So many articles of the finder are one record. */
const piece = 256;
/** So many captures are read between two writes. */
const batch = 32;

/** What finding takes of captures, read where it is not kept; and what there was to say of those read. */
export async function knownOf(workshop: Workshop, captures: readonly KeptCapture[]) {
  const { store, stages, onProgress } = workshop;
  const keys = captures.map(({ hash }) => hash);
  const version = wordsVersion(workshop);
  const current = await store.versions("words", keys);
  const missing = captures.filter(({ hash }) => current.get(hash) !== version);
  const run = missing.length === 0 ? null : await stages.perArticle();
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < missing.length; at += batch) {
    const records = [];
    for (const [i, capture] of missing.slice(at, at + batch).entries()) {
      onProgress?.({ step: "read", done: at + i, total: missing.length, file: capture.places[0]!.place });
      const { output, diagnostics: said } = await attemptRead(run!, await inputOf(store, capture));
      diagnostics.push(...said);
      const body = output === null ? "null" : written(capture.hash, output);
      records.push({ stage: "words", key: capture.hash, version, body, bulky: true });
    }
    await store.derive(records);
  }
  const bodies = await store.derived("words", keys);
  const known = new Map(keys.map((key) => [key, readBack(key, bodies.get(key) ?? "null")]));
  return { known, diagnostics };
}

interface WordsRecord {
  readonly order: string;
  readonly title: string;
  readonly stems: readonly number[];
  readonly counts: readonly number[];
}

type Read = NonNullable<Awaited<ReturnType<typeof attemptRead>>["output"]>;

function written(id: string, { title, text, published, publishedWithin }: Read): string {
  const { order, stems, counts } = newcomerOf({ id, text, date: published, dateWithin: publishedWithin });
  const named = title?.trim() ? title : text.slice(0, 200);
  return JSON.stringify({ order, title: named, stems: [...stems], counts: [...counts] } satisfies WordsRecord);
}

function readBack(id: string, body: string): Known | null {
  const record = JSON.parse(body) as WordsRecord | null;
  if (record === null) return null;
  const { order, title, stems, counts } = record;
  return { title, newcomer: { id, order, stems: Uint32Array.from(stems), counts: Float32Array.from(counts) } };
}

/** Where every capture was filed so far, by hash. */
export async function filingsOf({ store }: Workshop): Promise<Map<string, Filing>> {
  const bodies = await store.derived("filed");
  return new Map([...bodies].map(([hash, body]) => [hash, JSON.parse(body) as Filing]));
}

/** What each story is called, by number. */
export async function namesOf({ store }: Workshop): Promise<Map<number, string>> {
  const body = (await store.derived("names")).get("names") ?? "[]";
  return new Map(JSON.parse(body) as (readonly [number, string])[]);
}

/** The finder as it stood. @param captures of the stream, for the words of those that are open */
export async function finderOf(
  workshop: Workshop,
  captures: readonly KeptCapture[],
  before: Kept | null,
): Promise<Kept> {
  const records = await workshop.store.derived("finder");
  if (before !== null && isSame(records, before.records)) return before;
  const [head, ...pieces] = [...records.values()].map((body) => JSON.parse(body) as unknown);
  if (head === undefined) return { finder: new StoryFinder(), records };
  const state = { ...(head as object), articles: (pieces as unknown[][]).flat() } as unknown as FinderState;
  const byHash = new Map(captures.map((capture) => [capture.hash, capture]));
  const open = state.articles.flatMap(({ id }) => byHash.get(id) ?? []);
  const { known } = await knownOf(workshop, open);
  const newcomers = state.articles.map(({ id }) => known.get(id)?.newcomer ?? emptyOf(id));
  return { finder: StoryFinder.of(state, newcomers), records };
}

/** One that cannot be read any more keeps its place. */
const emptyOf = (id: string): Newcomer => ({ id, order: "", stems: new Uint32Array(), counts: new Float32Array() });

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, body]) => other.get(key) === body);
}

/** Keeps how everything stands, in one transaction: what was placed is placed wholly, or not at all. */
export async function keepState(
  { store }: Workshop,
  { finder, records: before }: Kept,
  filed: Iterable<readonly [string, Filing]>,
  names: ReadonlyMap<number, string>,
): Promise<Kept> {
  const records = piecesOf(finder.state());
  const changed = [...records].filter(([key, body]) => before.get(key) !== body);
  // Pieces that are no more: the number of open articles has fallen.
  const gone = [...before.keys()].filter((key) => !records.has(key)).map((key) => [key, "[]"] as const);
  const version = "1";
  await store.derive([
    ...[...changed, ...gone].map(([key, body]) => ({ stage: "finder", key, version, body, bulky: true })),
    ...[...filed].map(([key, filing]) => ({ stage: "filed", key, version, body: JSON.stringify(filing) })),
    { stage: "names", key: "names", version, body: JSON.stringify([...names]), bulky: true },
  ]);
  return { finder, records: new Map([...records, ...gone]) };
}

/** Keys are in order, the head first. */
function piecesOf({ articles, ...head }: FinderState): Map<string, string> {
  const pieces = new Map([["0", JSON.stringify(head)]]);
  for (let at = 0; at < articles.length; at += piece)
    pieces.set(`1 ${String(at / piece).padStart(6, "0")}`, JSON.stringify(articles.slice(at, at + piece)));
  return pieces;
}

/** Keeps where captures lie now. */
export const keepFilings = (store: StoryStore, filed: Iterable<readonly [string, Filing]>): Promise<void> =>
  store.derive([...filed].map(([key, one]) => ({ stage: "filed", key, version: "1", body: JSON.stringify(one) })));
