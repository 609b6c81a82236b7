import type { Answerer } from "./answerer.js";
import { judged, look } from "./look.js";

/** An answerer in this thread: the server takes no requests while it computes. For tests, and inside the answering thread. */
export const localAnswerer = (): Answerer => ({
  answer: look,
  judgement: judged,
  prepare() {},
  async close() {},
});
