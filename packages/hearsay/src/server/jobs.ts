import { randomBytes } from "node:crypto";
import type { Static } from "typebox";
import { type Added, articleId, type Progress } from "../engine/index.js";
import type { Diagnostic } from "../model/index.js";
import type { jobSchema } from "./contract/work.js";
import type { Live } from "./live.js";
import { type OnFault, Problem, problemOf, tellFault } from "./problem.js";
import type { Room } from "./room.js";
import type { Parcel } from "./writer/writer.js";

export type Job = Static<typeof jobSchema>;

/** So many jobs that have ended are remembered, and so many may wait for one story. */
const remembered = 200;
const mostWaiting = 50;
/** Progress is told at most so often, in milliseconds: listeners are people. */
const between = 100;

/** What one step of adding has done since the server began. */
export interface Step {
  readonly step: Progress["step"];
  readonly seconds: number;
  readonly articles: number;
}

interface Kept {
  readonly room: Room;
  readonly stop: AbortController;
  job: Job;
}

/** What is being added to stories: for each story one job at a time, in the order in which they came. */
export class Jobs {
  readonly #kept = new Map<string, Kept>();
  readonly #tails = new Map<string, Promise<void>>();
  readonly #steps = new Map<Progress["step"], { seconds: number; articles: number }>();
  /** Jobs that have ended, by how. */
  readonly ended = { done: 0, failed: 0, cancelled: 0 };

  constructor(
    readonly live: Live,
    readonly onFault: OnFault,
  ) {}

  /** @throws Problem `job.too-many` */
  start(room: Room, parcel: Parcel): Job {
    const waiting = this.of(room).filter(({ state }) => state === "queued" || state === "running");
    if (waiting.length >= mostWaiting)
      throw new Problem(503, "job.too-many", `${mostWaiting} jobs are waiting for this story already: try later.`);
    const id = `job-${randomBytes(9).toString("base64url")}`;
    const nothing = { step: null, done: 0, total: null, file: null, added: [], diagnostics: [] };
    const kept: Kept = { room, stop: new AbortController(), job: { id, state: "queued", ...nothing } };
    this.#kept.set(id, kept);
    this.#forget();
    const turn = (this.#tails.get(room.path) ?? Promise.resolve()).then(() => this.#run(kept, parcel));
    this.#tails.set(room.path, turn);
    this.#tell(kept);
    return kept.job;
  }

  /** @throws Problem `job.unknown` */
  find(room: Room, id: string): Job {
    return this.#find(room, id).job;
  }

  /** The jobs of a story, newest first. */
  of(room: Room): Job[] {
    return [...this.#kept.values()]
      .filter((kept) => kept.room === room)
      .map(({ job }) => job)
      .reverse();
  }

  /** The jobs of all stories that wait or run, oldest first. */
  open(): { readonly story: string; readonly job: Job }[] {
    return [...this.#kept.values()]
      .filter(({ job }) => job.state === "queued" || job.state === "running")
      .map(({ room, job }) => ({ story: room.name, job }));
  }

  /** How long each step took and how many articles it did, of all jobs. */
  steps(): Step[] {
    return [...this.#steps].map(([step, own]) => ({ step, ...own }));
  }

  /** Stops a job: one that waits does not begin, one that runs takes nothing more in. @throws Problem `job.unknown` */
  cancel(room: Room, id: string): Job {
    const kept = this.#find(room, id);
    kept.stop.abort();
    if (kept.job.state === "queued") this.#update(kept, { state: "cancelled" });
    return kept.job;
  }

  /** Takes nothing more in; when what is running has ended. */
  async close(): Promise<void> {
    for (const { stop } of this.#kept.values()) stop.abort();
    await Promise.all(this.#tails.values());
  }

  #find(room: Room, id: string): Kept {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.room !== room)
      throw new Problem(404, "job.unknown", `This server knows of no job "${id.slice(0, 60)}" of this story.`);
    return kept;
  }

  async #run(kept: Kept, parcel: Parcel): Promise<void> {
    const { room, stop } = kept;
    if (stop.signal.aborted) return;
    this.#update(kept, { state: "running" });
    let told = 0;
    const spent = this.#stopwatch();
    const onProgress = ({ step, done, total, file }: Progress): void => {
      const now = performance.now();
      spent(step, done);
      const isNew = step !== kept.job.step;
      kept.job = { ...kept.job, step, done, total, file: file ?? null };
      if (!isNew && now - told < between) return;
      told = now;
      this.#tell(kept);
    };
    try {
      const added = await room.writer.add(room.path, parcel, onProgress, stop.signal);
      this.#update(kept, { ...outcome(added), state: added.cut ? "cancelled" : "done" });
      for (const diagnostic of added.diagnostics.filter(({ severity }) => severity !== "info"))
        this.live.tell(room, { event: "diagnostic", data: diagnostic });
    } catch (error) {
      tellFault(error, this.onFault);
      this.#update(kept, { state: "failed", diagnostics: [failure(error)] });
    }
    spent(null, 0);
    this.live.look(room);
  }

  /** Adds up one job's time by step; called at every progress, and with null at the end. */
  #stopwatch(): (step: Progress["step"] | null, done: number) => void {
    let [before, since, did]: [Progress["step"] | null, number, number] = [null, performance.now(), 0];
    return (step, done) => {
      const now = performance.now();
      if (before !== null) this.#own(before).seconds += (now - since) / 1000;
      if (step !== null) this.#own(step).articles += Math.max(0, done - (step === before ? did : 0));
      [before, since, did] = [step, now, done];
    };
  }

  #own(step: Progress["step"]): { seconds: number; articles: number } {
    const own = this.#steps.get(step) ?? { seconds: 0, articles: 0 };
    this.#steps.set(step, own);
    return own;
  }

  #update(kept: Kept, change: Partial<Job>): void {
    const { state } = change;
    if (state === "done" || state === "failed" || state === "cancelled") this.ended[state]++;
    kept.job = { ...kept.job, ...change };
    this.#tell(kept);
  }

  #tell({ room, job }: Kept): void {
    const { added, diagnostics, ...data } = job;
    this.live.tell(room, {
      event: "progress",
      data: {
        ...data,
        added: added.length,
        problems: diagnostics.filter(({ severity }) => severity !== "info").length,
      },
    });
  }

  #forget(): void {
    const ended = [...this.#kept].filter(([, { job }]) => !["queued", "running"].includes(job.state));
    for (const [id] of ended.slice(0, Math.max(0, ended.length - remembered))) this.#kept.delete(id);
  }
}

const outcome = ({ kept, diagnostics }: Added) => ({
  added: kept.map(({ place, status, hash }) => ({ place, status, article: articleId(hash) })),
  diagnostics: [...diagnostics],
});

function failure(error: unknown): Diagnostic {
  const { code, detail } = problemOf(error);
  return {
    severity: "error",
    code,
    message: detail,
    stage: "store",
    remedy: "What was kept before it is in the story.",
  };
}
