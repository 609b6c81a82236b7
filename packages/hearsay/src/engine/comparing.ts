import { contentHash } from "../model/index.js";
import { fingerprintsOf, usable } from "./analyse.js";
import { stateOf, type Workshop } from "./engine.js";
import { loadForTracing } from "./readings.js";
import type { Planned } from "./stages.js";
import { carried, successionOf } from "./succession.js";
import { answered, keep, loadCompared } from "./traced.js";

// Comparing pairs of articles, in parts that several processes do. What comparing two gives depends on their texts and on
// what the story's words are to them, which its basis names: so who does it, when, how often and in which order changes
// nothing. First one process brings the index of seeds to the articles that there are, and what is counted over all; then all
// look up their part of the pairs in it, and change nothing of it; whoever tells the story finds the pairs compared, and
// compares what is missing.

/** What is left to compare of a story. */
export interface Pairs {
  /** Equal exactly when the same is to be compared. */
  readonly version: string;
  /** How many pairs. */
  readonly left: number;
}

/** Brings to the articles what pairs are found by, keeps it, and says how many are left to compare. One process at a time does it. */
export function planComparing(workshop: Workshop): Promise<Pairs> {
  const { store, stages, memory } = workshop;
  return store.working(async () => {
    const run = await stages.perStory();
    const { version, planned } = await plannedOf(workshop);
    if (planned === null) return { version, left: 0 };
    const before = await loadCompared(store, stages.versions.trace);
    await keep(store, stages.versions.trace, before, { compared: new Map(), records: planned.records });
    // Kept once: another process may have brought the index further by the next time.
    if (memory?.planned?.version === version) memory.planned = { version, planned: { ...planned, records: new Map() } };
    let left = 0;
    for (const count of run.pairsLeft(planned, before).values()) left += count;
    return { version, left };
  });
}

/** Compares the pairs whose later article is in a part of all, and keeps what came of it, an article's at once. */
export function comparePart(workshop: Workshop, part: number, parts: number): Promise<void> {
  const { store, stages } = workshop;
  return store.working(async () => {
    const run = await stages.perStory();
    const { planned } = await plannedOf(workshop);
    if (planned === null) return;
    const own = planned.library.articles.map(({ id }) => id).filter((id) => partOf(id, parts) === part);
    const before = await loadCompared(store, stages.versions.trace, own);
    // Not all at once: what a killed process has kept is not compared again.
    for (let at = 0; at < own.length; at += together) {
      const some = new Set(own.slice(at, at + together));
      const compared = run.compareSome(planned, before, (later) => some.has(later));
      await keep(store, stages.versions.trace, before, { compared, records: new Map() });
    }
  });
}

/** Later articles whose pairs are kept together. */
const together = 16;

/** In which part an article is: by a hash of its id, so that parts are of one size whatever comes in. */
const partOf = (id: string, parts: number): number => Number.parseInt(contentHash(id).slice(0, 8), 16) % parts;

/** What is to be compared, as far as it is read; null where nothing can be planned, which telling the story says. */
async function plannedOf(workshop: Workshop): Promise<{ readonly version: string; readonly planned: Planned | null }> {
  const { store, stages, memory } = workshop;
  const { captures, judgements, wanted } = await stateOf(workshop);
  if (memory?.planned?.version === wanted.trace) return memory.planned;
  const run = await stages.perStory();
  const all = await loadForTracing(workshop, captures);
  const succession = successionOf(captures, all, run.compare);
  const readings = usable(all, carried(judgements, succession), succession.aside);
  const asking = run.planKept(fingerprintsOf(readings), fingerprintsOf(all), stages.versions.trace);
  const { done: planned } = await answered(store, asking);
  if (memory !== undefined && planned !== null) memory.planned = { version: wanted.trace, planned };
  return { version: wanted.trace, planned };
}
