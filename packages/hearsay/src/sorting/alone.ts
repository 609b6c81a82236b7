import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { StoryStore } from "../engine/index.js";
import { HearsayError } from "../model/index.js";

/** So long another process that sorts the stream is waited for, in milliseconds, and so long between two looks at most. */
const patience = 30_000;
const longestWait = 400;

/**
 * Runs work on a stream while no other process does. Each says that it is at work before it looks whether others are, so that
 * of two at least one sees the other, and lets it go first.
 * @throws HearsayError `stream.busy`
 */
export async function byOneself<T>(store: StoryStore, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (;;) {
    const done = await store.working(async () => ((await store.othersWorking()) ? null : { result: await work() }));
    if (done !== null) return done.result;
    if (performance.now() - began > patience)
      throw new HearsayError("stream.busy", "Another hearsay sorts this stream: try again when it has ended.");
    // By chance: two containers may give their processes the same number.
    await sleep(randomInt(20, longestWait));
  }
}
