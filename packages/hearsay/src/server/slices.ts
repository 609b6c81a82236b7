import { setImmediate as turn } from "node:timers/promises";

/** Others are answered after so many milliseconds. */
const slice = 8;

/** Takes all steps, in slices, so that everybody else is answered meanwhile. */
export async function inSlices<T>(steps: Iterator<unknown, T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - since < slice) continue;
    await turn();
    since = performance.now();
  }
}
