import type { Compared } from "./compared.js";
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

/**
 * What `trace` finds, for a set that grows: it asks for the records that it needs of what is kept, and of the texts reads
 * those that have come, those that are compared, and those that may be cited.
 * @param version of what makes the records; those of another are not taken
 */
export function* traceKept(
  fingerprints: readonly Fingerprint[],
  { compared, gone }: Before,
  version: string,
  limits: SearchLimits = searchLimits,
): Asking<KeptTrace> {
  const { unique, diagnostics } = withoutRepeats(fingerprints);
  const before = (yield [tallyKey]).get(tallyKey) ?? "null";
  const kept = JSON.parse(before) as KeptTally | null;
  const library = new Library(unique, kept?.version === version ? kept.tally : null, gone);
  const index = yield* keptIndex(indexed(library), gone.map(goneOf), version, limits);
  const at = new Map(library.articles.map(({ id }, article) => [id, article]));
  const candidates = library.articles.flatMap(({ id }, b) =>
    index.earlier.get(id)!.map((other) => ({ a: at.get(other)!, b })),
  );
  const traced = traceAmong(library, candidates, compared, diagnostics);
  const tally = JSON.stringify({ version, tally: library.tally() } satisfies KeptTally);
  return { ...traced, records: tally === before ? index.records : new Map([...index.records, [tallyKey, tally]]) };
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
