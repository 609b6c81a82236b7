import PgBoss from "pg-boss";
import { openDatabase } from "./database.js";
import { alone, servedBase } from "./postgres.js";

/** What a worker takes from the queue: a capture to be read, a part of a story's pairs to be compared, or a story to be told. */
export interface Task {
  readonly id: string;
  readonly kind: (typeof kinds)[number];
  readonly story: string;
  /** Of the capture; empty for others. */
  readonly hash: string;
  /** Which part of how many; 0 of 0 for others. */
  readonly part: number;
  readonly parts: number;
  /** How many times the story has been looked at without getting on. */
  readonly looks: number;
}

/** Work on the stories of a database, left by some processes and done by others. The same thing left twice waits once. */
export interface Queue {
  leaveArticles(story: string, unread: readonly { readonly hash: string; readonly version: string }[]): Promise<void>;
  /** @param version of what is to be compared: the same part of the same waits once */
  leaveComparing(story: string, version: string, parts: number): Promise<void>;
  /** @param after seconds to wait first */
  leaveStory(story: string, looks?: number, after?: number): Promise<void>;
  /** Captures first, in the order in which they were left; a part to be compared when none waits; then a story. */
  take(most: number): Promise<readonly Task[]>;
  done(tasks: readonly Task[]): Promise<void>;
  /** What failed is tried again, twice at most. */
  failed(tasks: readonly Task[], error: unknown): Promise<void>;
  /** How much waits, besides what somebody is at. */
  size(): Promise<number>;
  /** Runs work on a story that one process at a time does; null, and nothing run, while another does it. */
  alone<T>(story: string, work: () => Promise<T>): Promise<T | null>;
  close(): Promise<void>;
}

/** What of the database the queue is in. */
export const schema = "hearsay_queue";
/**
 * So long may a task take, in seconds; then it is another's. A worker that died is noticed before: nobody holds the lock of
 * a story that is still unread.
 */
const lease = 900;
/** So many seconds a task that is done is kept for counting. */
const kept = 3600;
export const kinds = ["article", "compare", "story"] as const;

interface Data {
  readonly story: string;
  readonly hash?: string;
  readonly part?: number;
  readonly parts?: number;
  readonly looks?: number;
}

/**
 * Opens the queue of a database, made when there is none.
 * @param supervise whether this process also gives back what nobody finished; one worker or more must
 * @throws HearsayError as `openDatabase`
 */
export async function openQueue(url: string, supervise: boolean): Promise<Queue> {
  const database = await openDatabase(url);
  const { attempt } = servedBase(database, "");
  const db = { executeSql: (text: string, values: unknown[]) => attempt(() => database.pool.query(text, values)) };
  const keeping = { archiveCompletedAfterSeconds: kept, deleteAfterDays: 7 };
  const boss = new PgBoss({ db, schema, supervise, schedule: false, ...keeping });
  // What goes wrong in its own rounds is tried in the next; what we ask of it throws.
  boss.on("error", () => {});
  await boss.start();
  for (const kind of kinds)
    await boss.createQueue(kind, { name: kind, policy: "short", retryLimit: 2, expireInSeconds: lease });

  const each = async (tasks: readonly Task[], act: (kind: Task["kind"], ids: string[]) => Promise<unknown>) => {
    for (const kind of kinds) {
      const ids = tasks.filter((task) => task.kind === kind).map(({ id }) => id);
      if (ids.length > 0) await act(kind, ids);
    }
  };
  return {
    async leaveArticles(story, unread) {
      const jobs = unread.map(({ hash, version }) => ({
        ...{ name: "article", data: { story, hash }, singletonKey: `${story} ${hash} ${version}` },
      }));
      if (jobs.length > 0) await boss.insert(jobs);
    },
    async leaveComparing(story, version, parts) {
      const jobs = Array.from({ length: parts }, (_, part) => ({
        ...{ name: "compare", data: { story, part, parts }, singletonKey: `${story} ${version} ${part}/${parts}` },
      }));
      if (jobs.length > 0) await boss.insert(jobs);
    },
    async leaveStory(story, looks = 0, after = 0) {
      await boss.send("story", { story, looks }, { singletonKey: story, ...(after > 0 && { startAfter: after }) });
    },
    async take(most) {
      for (const kind of kinds) {
        const jobs = await boss.fetch<Data>(kind, { batchSize: kind === "article" ? most : 1 });
        if (jobs.length > 0)
          return jobs.map(({ id, data }) => ({ hash: "", part: 0, parts: 0, looks: 0, ...data, id, kind }));
      }
      return [];
    },
    done: (tasks) => each(tasks, (kind, ids) => boss.complete(kind, ids)),
    failed: (tasks, error) =>
      each(tasks, async (kind, ids) => {
        const message = error instanceof Error ? error.message : String(error);
        for (const id of ids) await boss.fail(kind, id, { message });
      }),
    async size() {
      const sizes = await Promise.all(kinds.map((kind) => boss.getQueueSize(kind)));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    alone: (story, work) => attempt(() => alone(database, story)).then((lock) => lock && work().finally(lock.letGo)),
    async close() {
      await boss.stop({ graceful: false, wait: true, close: false });
      await database.release();
    },
  };
}
