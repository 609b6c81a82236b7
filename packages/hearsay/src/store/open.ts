import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Kysely as KyselyOf } from "kysely";
import Database from "libsql";
import { HearsayError } from "../model/index.js";
import { ImmediateSqliteDialect } from "./dialect.js";
import { Kysely, Migrator } from "./kysely.js";
import { fileTypes, migrations, schemaVersion } from "./migrations.js";
import type { Schema } from "./schema.js";
import { codeOf, fileTrouble, notADatabase, sqliteNumber } from "./trouble.js";

/** "HRSY": marks an SQLite file as a story. */
const applicationId = 0x48525359;
/** How long one process waits for another's write, in milliseconds. */
const patience = 30_000;

/** An opened story file: the driver's handle and Kysely over it. */
export interface Opened {
  readonly handle: Database.Database;
  readonly db: KyselyOf<Schema>;
}

/**
 * Opens a story file in WAL mode, with its tables brought up to date.
 * @throws HearsayError `store.missing`, `store.not-a-story`, `store.newer`, `store.older`, `store.failed`
 */
export async function openFile(path: string, create: boolean): Promise<Opened> {
  if (!create && !existsSync(path)) throw new HearsayError("store.missing", `There is no story at ${path}.`);
  if (create) mkdirSync(dirname(path), { recursive: true });
  const handle = connect(path);
  try {
    const db = new Kysely<Schema>({ dialect: new ImmediateSqliteDialect({ database: handle }) });
    const version = checkedVersion(handle, path, create);
    if (version < schemaVersion) await migrate(handle, db);
    return { handle, db };
  } catch (error) {
    handle.close();
    throw openingFailed(path, error);
  }
}

/** An SQLite file in WAL mode, every commit flushed; read only where it cannot be written. */
export function connect(path: string): Database.Database {
  try {
    if (![path, dirname(path)].every(mayWrite)) return connectToRead(path);
    const handle = new Database(path);
    handle.pragma(`busy_timeout = ${patience}`);
    useWriteAheadLog(handle);
    // Acknowledged means on the disk, also when the power fails.
    handle.pragma("synchronous = FULL");
    handle.pragma("foreign_keys = ON");
    return handle;
  } catch (error) {
    throw openingFailed(path, error);
  }
}

/** Whether something that is there may be written: opening in WAL mode makes files beside the story's. */
function mayWrite(path: string): boolean {
  try {
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A story on a disk or in a folder that cannot be written: read as it stands, which whatever writes to it finds out. */
function connectToRead(path: string): Database.Database {
  const refused = (why: string) => new HearsayError("store.read-only", `${path}: ${why}`);
  if (!existsSync(path)) throw refused("its folder or the disk is read-only: make the story where you may write.");
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw refused(`it was not closed, and cannot be written: copy it and ${path}-wal to a folder where you may write.`);
  return new Database(`${pathToFileURL(path).href}?immutable=1`);
}

/** Turning it on needs the file for itself for a moment, and SQLite does not wait for that by itself. */
function useWriteAheadLog(handle: Database.Database): void {
  for (let attempt = 1; pragma(handle, "journal_mode") !== "wal"; attempt++) {
    try {
      handle.pragma("journal_mode = WAL");
    } catch (error) {
      if (attempt === 200 || codeOf(error) !== "SQLITE_BUSY") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function checkedVersion(handle: Database.Database, path: string, create: boolean): number {
  const id = pragma(handle, "application_id");
  const version = Number(pragma(handle, "user_version"));
  const empty = handle.prepare("select count(*) as n from sqlite_master").all() as { n: number }[];
  const fresh = create && id === 0 && version === 0 && isOurs(handle, empty[0]?.n ?? 0);
  if (id !== applicationId && !fresh) throw notAStory(path);
  if (version > schemaVersion)
    throw new HearsayError("store.newer", `${path} was made by a newer Hearsay (schema ${version}); update Hearsay.`);
  if (version > 0 && version < schemaVersion)
    throw new HearsayError("store.older", `${path} was made before the first release: add its articles anew.`);
  return version;
}

/** Without a mark yet: nothing in it, or another process is just making its tables. */
function isOurs(handle: Database.Database, tables: number): boolean {
  if (tables === 0) return true;
  const found = handle.prepare("select 1 from sqlite_master where name = 'kysely_migration'").all();
  return found.length > 0;
}

async function migrate(handle: Database.Database, db: KyselyOf<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(fileTypes) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  handle.pragma(`application_id = ${applicationId}`);
  handle.pragma(`user_version = ${schemaVersion}`);
}

function pragma(handle: Database.Database, name: string): unknown {
  const rows = handle.pragma(name) as Record<string, unknown>[];
  return Object.values(rows[0] ?? {})[0];
}

const openingFailed = (path: string, error: unknown): unknown =>
  sqliteNumber(error) === notADatabase ? notAStory(path) : fileTrouble(path, error);

const notAStory = (path: string) => new HearsayError("store.not-a-story", `${path} is not a Hearsay story.`);
