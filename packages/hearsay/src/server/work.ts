import type { Jobs, Step } from "./jobs.js";

/** The queue of adding and how fast it goes. */
export interface Work {
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
export function workOf(jobs: Jobs): Work {
  const open = jobs.open().map(({ story, job: { id, state, step, done, total } }) => ({
    ...{ story, id, step, done, total },
    state: state as "queued" | "running",
  }));
  const count = (state: string) => open.filter((one) => one.state === state).length;
  return { queued: count("queued"), running: count("running"), ended: jobs.ended, steps: jobs.steps(), jobs: open };
}
