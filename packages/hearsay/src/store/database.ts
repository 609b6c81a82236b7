import type { Kysely as KyselyOf } from "kysely";
import type { Client, Pool } from "pg";
import { HearsayError } from "../model/index.js";
import { Kysely, Migrator, PostgresDialect } from "./kysely.js";
import { migrations, servedTypes } from "./migrations.js";
import { shownDatabase } from "./places.js";
import type { Schema } from "./schema.js";
import { codeOf, servedTrouble } from "./trouble.js";

/** The schema of the database that everything of ours is in. */
export const schemaName = "hearsay";
/** A process holds at most so many connections for queries, and one more while it is at work on a story. */
const mostConnections = 5;
/** How long is waited for a connection, in milliseconds. */
const connecting = 10_000;

/** A PostgreSQL database that holds stories: its connections and Kysely over them. */
export interface Database {
  readonly pool: Pool;
  /** A connection besides, for who holds it as long as work takes. */
  makeClient(): Promise<Client>;
  /** The connections on which this process shows that it is at work, by their number at the server. */
  readonly own: Set<number>;
  readonly db: KyselyOf<Schema>;
  /** Without its password: "postgres://db.example.org/news". */
  readonly shown: string;
  /** Lets go of it; the last to do so closes its connections. */
  release(): Promise<void>;
}

interface Held {
  readonly opening: Promise<Omit<Database, "release">>;
  users: number;
}

/** The databases of this process by URL: all stories of one share its connections. */
const held = new Map<string, Held>();

/**
 * Connects to a database, with the tables brought up to date.
 * @param partitions into how many hash partitions each table is divided by story, when the tables are made
 * @throws HearsayError `store.lost`, `store.refused`, `store.newer`, `store.failed`
 */
export async function openDatabase(url: string, partitions = 0): Promise<Database> {
  const known = held.get(url) ?? { opening: connect(url, partitions), users: 0 };
  held.set(url, known);
  known.users++;
  const release = async () => {
    if (--known.users > 0) return;
    if (held.get(url) === known) held.delete(url);
    // What failed to open has ended its connections already.
    await known.opening.then(({ db }) => db.destroy()).catch(() => {});
  };
  try {
    return { ...(await known.opening), release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function connect(url: string, partitions: number): Promise<Omit<Database, "release">> {
  const shown = shownDatabase(url);
  // The driver is loaded when a database is first used: a story in a file does without.
  const { default: pg } = await import("pg");
  const reach = {
    connectionString: url,
    application_name: "hearsay",
    connectionTimeoutMillis: connecting,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...reach, max: mostConnections, idleTimeoutMillis: 10_000, allowExitOnIdle: true });
  // A connection lost while nobody uses it: the next query gets another.
  pool.on("error", () => {});
  // One lost between two queries of a transaction: the next query says so.
  pool.on("connect", (client) => client.on("error", () => {}));
  const makeClient = async () => {
    const client = new pg.Client(reach);
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }).withSchema(schemaName);
  try {
    await bringUp(db, shown, partitions);
    return { pool, makeClient, own: new Set(), db, shown };
  } catch (error) {
    await db.destroy();
    throw servedTrouble(shown, error);
  }
}

/** Who may only read finds everything made; the first who comes makes it, under the lock that Kysely takes for that. */
async function bringUp(db: KyselyOf<Schema>, shown: string, partitions: number): Promise<void> {
  const all = migrations(servedTypes(partitions));
  const done = await madeSoFar(db);
  const newer = done.find((name) => !(name in all));
  if (newer !== undefined)
    throw new HearsayError("store.newer", `${shown} is used by a newer Hearsay (schema ${newer}); update Hearsay.`);
  if (done.length === Object.keys(all).length) return;
  const provider = { getMigrations: async () => all };
  const migrator = new Migrator({ db, provider, migrationTableSchema: schemaName });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function madeSoFar(db: KyselyOf<Schema>): Promise<readonly string[]> {
  const table = db as unknown as KyselyOf<{ kysely_migration: { name: string } }>;
  try {
    return (await table.selectFrom("kysely_migration").select("name").execute()).map(({ name }) => name);
  } catch (error) {
    if (codeOf(error) === "42P01" || codeOf(error) === "3F000") return [];
    throw error;
  }
}
