import type { Readable } from "node:stream";

/** So much is held before the stream is asked to wait. */
const maxWaiting = 16;

/**
 * What a stream gives, in order, and only then the error it ends with: iterating over the stream itself would drop
 * what is still held when the error comes, and of a file that is cut off everything before the cut is wanted.
 */
export async function* flowOf<T>(stream: Readable): AsyncGenerator<T> {
  const waiting: T[] = [];
  let [ended, failure]: [boolean, Error | null] = [false, null];
  let wake = (): void => {};
  stream.on("data", (part: T) => {
    waiting.push(part);
    if (waiting.length >= maxWaiting) stream.pause();
    wake();
  });
  stream.on("error", (error) => {
    failure = error;
    wake();
  });
  stream.on("close", () => {
    ended = true;
    wake();
  });
  stream.on("end", () => {
    ended = true;
    wake();
  });
  try {
    for (;;) {
      if (waiting.length > 0) {
        yield waiting.shift()!;
        continue;
      }
      if (failure !== null) throw failure;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        stream.resume();
      });
    }
  } finally {
    stream.destroy();
  }
}
