import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { Kysely as KyselyOf } from "kysely";
import { HearsayError } from "../../model/index.js";
import { ImmediateSqliteDialect } from "../dialect.js";
import { Kysely, Migrator } from "../kysely.js";
import { connect } from "../open.js";
import { fileTrouble } from "../trouble.js";
import type { AccountsBase } from "./base.js";
import type { AccountsSchema } from "./schema.js";
import { makeAccountTables } from "./tables.js";

/** "HRSA": marks an SQLite file as one of accounts. */
const applicationId = 0x48525341;

const migrations = {
  "0001-accounts": { up: (db: KyselyOf<unknown>) => makeAccountTables(db, { text: "text", served: false }) },
};

/** Opens the file of accounts, made with its folder where there is none; nobody else on the machine may read it. */
export async function fileAccounts(path: string): Promise<AccountsBase> {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // Only ever made, never opened besides the driver: closing it would let go of every lock that this process has on it.
    closeSync(openSync(path, "wx", 0o600));
  } catch {
    // It is there, or cannot be made: then it is read as it stands, or refused when it is opened.
  }
  const handle = connect(path);
  const db = new Kysely<AccountsSchema>({ dialect: new ImmediateSqliteDialect({ database: handle }) });
  const attempt: AccountsBase["attempt"] = (operation) =>
    operation().catch((error: unknown) => {
      throw fileTrouble(path, error);
    });
  const id = (handle.pragma("application_id") as { application_id: number }[])[0]?.application_id;
  try {
    if (id !== applicationId) {
      const { error } = await new Migrator({
        db,
        provider: { getMigrations: async () => migrations },
      }).migrateToLatest();
      if (error !== undefined) throw error;
      handle.pragma(`application_id = ${applicationId}`);
    }
  } catch (error) {
    handle.close();
    throw error instanceof HearsayError ? error : fileTrouble(path, error);
  }
  const close = async () => {
    await db.destroy();
    if (handle.open) handle.close();
  };
  return { db, attempt, close };
}
