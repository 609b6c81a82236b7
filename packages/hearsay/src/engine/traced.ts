import type { Lineage, StageResult } from "../model/index.js";
import { fingerprintsOf, type Reading, traceStory } from "./analyse.js";
import type { Workshop } from "./engine.js";
import type { Derived, StoryStore } from "./ports.js";
import type { Asking, Compared, KeptTrace, Partners, StoryStages } from "./stages.js";

/** What comparing articles gave is kept by the id of the later of two, so that an article more is compared alone. */
const comparing = "compare";
/** By what articles find one another, and what was counted over all of them. */
const indexing = "index";

/**
 * Traces usable readings, comparing and searching only what was not compared and searched before.
 * @param all readings of the story, also those that were set aside since
 */
export async function traceAnew(
  { store, stages, memory }: Workshop,
  run: StoryStages,
  readings: readonly Reading[],
  all: readonly Reading[],
): Promise<StageResult<Lineage>> {
  const version = stages.versions.trace;
  const known = memory?.compared?.version === version ? memory.compared.compared : await loadCompared(store, version);
  const before = { compared: known, gone: fingerprintsOf(all) };
  const traced = await answered(store, run.traceKept(fingerprintsOf(readings), before, version));
  const { output, diagnostics } = traceStory(run, readings, traced.result);
  if (traced.done !== null) await keep(store, version, known, traced.done);
  // What was of articles that are set aside stays, as in the store.
  if (memory !== undefined)
    memory.compared = { version, compared: new Map([...known, ...(traced.done?.compared ?? [])]) };
  return { output, diagnostics };
}

/** What the stage came to when it was given what it asked for; null where it threw, which it does again when asked. */
export async function answered<T>(store: StoryStore, work: Asking<T>) {
  let bodies: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const next = attempted(() => work.next(bodies));
    if ("error" in next) return { done: null, result: () => thrown(next.error) };
    const { done, value } = next.made;
    if (done) return { done: value, result: () => value };
    bodies = await store.derived(indexing, value);
  }
}

function attempted<T>(make: () => T): { readonly made: T } | { readonly error: unknown } {
  try {
    return { made: make() };
  } catch (error) {
    return { error };
  }
}

function thrown(error: unknown): never {
  throw error;
}

/** What was compared by stages of this version. @param later the later articles that it is asked of; of all without it */
export async function loadCompared(store: StoryStore, version: string, later?: readonly string[]): Promise<Compared> {
  const versions = await store.versions(comparing, later);
  const current = [...versions].filter(([, own]) => own === version).map(([key]) => key);
  if (current.length === 0) return new Map();
  const bodies = await store.derived(comparing, current.length === versions.size ? later : current);
  return new Map([...bodies].map(([key, body]) => [key, JSON.parse(body) as Partners]));
}

/** Keeps what is new. What was of articles that are no longer there stays: they may come back. */
export async function keep(
  store: StoryStore,
  version: string,
  before: Compared,
  { compared, records }: Pick<KeptTrace, "compared" | "records">,
): Promise<void> {
  const changed = [...compared].filter(([id, partners]) => !isSame(before.get(id), partners));
  const derived = (stage: string, key: string, body: string): Derived => ({ stage, key, version, body, bulky: true });
  const all = [
    ...changed.map(([key, partners]) => derived(comparing, key, JSON.stringify(partners))),
    ...[...records].map(([key, body]) => derived(indexing, key, body)),
  ];
  if (all.length > 0) await store.derive(all);
}

function isSame(before: Partners | undefined, now: Partners): boolean {
  if (before === undefined) return false;
  const ids = Object.keys(now);
  return ids.every((id) => before[id] === now[id]) && Object.keys(before).length === ids.length;
}
