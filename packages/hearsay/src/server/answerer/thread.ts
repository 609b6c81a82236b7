import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Judgement } from "../../model/index.js";
import { type OnFault, Problem } from "../problem.js";
import type { Writer } from "../writer/writer.js";
import type { Answered, Answerer } from "./answerer.js";
import { KeptAnswers } from "./kept.js";
import type { Failed, Order, Stories, Word } from "./protocol.js";

interface Waiting {
  resolve(done: Answered | Judgement): void;
  reject(error: unknown): void;
}

const program = new URL("./program.js", import.meta.url);
/** How long the thread is given to close its stories, in milliseconds. */
const grace = 2000;

/** An answerer in a thread of its own, started again when it has died. */
export function threadAnswerer(stories: Stories, writer: Writer, onFault: OnFault, file: URL = program): Answerer {
  const waiting = new Map<number, Waiting>();
  const kept = new KeptAnswers();
  let [last, ended] = [0, false];

  const start = (): Worker => {
    const resourceLimits = { maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20) };
    const started = new Worker(file, { workerData: stories, resourceLimits });
    started.unref();
    started.on("message", (word: Word) => hear(started, word));
    started.on("error", onFault);
    started.on("exit", () => {
      if (thread === started) thread = null;
      for (const { reject } of waiting.values()) reject(died());
      waiting.clear();
    });
    return started;
  };
  // At once: that its code is read keeps nobody waiting then.
  let thread: Worker | null = start();

  function hear(from: Worker, word: Word): void {
    if ("fault" in word) onFault(new Error(word.fault));
    else if ("refresh" in word) {
      const tell = (failed: string | null) =>
        from.postMessage({ number: word.number, do: "refreshed", failed } satisfies Order);
      writer.refresh(word.refresh).then(
        () => tell(null),
        (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
      );
    } else {
      const one = waiting.get(word.number);
      waiting.delete(word.number);
      if ("done" in word) one?.resolve(word.done);
      else one?.reject(errorOf(word.failed));
    }
  }
  const order = <T extends Answered | Judgement>(make: (number: number) => Order): Promise<T> => {
    if (ended) return Promise.reject(died());
    thread ??= start();
    const number = ++last;
    const answer = new Promise<Answered | Judgement>((resolve, reject) => waiting.set(number, { resolve, reject }));
    thread.postMessage(make(number));
    return answer as Promise<T>;
  };

  return {
    async answer(room, question) {
      const revision = isKept(question.name) ? await room.revision() : null;
      const known = revision === null ? undefined : kept.find(room, revision, question);
      if (known !== undefined) return known;
      const answered = await order<Answered>((number) => ({ number, story: room.name, do: "answer", question }));
      if (isKept(question.name)) kept.add(room, question, answered);
      return answered;
    },
    judgement: (room, given, who, when) =>
      order((number) => ({ number, story: room.name, do: "judge", given, who, when })),
    prepare: (room) => {
      if (ended) return;
      thread ??= start();
      thread.postMessage({ number: ++last, story: room.name, do: "prepare" } satisfies Order);
    },
    async close() {
      ended = true;
      const closing = thread;
      if (closing === null) return;
      const gone = new Promise((resolve) => closing.once("exit", resolve));
      const late = setTimeout(() => void closing.terminate(), grace);
      closing.postMessage({ number: ++last, do: "end" } satisfies Order);
      await gone;
      clearTimeout(late);
    },
  };
}

/** What hangs on more than the report (judgements that it does not show yet), or is asked for once, is made each time. */
const isKept = (name: string): boolean => name.startsWith("GET ") && !/\/(?:review|report|tables\/)/.test(name);

function errorOf({ status, code, detail, errors, stack }: Failed): Error {
  if (stack === null) return new Problem(status, code, detail, errors);
  return Object.assign(new Error(detail), { stack });
}
const died = (): Problem =>
  new Problem(503, "answerer.died", "What answers from the reports has ended unexpectedly. Try again.");
