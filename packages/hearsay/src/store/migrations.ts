import type { Kysely, Migration } from "kysely";
import type { Schema } from "./schema.js";

/** In the order of their names; a migration that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-captures-judgements-derived": {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable("capture")
        .addColumn("hash", "text", (column) => column.primaryKey())
        .addColumn("size", "integer", (column) => column.notNull())
        .addColumn("bytes", "blob", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("place")
        .addColumn("hash", "text", (column) => column.notNull().references("capture.hash"))
        .addColumn("place", "text", (column) => column.notNull())
        .addColumn("retrieved", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("place_key", ["hash", "place"])
        .execute();
      await db.schema.createIndex("place_by_place").on("place").column("place").execute();
      await db.schema
        .createTable("note")
        .addColumn("file", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("body", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("note_key", ["file", "number"])
        .execute();
      await db.schema
        .createTable("judgement")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("number", "integer", (column) => column.notNull().unique())
        .addColumn("body", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("derived")
        .addColumn("stage", "text", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("body", "text")
        .addColumn("packed", "blob")
        .addPrimaryKeyConstraint("derived_key", ["stage", "key"])
        .execute();
      await db.schema
        .createTable("worker")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("host", "text", (column) => column.notNull())
        .addColumn("pid", "integer", (column) => column.notNull())
        .execute();
    },
  },
  "0002-found-again": {
    async up(db: Kysely<unknown>): Promise<void> {
      const added = ["seen", "hints"] as const;
      for (const name of added)
        await db.schema
          .alterTable("place")
          .addColumn(name, "text", (column) => column.notNull().defaultTo(name === "hints" ? "{}" : ""))
          .execute();
      await db.schema.alterTable("place").addColumn("validators", "text").execute();
      await (db as Kysely<Schema>)
        .updateTable("place")
        .set(({ ref }) => ({ seen: ref("retrieved") }))
        .execute();
    },
  },
};

/** The number of migrations, kept in the file as its `user_version`. */
export const schemaVersion = Object.keys(migrations).length;
