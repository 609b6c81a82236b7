import { createRequire } from "node:module";

// Kysely's 280 files load in 90–140 ms of processor time as CommonJS and in 120–200 ms as ES modules (Node 20.20,
// two cores): a tenth of what a cold `hearsay report` may take in all.
const kysely = createRequire(import.meta.url)("kysely") as typeof import("kysely");

export const { CompiledQuery, Kysely, Migrator, PostgresDialect, sql, SqliteAdapter, SqliteDialect, SqliteDriver } =
  kysely;
