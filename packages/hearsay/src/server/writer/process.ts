// The process that writes: reading, weighing and fetching take it long, and what crashes it does not take the server
// with it. Everything it does is durable in the story's file; the server only asks and listens.
import type { Progress } from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import type { Order, Word } from "./protocol.js";
import { addToStory, refreshStory } from "./work.js";

const stops = new Map<number, AbortController>();
const now = (): string => new Date().toISOString();
const say = (word: Word): void => {
  if (process.connected) process.send?.(word);
};

async function obey(order: Order): Promise<void> {
  const { number } = order;
  if (order.do === "stop") return stops.get(number)?.abort();
  try {
    say({ number, done: await carryOut(order) });
  } catch (error) {
    const code = error instanceof HearsayError ? error.code : null;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    say({ number, failed: { code, message, stack } });
  }
}

async function carryOut(order: Exclude<Order, { do: "stop" }>) {
  if (order.do === "refresh") {
    await refreshStory(order.path);
    return null;
  }
  const stop = new AbortController();
  stops.set(order.number, stop);
  const onProgress = throttled((progress: Progress) => say({ number: order.number, progress }));
  try {
    return await addToStory(order.path, order.parcel, now, onProgress, stop.signal);
  } finally {
    stops.delete(order.number);
  }
}

/** Not more often than people look; each new step at once. */
function throttled<T extends { readonly step: string }>(tell: (value: T) => void): (value: T) => void {
  let [last, step] = [Number.NEGATIVE_INFINITY, ""];
  return (value) => {
    const at = performance.now();
    if (value.step === step && at - last < 50) return;
    [last, step] = [at, value.step];
    tell(value);
  };
}

process.on("message", (order: Order) => void obey(order));
// The server is gone: nobody needs us. What was acknowledged is on the disk, the rest is finished by the next run.
process.on("disconnect", () => process.exit(0));
// Ctrl-C goes to both: the server decides when we end.
process.on("SIGINT", () => {});
