import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Progress } from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import type { Failed, Order, Word } from "./protocol.js";
import { Turns } from "./turns.js";
import { nothingAdded, type Outcome, type Writer } from "./writer.js";

/** What is waited for from the writing process. */
interface Waiting {
  onProgress(progress: Progress): void;
  resolve(added: Outcome | null): void;
  reject(error: unknown): void;
}

/** How long a run may go on after the server was asked to end, in milliseconds. What is not done then, the next run does. */
const usualGrace = 10_000;
const program = fileURLToPath(new URL("./process.js", import.meta.url));

/** A writer in a process of its own, started when it is first needed and again when it has died. */
export function forkedWriter(file: string = program, grace = usualGrace): Writer {
  const turns = new Turns();
  const waiting = new Map<number, Waiting>();
  let [child, last, ended] = [null as ChildProcess | null, 0, false];

  const start = (): ChildProcess => {
    const started = fork(file, [], { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    started.on("message", (word: Word) => hear(word, waiting));
    started.on("exit", () => {
      if (child === started) child = null;
      for (const { reject } of waiting.values()) reject(died());
      waiting.clear();
    });
    started.on("error", () => {});
    started.unref();
    started.channel?.unref();
    return started;
  };
  const order = (make: (number: number) => Order, onProgress: Waiting["onProgress"]) => {
    if (ended) throw died();
    child ??= start();
    const number = ++last;
    child.channel?.ref();
    const answer = new Promise<Outcome | null>((resolve, reject) =>
      waiting.set(number, { onProgress, resolve, reject }),
    ).finally(() => {
      if (waiting.size === 0) child?.channel?.unref();
    });
    child.send(make(number));
    return { number, answer };
  };

  return {
    refresh: (path) =>
      turns.again(path, async () => {
        await order(
          (number) => ({ number, do: "refresh", path }),
          () => {},
        ).answer;
      }),
    add: (path, parcel, onProgress, signal) =>
      turns.after(path, async () => {
        if (signal.aborted) return nothingAdded;
        const { number, answer } = order((own) => ({ number: own, do: "add", path, parcel }), onProgress);
        const stop = () => child?.send({ number, do: "stop" } satisfies Order);
        signal.addEventListener("abort", stop, { once: true });
        return (await answer.finally(() => signal.removeEventListener("abort", stop)))!;
      }),
    isBusy: (path) => turns.isBusy(path),
    async close() {
      const late = setTimeout(() => {
        ended = true;
        child?.kill("SIGKILL");
      }, grace).unref();
      await turns.idle();
      clearTimeout(late);
      ended = true;
      child?.disconnect();
    },
  };
}

function hear(word: Word, waiting: Map<number, Waiting>): void {
  const one = waiting.get(word.number);
  if (one === undefined) return;
  if ("progress" in word) {
    one.onProgress(word.progress);
    return;
  }
  waiting.delete(word.number);
  if ("done" in word) one.resolve(word.done);
  else one.reject(errorOf(word.failed));
}

function errorOf({ code, message, stack }: Failed): Error {
  const error = code === null ? new Error(message) : new HearsayError(code, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
const died = () =>
  new HearsayError(
    "writer.died",
    "The process that reads and writes has ended unexpectedly; what was kept is kept. Try again.",
  );
