import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import {
  bringUpToDate,
  comparePart,
  installedStages,
  planComparing,
  readArticles,
  type Stages,
  unread,
  type Workshop,
} from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import { memoryOf } from "../../server/writer/memories.js";
import {
  isAddress,
  openStory,
  openWork,
  type Queue,
  shownPath,
  storyHome,
  storyPath,
  type Task,
} from "../../store/index.js";
import type { Io } from "../io.js";

/** What `hearsay worker` can be told. */
export interface WorkerOptions {
  /** Ends when nothing waits any more. */
  readonly once?: boolean;
}

/** Captures read between two looks at the queue: few enough to share them, enough that looking is cheap. */
const batch = 8;
/** Pairs that are compared by several, and how many of them are a task: enough that reading their texts costs less. */
const worthSharing = 1000;
const inTask = 1000;
const mostTasks = 32;
/** Between two looks at an empty queue, in milliseconds. */
const pause = 500;
/** A story is told however much of it is unread when so many looks, a second apart, found nobody at work on it. */
const patience = 5;

/** `hearsay worker`: does what is left in the queue of the database, until it is asked to end. */
export async function runWorker(
  io: Io,
  { once = false }: WorkerOptions,
  stop: AbortSignal = untilAsked(),
): Promise<number> {
  const home = databaseOf(io, "worker");
  const queue = await openWork(home, true);
  const desk: Desk = { queue, home, stages: installedStages() };
  io.stderr.write(`Worker at ${hostname()} for ${shownPath(home)}. Ctrl-C ends it after the task at hand.\n`);
  let failures = 0;
  try {
    while (!stop.aborted) {
      const tasks = await queue.take(batch);
      for (const [story, own] of byStory(tasks)) failures += await attempt(io, desk, story, own);
      if (tasks.length > 0) continue;
      if (once && (await queue.size()) === 0) break;
      await sleep(pause, undefined, { signal: stop }).catch(() => {});
    }
    return failures > 0 ? 1 : 0;
  } finally {
    await queue.close();
  }
}

/** Leaves to workers what is unread of a story, and telling it. Left twice it waits once. */
export async function leaveWork(home: string, story: string, workshop: Workshop): Promise<number> {
  const left = await unread(workshop);
  const queue = await openWork(home, false);
  try {
    await queue.leaveArticles(story, left);
    await queue.leaveStory(story);
  } finally {
    await queue.close();
  }
  return left.length;
}

/** The database that a command works with. @throws HearsayError `usage.database` */
export function databaseOf({ env }: Io, what: string): string {
  const home = storyHome(env);
  if (isAddress(home)) return home;
  throw new HearsayError("usage.database", `${what} works with a database: set DATABASE_URL (docs/operations.md).`);
}

interface Desk {
  readonly queue: Queue;
  readonly home: string;
  readonly stages: Stages;
}

function byStory(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const stories = new Map<string, Task[]>();
  for (const task of tasks) stories.set(task.story, [...(stories.get(task.story) ?? []), task]);
  return stories;
}

/** Does tasks of one story; how many failed. What has been removed meanwhile needs nothing done. */
async function attempt(io: Io, desk: Desk, story: string, tasks: readonly Task[]): Promise<number> {
  const { queue, home, stages } = desk;
  const path = storyPath(story, home);
  try {
    const store = await openStory(path);
    try {
      await work(queue, { store, stages, memory: memoryOf(path) }, story, tasks);
    } finally {
      await store.close();
    }
    await queue.done(tasks);
    return 0;
  } catch (error) {
    if (error instanceof HearsayError && error.code === "store.missing") {
      await queue.done(tasks);
      return 0;
    }
    const said = error instanceof Error ? error.message : String(error);
    io.stderr.write(`${io.now()} ${story}: ${tasks.length} failed: ${said}\n`);
    await queue.failed(tasks, error);
    return tasks.length;
  }
}

async function work(queue: Queue, workshop: Workshop, story: string, tasks: readonly Task[]): Promise<void> {
  const [first] = tasks;
  if (first?.kind === "story") return tell(queue, workshop, story, first.looks);
  if (first?.kind === "compare") return comparePart(workshop, first.part, first.parts);
  await readArticles(
    workshop,
    tasks.map(({ hash }) => hash),
  );
}

/**
 * Tells a story once everything in it is read and compared. While others are at that, it is looked at again a second later;
 * where nobody is, what is left is left again, for a worker may have died over it, and in the end is done here.
 */
async function tell(queue: Queue, workshop: Workshop, story: string, looks: number): Promise<void> {
  const left = looks < patience ? await unread(workshop) : [];
  if (left.length > 0) return leaveAgain(queue, workshop, story, looks, () => queue.leaveArticles(story, left));
  const pairs = await queue.alone(story, async () => {
    // Who compares now is not disturbed; a look costs little then.
    if (looks < patience && (await workshop.store.othersWorking())) return null;
    const planned = looks < patience ? await planComparing(workshop) : null;
    if (planned !== null && planned.left >= worthSharing) return planned;
    await bringUpToDate(workshop);
    if (workshop.memory !== undefined) workshop.memory.planned = null;
    return "told";
  });
  if (pairs === "told") return;
  if (pairs === null) return queue.leaveStory(story, looks, 1);
  const tasks = Math.min(mostTasks, Math.ceil(pairs.left / inTask));
  return leaveAgain(queue, workshop, story, looks, () => queue.leaveComparing(story, pairs.version, tasks));
}

/** Leaves what is left of a story again unless others are at it, and looks at it a second later. */
async function leaveAgain(
  queue: Queue,
  { store }: Workshop,
  story: string,
  looks: number,
  leave: () => Promise<void>,
): Promise<void> {
  const isDone = await store.othersWorking();
  if (!isDone) await leave();
  await queue.leaveStory(story, isDone ? 0 : looks + 1, 1);
}

/** Aborted by Ctrl-C or by a request to end. */
function untilAsked(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
