import type { CreateTableBuilder, Kysely, Migration } from "kysely";
import { makeAccountTables } from "./accounts/tables.js";
import { sql } from "./kysely.js";

type Type = Parameters<CreateTableBuilder<string>["addColumn"]>[1];

/** How a database calls the types of our columns. */
export interface Types {
  /** Text in the order of its bytes, so that lists come in the same order from every database. */
  readonly text: Type;
  readonly whole: Type;
  readonly bytes: Type;
  /** Whether it is the file of one story, which keeps itself who is at work on it. */
  readonly file: boolean;
  /** Into how many hash partitions each table is divided by story; 0 leaves it whole. */
  readonly partitions: number;
}

export const fileTypes: Types = { text: "text", whole: "integer", bytes: "blob", file: true, partitions: 0 };
/** PostgreSQL's. */
export const servedTypes = (partitions: number): Types => ({
  ...{ text: sql`text collate "C"`, whole: "integer", bytes: "bytea", file: false },
  partitions,
});

/** In the order of their names; a migration that has been released is never changed. */
export const migrations = (types: Types): Readonly<Record<string, Migration>> => ({
  "0001-story": { up: (db: Kysely<unknown>) => makeTables(db, types) },
  // A file is one story: accounts are beside it, in a file of their own.
  ...(!types.file && {
    "0002-accounts": { up: (db: Kysely<unknown>) => makeAccountTables(db, { text: types.text, served: true }) },
  }),
});

/** What a story's file has as its `user_version`. 1 and 2 were before the first release. */
export const schemaVersion = 3;

async function makeTables(db: Kysely<unknown>, types: Types): Promise<void> {
  const { text, whole, bytes } = types;
  const table = (name: string, key: readonly string[], columns: Columns) => makeTable(db, types, name, key, columns);
  await table("story", [], { written: text });
  await table("capture", ["hash"], { hash: text, size: whole, bytes });
  const place = { hash: text, place: text, "whole?": text, retrieved: text, seen: text, hints: text };
  await table("place", ["hash", "place"], { ...place, "validators?": text });
  await db.schema.createIndex("place_by_place").on("place").columns(["story", "place"]).execute();
  await table("note", ["file", "number"], { file: text, number: whole, body: text });
  await table("judgement", ["id"], { id: text, number: whole, body: text });
  await table("derived", ["stage", "key"], {
    ...{ stage: text, key: text, version: text },
    ...{ "body?": text, "packed?": bytes },
  });
  if (types.file) await makeFileOnly(db);
}

/** Types by name; a name that ends in a question mark may be null. */
type Columns = Readonly<Record<string, Type>>;

/** A table whose key begins with the story, and whose rows go when the story goes. */
async function makeTable(
  db: Kysely<unknown>,
  { text, partitions }: Types,
  name: string,
  key: readonly string[],
  columns: Columns,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries({ story: text, ...columns }))
    table = table.addColumn(column.replace("?", ""), type, (c) => (column.endsWith("?") ? c : c.notNull()));
  table = table.addPrimaryKeyConstraint(`${name}_key`, ["story", ...key]);
  const of = name === "place" ? (["capture", "hash"] as const) : (["story"] as const);
  const shared = ["story", ...of.slice(1)];
  if (name !== "story")
    table = table.addForeignKeyConstraint(`${name}_of`, shared, of[0], shared, (c) => c.onDelete("cascade"));
  if (partitions > 0) table = table.modifyEnd(sql`partition by hash (story)`);
  await table.execute();
  for (let i = 0; i < partitions; i++)
    await sql`create table ${sql.table(`hearsay.${name}_${i}`)} partition of ${sql.table(`hearsay.${name}`)}
      for values with (modulus ${sql.lit(partitions)}, remainder ${sql.lit(i)})`.execute(db);
}

async function makeFileOnly(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("worker")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("pid", "integer", (column) => column.notNull())
    .execute();
  await sql`insert into story (story, written) values ('', '')`.execute(db);
}
