import type { Kysely } from "kysely";
import { openDatabase } from "../database.js";
import { servedBase } from "../postgres.js";
import type { AccountsBase } from "./base.js";
import type { AccountsSchema } from "./schema.js";

/** The accounts of a database: its own tables beside those of stories. */
export async function servedAccounts(url: string): Promise<AccountsBase> {
  const { attempt, close, db } = servedBase(await openDatabase(url), "");
  return { attempt, close, db: db as unknown as Kysely<AccountsSchema> };
}
