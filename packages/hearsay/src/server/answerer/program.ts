// The thread that answers from reports: what it computes keeps nobody waiting who asks for something that is known.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { problemOf } from "../problem.js";
import { Shelf } from "../shelf.js";
import { nothingAdded, type Writer } from "../writer/writer.js";
import { judged, look } from "./look.js";
import { preparer } from "./prepare.js";
import type { Failed, Order, Stories, Word } from "./protocol.js";

const port = parentPort as MessagePort;
const { home, besides } = workerData as Stories;
const say = (word: Word): void => port.postMessage(word);

const refreshes = new Map<number, (failed: string | null) => void>();
let [last, asked] = [0, 0];
/** Writing is the server's: it is asked to. */
const writer: Writer = {
  refresh: (path) =>
    new Promise((resolve, reject) => {
      const number = ++last;
      refreshes.set(number, (failed) => (failed === null ? resolve() : reject(new Error(failed))));
      say({ number, refresh: path });
    }),
  add: async () => nothingAdded,
  isBusy: () => false,
  close: async () => {},
};
const onFault = (error: unknown): void => say({ fault: stackOf(error) });
const shelf = new Shelf(home, writer, onFault, besides);
const nobody = { isHeard: () => false };
const prepare = preparer(() => asked > 0, onFault);

type Asking = Extract<Order, { readonly story: string }>;

async function obey(order: Asking): Promise<void> {
  // Whoever asks may know of this story, not of every other: one removed meanwhile is refused without a word of those.
  const room = await shelf.enter(order.story, (name) => name === order.story);
  if (order.do === "prepare") return prepare(room);
  asked++;
  try {
    const done = await room.during(async () =>
      order.do === "answer" ? look(room, order.question) : judged(room, order.given, order.who, order.when),
    );
    say({ number: order.number, done });
  } finally {
    asked--;
    await shelf.tidy(nobody);
  }
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function failedOf(error: unknown): Failed {
  const { status, code, detail, errors } = problemOf(error);
  return { status, code, detail, errors, stack: status === 500 ? stackOf(error) : null };
}

port.on("message", (order: Order) => {
  if (order.do === "end") return void shelf.close().finally(() => port.close());
  if (order.do === "refreshed") {
    refreshes.get(order.number)?.(order.failed);
    refreshes.delete(order.number);
    return;
  }
  obey(order).catch((error: unknown) => say({ number: order.number, failed: failedOf(error) }));
});
