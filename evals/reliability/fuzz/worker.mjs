// Runs cases one after the other in a thread of its own, so that whoever watches can end one that hangs.
import { parentPort, workerData } from "node:worker_threads";
import { openCases } from "./cases.mjs";

const { seed, folder, from, to, step, shared } = workerData;
/** The case that runs, and since when: read by the watcher while this thread is busy. */
const [current, since] = [new Int32Array(shared, 0, 1), new Float64Array(shared, 8, 1)];

const cases = await openCases(seed, folder);
for (let number = from; number < to; number += step) {
  // The input is made before the clock starts: what is measured is Hearsay.
  const { target, input } = cases.of(number);
  const began = performance.now();
  since[0] = performance.timeOrigin + began;
  Atomics.store(current, 0, number);
  let failure = null;
  try {
    await target.run(input);
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  Atomics.store(current, 0, -1);
  const size = Object.values(input).reduce((sum, part) => sum + (part?.length ?? 0), 0);
  const { heapUsed, rss } = process.memoryUsage();
  parentPort.postMessage({
    number,
    target: target.name,
    ms: performance.now() - began,
    size,
    heap: heapUsed,
    rss,
    failure,
  });
}
await cases.close();
parentPort.postMessage({ done: true });
