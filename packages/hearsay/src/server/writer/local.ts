import { Turns } from "./turns.js";
import { addToStory, refreshStory } from "./work.js";
import type { Writer } from "./writer.js";

/** A writer in this process: the server does not answer while a stage runs. For tests, and inside the writing process. */
export function localWriter(now: () => string): Writer {
  const [refreshes, additions] = [new Turns(), new Turns()];
  return {
    refresh: (path) => refreshes.again(path, () => refreshStory(path)),
    async add(path, parcel, onProgress, signal) {
      return addToStory(path, parcel, now, onProgress, signal);
    },
    isBusy: (path) => refreshes.isBusy(path),
    close: async () => {
      await Promise.all([refreshes.idle(), additions.idle()]);
    },
  };
}
