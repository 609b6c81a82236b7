import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { StoryStore } from "../engine/ports.js";
import { contentHash, HearsayError } from "../model/index.js";
import { deedRow, putDeed } from "./accounts/audit.js";
import type { AccountsSchema } from "./accounts/schema.js";
import { type Database, openDatabase } from "./database.js";
import { type Base, SqlStore } from "./sql.js";
import { isConflict, isLost, servedTrouble } from "./trouble.js";

/**
 * Opens the story of a name in a database.
 * @param create make it when there is none
 * @throws HearsayError `store.missing`, and what `openDatabase` throws
 */
export async function openServedStory(url: string, name: string, { create = false } = {}): Promise<StoryStore> {
  const database = await openDatabase(url);
  const base = servedBase(database, name);
  try {
    if (create) await base.attempt(() => makeStory(database, name));
    else if (!(await base.attempt(() => hasStory(database, name))))
      throw new HearsayError("store.missing", `There is no story "${name}" at ${database.shown}.`);
    return new SqlStore(name, base);
  } catch (error) {
    await database.release();
    throw error;
  }
}

export async function hasStory({ db }: Database, name: string): Promise<boolean> {
  const query = db.selectFrom("story").select("story").where("story", "=", name);
  return (await query.executeTakeFirst()) !== undefined;
}

async function makeStory({ db }: Database, story: string): Promise<void> {
  const row = { story, written: new Date().toISOString() };
  const query = db.insertInto("story").values(row);
  await query.onConflict((conflict) => conflict.column("story").doNothing()).execute();
}

/** A story among the others of a database. */
export function servedBase(database: Database, story: string): Base {
  const trouble = (error: unknown) => servedTrouble(database.shown, error);
  const attempt = persistent(trouble);
  const lock = lockOf(story);
  let [at, held]: [number, Promise<Lock> | null] = [0, null];
  return {
    ...{ db: database.db, story, attempt, trouble },
    async working(work) {
      at++;
      held ??= attempt(() => holdLock(database, lock));
      try {
        await held;
        return await work();
      } finally {
        if (--at === 0) {
          const last = held;
          held = null;
          await (await last?.catch(() => null))?.letGo();
        }
      }
    },
    othersWorking: () => attempt(() => isLocked(database, lock)),
    audit: (deed) => {
      const row = deedRow(deed);
      return (trx) => putDeed(trx as unknown as Transaction<AccountsSchema>, row);
    },
    close: () => database.release(),
  };
}

/** How long an operation is tried again while the database is away, in milliseconds: as long as a file's lock is waited for. */
const patience = 30_000;

/** Does it again while the connection is lost or another transaction was in the way: every operation may happen twice. */
const persistent =
  (trouble: Base["trouble"]): Base["attempt"] =>
  async (operation) => {
    const began = performance.now();
    for (let wait = 100; ; wait = Math.min(2 * wait, 3000)) {
      try {
        return await operation();
      } catch (error) {
        const again = isLost(error) || isConflict(error);
        if (!again || performance.now() - began + wait > patience) throw trouble(error);
        await sleep(wait);
      }
    }
  };

/** A lock at the server, on a connection of its own. */
export interface Lock {
  letGo(): Promise<void>;
}

/** Our half of an advisory lock's two numbers ("HRSY"); the other is of the story's name. */
const lockSpace = 0x48525359;
const lockOf = (story: string): number => Number.parseInt(contentHash(story).slice(0, 7), 16);

/**
 * A shared advisory lock on a connection of its own: it ends with the process, however that ends, on whatever machine, and
 * does not end while a stage keeps the process from saying that it is alive.
 */
const holdLock = async (database: Database, lock: number): Promise<Lock> =>
  (await lockWith(database, "pg_try_advisory_lock_shared($1, $2)", [lockSpace, lock]))!;

/** The lock of what one process at a time does with a story; null while another has it. */
export const alone = (database: Database, story: string): Promise<Lock | null> =>
  lockWith(database, "pg_try_advisory_lock($1, $2)", [lockSpace + 1, lockOf(story)]);

async function lockWith({ makeClient, own }: Database, call: string, numbers: readonly number[]): Promise<Lock | null> {
  const client = await makeClient();
  const letGo = () => client.end().catch(() => {});
  try {
    const text = `select pg_backend_pid() as pid, ${call} as locked`;
    const { pid, locked } = (await client.query<{ pid: number; locked: boolean }>(text, [...numbers])).rows[0]!;
    if (!locked) {
      await letGo();
      return null;
    }
    own.add(pid);
    return {
      letGo: () => {
        own.delete(pid);
        return letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** Whether a connection that is not this process's holds the lock. */
async function isLocked({ pool, own }: Database, lock: number): Promise<boolean> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
       and database = (select oid from pg_database where datname = current_database())
       and classid::bigint = $1 and objid::bigint = $2`,
    [lockSpace, lock],
  );
  return rows.some(({ pid }) => !own.has(pid));
}

/** How many connections are at work on a story of the database. */
export async function locksOfWorkers(pool: Database["pool"]): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    `select distinct pid from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
       and database = (select oid from pg_database where datname = current_database()) and classid::bigint = $1`,
    [lockSpace],
  );
  return rows.length;
}
