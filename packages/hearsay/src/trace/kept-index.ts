import { contentHash } from "../model/index.js";
import { earlierOnes } from "./candidates.js";
import { type Holding, mostKept, written } from "./holdings.js";
import {
  type Asking,
  type Contents,
  contentsKey,
  earlierById,
  type Indexed,
  inOrder,
  type Kept,
  type KeptIndex,
  listsKey,
  listsWritten,
  partOf,
  rowLength,
  rowOf,
  seedsKey,
} from "./index-records.js";
import { Update } from "./index-update.js";
import { type SearchLimits, searchLimits } from "./seed-index.js";

/**
 * Brings the index to the articles given: reads and changes only the records of the seeds they have that came or went. What
 * it finds is what `earlierOnes` finds of the same articles, in whatever order they came.
 * @param version of what makes the seeds; an index of another is made anew
 * @param gone articles that may have been taken out, for their seeds
 */
export function* keptIndex(
  articles: readonly Indexed[],
  gone: readonly Indexed[],
  version: string,
  limits: SearchLimits = searchLimits,
): Asking<KeptIndex> {
  const contents = JSON.parse((yield [contentsKey]).get(contentsKey) ?? "null") as Contents | null;
  const update = contents?.version === version ? Update.of(contents, articles, gone, limits) : null;
  return (update === null ? null : yield* update.run()) ?? madeAnew(articles, version, limits);
}

function madeAnew(articles: readonly Indexed[], version: string, limits: SearchLimits): KeptIndex {
  const sorted = [...articles].sort(inOrder);
  const seeds = sorted.map((article) => article.seeds());
  const lists = earlierOnes(seeds, limits);
  const holdings = holdingsIn(seeds, limits);
  const size = holdings.reduce((sum, [, { oldest }]) => sum + oldest.length + 2, 0);
  const bits = Math.max(0, Math.ceil(Math.log2(size / rowLength)));
  const entries = sorted.map(({ id, order, mark }) => ({ id, order, mark }));
  const states = [contentHash(JSON.stringify([version, entries])).slice(0, 8)];
  const rows = new Map<string, string>();
  const keep = (key: string, row: readonly number[]) =>
    rows.set(key, JSON.stringify({ state: 0, name: states[0]!, row } satisfies Kept));
  let at = 0;
  for (let row = 0; row < 2 ** bits; row++) {
    const from = at;
    while (at < holdings.length && rowOf(holdings[at]![0], bits) === row) at++;
    keep(seedsKey(row), written(new Map(holdings.slice(from, at)), limits));
  }
  for (let part = 0; part <= partOf(lists.length - 1); part++) keep(listsKey(part), listsWritten(lists, part));
  rows.set(contentsKey, JSON.stringify({ version, states, bits, size, entries } satisfies Contents));
  return { earlier: earlierById(entries, lists), records: rows, searched: articles.length };
}

/** Ascending by seed; of each its oldest articles. */
function holdingsIn(seeds: readonly (readonly number[])[], limits: SearchLimits): [number, Holding][] {
  const postings = new Float64Array(seeds.reduce((sum, own) => sum + own.length, 0));
  let at = 0;
  for (const [number, own] of seeds.entries()) for (const seed of own) postings[at++] = seed * mostArticles + number;
  const holdings: [number, Holding][] = [];
  for (const posting of postings.sort()) {
    const seed = Math.floor(posting / mostArticles);
    if (holdings.at(-1)?.[0] !== seed) holdings.push([seed, { count: 0, oldest: [] }]);
    const holding = holdings.at(-1)![1];
    if (holding.count++ < mostKept(limits)) holding.oldest.push(posting % mostArticles);
  }
  return holdings;
}
/** So that a seed and an article make one whole number. */
const mostArticles = 2 ** 26;
