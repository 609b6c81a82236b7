import type { Diagnostic } from "../model/index.js";
import type { Candidate } from "./candidates.js";
import { type Compared, compareAll, uncompared } from "./compared.js";
import { type Fingerprint, wordsOf } from "./fingerprint.js";
import type { Asking, Indexed } from "./index-records.js";
import { keptIndex } from "./kept-index.js";
import { Library, orderOf } from "./library.js";
import { readingOf } from "./reading.js";
import { withoutRepeats } from "./repeats.js";
import { type SearchLimits, searchLimits } from "./seed-index.js";
import type { Tally } from "./tally.js";
import { type Traced, traceAmong } from "./trace.js";

/** A lineage of a set that is kept, and the records by which the next one is found sooner. */
export interface KeptTrace extends Traced {
  /** Records that are new or have changed, by key. All must be kept, or none. */
  readonly records: ReadonlyMap<string, string>;
}

/** What there is from before; it saves work and changes nothing. */
export interface Before {
  readonly compared: Compared;
  /** Articles that may have been in the set, for their words. */
  readonly gone: readonly Fingerprint[];
}

interface KeptTally {
  readonly version: string;
  readonly tally: Tally;
}
const tallyKey = "tally";

/** What is to be compared of a set that is kept, found by its seeds, and the records that tell so. */
export interface Planned {
  readonly library: Library;
  readonly candidates: readonly Candidate[];
  readonly diagnostics: readonly Diagnostic[];
  /** Records of the index and the tally that are new or have changed, by key. All must be kept, or none. */
  readonly records: ReadonlyMap<string, string>;
}

/**
 * Brings the index and the tally to a set that grows: it asks for the records that it needs of what is kept, and of the texts
 * reads those that have come.
 * @param gone articles that may have been in the set, for their words
 * @param version of what makes the records; those of another are not taken
 */
export function* planKept(
  fingerprints: readonly Fingerprint[],
  gone: readonly Fingerprint[],
  version: string,
  limits: SearchLimits = searchLimits,
): Asking<Planned> {
  const { unique, diagnostics } = withoutRepeats(fingerprints);
  const before = (yield [tallyKey]).get(tallyKey) ?? "null";
  const kept = JSON.parse(before) as KeptTally | null;
  const library = new Library(unique, kept?.version === version ? kept.tally : null, gone);
  const index = yield* keptIndex(indexed(library), gone.map(goneOf), version, limits);
  const at = new Map(library.articles.map(({ id }, article) => [id, article]));
  const candidates = library.articles.flatMap(({ id }, b) =>
    index.earlier.get(id)!.map((other) => ({ a: at.get(other)!, b })),
  );
  const tally = JSON.stringify({ version, tally: library.tally() } satisfies KeptTally);
  const records = tally === before ? index.records : new Map([...index.records, [tallyKey, tally]]);
  return { library, candidates, diagnostics, records };
}

/**
 * What `trace` finds, for a set that grows: besides what planning reads, it reads the texts that are compared, and those that
 * may be cited.
 */
export function* traceKept(
  fingerprints: readonly Fingerprint[],
  { compared, gone }: Before,
  version: string,
  limits: SearchLimits = searchLimits,
): Asking<KeptTrace> {
  const { library, candidates, diagnostics, records } = yield* planKept(fingerprints, gone, version, limits);
  return { ...traceAmong(library, candidates, compared, diagnostics), records };
}

/** Of the pairs to be compared those that were not compared before, by the id of the later of two: how many. */
export function pairsLeft({ library, candidates }: Planned, before: Compared): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const { b } of uncompared(library, candidates, before)) {
    const { id } = library.articles[b]!;
    left.set(id, (left.get(id) ?? 0) + 1);
  }
  return left;
}

/** What comparing gives for the pairs whose later article is wanted; what was compared before is not compared again. */
export function compareSome(
  { library, candidates }: Planned,
  before: Compared,
  wanted: (later: string) => boolean,
): Compared {
  const some = candidates.filter(({ b }) => wanted(library.articles[b]!.id));
  return compareAll(library, some, before).compared;
}

function indexed(library: Library): Indexed[] {
  return library.articles.map((article, i) => ({
    id: article.id,
    order: orderOf(article),
    mark: article.mark,
    seeds: () => library.words(i).seeds,
  }));
}

function goneOf(article: Fingerprint): Indexed {
  const { id, mark, text } = article;
  return { id, order: orderOf(article), mark, seeds: () => wordsOf(readingOf(text)).seeds };
}
