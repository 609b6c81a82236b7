import { hostname } from "node:os";
import { basename } from "node:path";
import type { StoryStore } from "../engine/ports.js";
import { type Opened, openFile } from "./open.js";
import { type Base, SqlStore } from "./sql.js";
import { fileTrouble } from "./trouble.js";

/** The ending of story files. */
export const extension = ".hearsay";

/**
 * Opens the story kept in one SQLite file.
 * @param create make the file (and its folder) when there is none
 * @throws HearsayError `store.missing`, `store.not-a-story`, `store.newer`, `store.older`, `store.failed`
 */
export async function openStoryFile(path: string, { create = false } = {}): Promise<StoryStore> {
  return new SqlStore(basename(path, extension), fileBase(path, await openFile(path, create)));
}

let workers = 0;

/** A file holds one story, whose key is empty: it may be renamed. */
export function fileBase(path: string, { handle, db }: Opened): Base {
  const trouble = (error: unknown) => fileTrouble(path, error);
  const attempt: Base["attempt"] = (operation) =>
    operation().catch((error: unknown) => {
      throw trouble(error);
    });
  return {
    ...{ db, story: "", trouble, attempt, audit: null },
    async working(work) {
      const id = `${hostname()}/${process.pid}/${++workers}`;
      await attempt(() => db.insertInto("worker").values({ id, host: hostname(), pid: process.pid }).execute());
      try {
        return await work();
      } finally {
        await attempt(() => db.deleteFrom("worker").where("id", "=", id).execute());
      }
    },
    /** A row of another machine came with the file when it was copied: nobody can be at work from there. */
    othersWorking: () =>
      attempt(async () => {
        const rows = await db.selectFrom("worker").select("pid").where("host", "=", hostname()).execute();
        return rows.some(({ pid }) => pid !== process.pid && isAlive(pid));
      }),
    async close() {
      // Leaves everything in the one file, so that it can be copied; not when another process is using it, and without waiting.
      handle.pragma("busy_timeout = 0");
      try {
        handle.pragma("wal_checkpoint(TRUNCATE)");
      } catch {
        // A full disk: the log stays beside the file, and all is in it.
      }
      await db.destroy();
      if (handle.open) handle.close();
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
