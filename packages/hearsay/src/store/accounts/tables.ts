import type { CreateTableBuilder, Kysely } from "kysely";
import { sql } from "../kysely.js";

type Type = Parameters<CreateTableBuilder<string>["addColumn"]>[1];

/** How a database calls what the tables of accounts need. */
interface Dialect {
  readonly text: Type;
  readonly served: boolean;
}

/** Makes the tables of accounts, in a file of their own or in a database. */
export async function makeAccountTables(db: Kysely<unknown>, { text, served }: Dialect): Promise<void> {
  const make = (name: string, key: readonly string[], columns: readonly string[]) => {
    let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const column of columns)
      table = table.addColumn(column.replace("?", ""), text, (c) => (column.endsWith("?") ? c : c.notNull()));
    table = table.addPrimaryKeyConstraint(`${name}_key`, key as string[]);
    if (columns.includes("account"))
      table = table.addForeignKeyConstraint(`${name}_of`, ["account"], "account", ["key"]);
    return table.execute();
  };
  await make("account", ["key"], ["key", "name", "role", "password", "disabled?", "created", "seen?"]);
  const times = ["created", "expires?", "used?", "revoked?"];
  await make("account_token", ["id"], ["id", "account", "hash", "label", ...times]);
  await make("account_session", ["hash"], ["hash", "account", "created", "expires", "seen"]);
  await make("story_role", ["story", "account"], ["story", "account", "role"]);
  await make("story_restricted", ["story"], ["story", "since"]);
  await db.schema.createIndex("account_token_by_hash").on("account_token").column("hash").unique().execute();
  await db.schema.createIndex("account_session_by_account").on("account_session").column("account").execute();
  await makeAudit(db, { text, served });
}

async function makeAudit(db: Kysely<unknown>, { text, served }: Dialect): Promise<void> {
  await db.schema
    .createTable("audit")
    .addColumn("number", "integer", (c) =>
      served ? c.generatedAlwaysAsIdentity().primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn("id", text, (c) => c.notNull().unique())
    .addColumn("at", text, (c) => c.notNull())
    .addColumn("who", text, (c) => c.notNull())
    .addColumn("action", text, (c) => c.notNull())
    .addColumn("story", text)
    .addColumn("subject", text)
    .addColumn("detail", text)
    .addColumn("origin", text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("audit_by_story").on("audit").columns(["story", "number"]).execute();
  await (served ? keepServed(db) : keepFile(db));
}

/** What is written stays: also for who has the tables before them, unless they take this away first. */
async function keepServed(db: Kysely<unknown>): Promise<void> {
  await sql`create function hearsay.audit_stays() returns trigger language plpgsql as
    $$ begin raise exception 'the audit is only ever added to'; end $$`.execute(db);
  await sql`create trigger audit_stays before update or delete or truncate on hearsay.audit
    for each statement execute function hearsay.audit_stays()`.execute(db);
}

async function keepFile(db: Kysely<unknown>): Promise<void> {
  for (const change of ["update", "delete"])
    await sql`create trigger ${sql.raw(`audit_stays_${change}`)} before ${sql.raw(change)} on audit
      begin select raise(abort, 'the audit is only ever added to'); end`.execute(db);
}
