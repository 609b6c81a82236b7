import {
  add,
  bringUpToDate,
  type Found,
  installedStages,
  lastList,
  type Progress,
  type Stages,
  type StoryStore,
  type Workshop,
} from "../../engine/index.js";
import { fromSent, gather } from "../../sources/index.js";
import { openStory } from "../../store/index.js";
import { memoryOf } from "./memories.js";
import type { Outcome, Parcel } from "./writer.js";

/** Of the code that is loaded, whatever is installed meanwhile. */
let stages: Stages | null = null;

/** Brings the story in a file up to date. */
export const refreshStory = (path: string): Promise<void> => atWork(path, bringUpToDate);

/** Adds to the story in a file. */
export function addToStory(
  path: string,
  parcel: Parcel,
  now: () => string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  return atWork(path, async (workshop) => {
    let cut = false;
    const taken = until(signal, found(parcel, workshop.store, now), () => {
      cut = true;
    });
    return { ...(await add({ ...workshop, onProgress }, taken)), cut };
  });
}

async function atWork<T>(path: string, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const store = await openStory(path);
  try {
    stages ??= installedStages();
    return await work({ store, stages, memory: memoryOf(path) });
  } finally {
    await store.close();
  }
}

async function* found({ files, urls }: Parcel, store: StoryStore, now: () => string): AsyncGenerator<Found> {
  for (const { name, bytes } of files) yield* fromSent(name, bytes, { now });
  if (urls.length === 0) return;
  const lastFound = (place: string) => store.lastFound(place);
  yield* gather(urls, { now, stdin: process.stdin, lastFound, lastList: (place) => lastList(store, place) });
}

/** What comes in until the signal; what is being waited for then is not waited for. Tells when it was cut short. */
async function* until<T>(signal: AbortSignal, source: AsyncGenerator<T>, onCut: () => void): AsyncGenerator<T> {
  const stopped = new Promise<"stopped">((resolve) => {
    if (signal.aborted) resolve("stopped");
    else signal.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
  for (;;) {
    const next = await Promise.race([source.next(), stopped]);
    if (next === "stopped") return onCut();
    if (next.done === true) return;
    yield next.value;
  }
}
