import type { StoryStore } from "./ports.js";
import type { Compared, Partners } from "./stages.js";

/** What comparing articles gave is kept by the id of the later of two, so that an article more is compared alone. */
const stage = "compare";

/** What was compared by stages of this version. */
export async function loadCompared(store: StoryStore, version: string): Promise<Compared> {
  const versions = await store.versions(stage);
  const current = [...versions].filter(([, own]) => own === version).map(([key]) => key);
  if (current.length === 0) return new Map();
  const bodies = await store.derived(stage, current.length === versions.size ? undefined : current);
  return new Map([...bodies].map(([key, body]) => [key, JSON.parse(body) as Partners]));
}

/** Keeps what is new. What was of articles that are no longer there stays: they may come back. */
export async function keepCompared(store: StoryStore, version: string, before: Compared, now: Compared): Promise<void> {
  const changed = [...now].filter(([id, partners]) => !isSame(before.get(id), partners));
  if (changed.length === 0) return;
  await store.derive(
    changed.map(([key, partners]) => ({ stage, key, version, body: JSON.stringify(partners), bulky: true })),
  );
}

function isSame(before: Partners | undefined, now: Partners): boolean {
  if (before === undefined) return false;
  const ids = Object.keys(now);
  return ids.every((id) => before[id] === now[id]) && Object.keys(before).length === ids.length;
}
