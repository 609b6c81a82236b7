import { Turns } from "./turns.js";
import { addToStory, refreshStory } from "./work.js";
import { nothingAdded, type Writer } from "./writer.js";

/** A writer in this process: the server does not answer while a stage runs. For tests, and inside the writing process. */
export function localWriter(now: () => string): Writer {
  const turns = new Turns();
  return {
    refresh: (path) => turns.again(path, () => refreshStory(path)),
    add: (path, parcel, onProgress, signal) =>
      turns.after(path, async () => {
        if (signal.aborted) return nothingAdded;
        return addToStory(path, parcel, now, onProgress, signal);
      }),
    isBusy: (path) => turns.isBusy(path),
    close: () => turns.idle(),
  };
}
