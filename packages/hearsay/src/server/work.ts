import type { Queued } from "../store/index.js";
import type { Jobs, Step } from "./jobs.js";

/** The queue of adding and how fast it goes. */
export interface Work {
  /** The queue of the workers of a database; null where stories are in files. */
  readonly workers: Queued | null;
  readonly queued: number;
  readonly running: number;
  readonly ended: { readonly done: number; readonly failed: number; readonly cancelled: number };
  readonly steps: readonly Step[];
  readonly jobs: readonly {
    readonly story: string;
    readonly id: string;
    readonly state: "queued" | "running";
    readonly step: Step["step"] | null;
    readonly done: number;
    readonly total: number | null;
  }[];
}

/** What is waiting and being done, in the order in which it came, and what has been done since the server began. */
export function workOf(jobs: Jobs, workers: Queued | null): Work {
  const open = jobs.open().map(({ story, job: { id, state, step, done, total } }) => ({
    ...{ story, id, step, done, total },
    state: state as "queued" | "running",
  }));
  const count = (state: string) => open.filter((one) => one.state === state).length;
  return {
    workers,
    queued: count("queued"),
    running: count("running"),
    ended: jobs.ended,
    steps: jobs.steps(),
    jobs: open,
  };
}
