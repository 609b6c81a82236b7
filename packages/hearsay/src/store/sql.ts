import { deflateRawSync } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import type { Derived, Kept, KeptCapture, LastFound, Note, Sighting, StoryStore } from "../engine/ports.js";
import {
  type Capture,
  type Deed,
  type Diagnostic,
  HearsayError,
  type Hints,
  type Judgement,
  type Validators,
} from "../model/index.js";
import { Bodies } from "./bodies.js";
import { batches, keepAll } from "./keep.js";
import { asText, fromText, shortKey, textOf } from "./keys.js";
import type { Schema } from "./schema.js";

/** What a story's queries run on: a file of its own, or a database that holds many stories. */
export interface Base {
  readonly db: Kysely<Schema>;
  /** The story's key, the first in every table. */
  readonly story: string;
  /** Runs one operation, again where that is safe and helps. @throws HearsayError in the words of this base */
  attempt<T>(operation: () => Promise<T>): Promise<T>;
  /** What went wrong, in the words of this base. */
  trouble(error: unknown): unknown;
  working<T>(work: () => Promise<T>): Promise<T>;
  othersWorking(): Promise<boolean>;
  /** How a deed is put into the audit that is kept in the same database; null where it is kept elsewhere. */
  readonly audit: ((deed: Deed) => (trx: Transaction<Schema>) => Promise<void>) | null;
  close(): Promise<void>;
}

/** A story behind SQL: the same queries for every database. Each operation may run twice and has happened once. */
export class SqlStore implements StoryStore {
  constructor(
    readonly name: string,
    readonly base: Base,
  ) {}

  keep(captures: readonly Capture[]): Promise<readonly Kept[]> {
    if (captures.length === 0) return Promise.resolve([]);
    return this.#writing((trx) => keepAll(trx, this.base.story, captures));
  }

  captures(): Promise<readonly KeptCapture[]> {
    return this.#reading(async (db, story) => {
      const rows = await db
        .selectFrom("capture")
        .innerJoin("place", (join) =>
          join.onRef("place.story", "=", "capture.story").onRef("place.hash", "=", "capture.hash"),
        )
        .select(["capture.hash", "size", "place", "whole", "retrieved", "seen", "hints"])
        .where("capture.story", "=", story)
        .orderBy("capture.hash")
        .execute();
      const byHash = new Map<string, { hash: string; size: number; places: Sighting[] }>();
      for (const { hash, size, place, whole, retrieved, seen, hints } of rows) {
        const known = byHash.get(hash) ?? { hash, size, places: [] };
        const of = JSON.parse(hints) as Hints;
        known.places.push({ place: textOf(place, whole), first: retrieved, last: seen, hints: of });
        byHash.set(hash, known);
      }
      for (const { places } of byHash.values()) places.sort((a, b) => (a.place < b.place ? -1 : 1));
      return [...byHash.values()];
    });
  }

  lastFound(place: string): Promise<LastFound | null> {
    return this.#reading(async (db, story) => {
      const row = await db
        .selectFrom("place")
        .select(["hash", "hints", "validators"])
        .where("story", "=", story)
        .where("place", "=", shortKey(place))
        .orderBy("seen", "desc")
        .orderBy("hash", "desc")
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const hints = JSON.parse(row.hints) as Hints;
      return { hash: row.hash, hints, validators: JSON.parse(row.validators ?? "null") as Validators | null };
    });
  }

  bytes(hash: string): Promise<Uint8Array | null> {
    return this.#reading(async (db, story) => {
      const query = db.selectFrom("capture").select("bytes").where("story", "=", story).where("hash", "=", hash);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : new Uint8Array(row.bytes);
    });
  }

  note(notes: readonly Note[]): Promise<void> {
    const byFile = new Map(notes.map(({ file, diagnostics }) => [shortKey(file), diagnostics]));
    if (byFile.size === 0) return Promise.resolve();
    return this.#writing(async (trx, story) => {
      for (const files of batches([...byFile.keys()]))
        await trx.deleteFrom("note").where("story", "=", story).where("file", "in", files).execute();
      const rows = [...byFile].flatMap(([file, diagnostics]) =>
        diagnostics.map((diagnostic, number) => ({ story, file, number, body: JSON.stringify(diagnostic) })),
      );
      for (const batch of batches(rows)) await trx.insertInto("note").values(batch).execute();
    });
  }

  notes(): Promise<readonly Diagnostic[]> {
    return this.#reading(async (db, story) => {
      const query = db.selectFrom("note").select("body").where("story", "=", story);
      const rows = await query.orderBy("file").orderBy("number").execute();
      return rows.map(({ body }) => JSON.parse(body) as Diagnostic);
    });
  }

  judge(judgement: Judgement, deed?: Deed): Promise<boolean> {
    const note = deed === undefined ? undefined : this.base.audit?.(deed);
    return this.#writing(async (trx, story) => {
      const last = await trx
        .selectFrom("judgement")
        .select((eb) => eb.fn.max("number").as("number"))
        .where("story", "=", story)
        .executeTakeFirst();
      await trx
        .insertInto("judgement")
        .values({ story, id: judgement.id, number: (last?.number ?? 0) + 1, body: JSON.stringify(judgement) })
        .onConflict((conflict) => conflict.columns(["story", "id"]).doNothing())
        .execute();
      await note?.(trx);
      return note !== undefined;
    });
  }

  judgements(): Promise<readonly Judgement[]> {
    return this.#reading(async (db, story) => {
      const query = db.selectFrom("judgement").select("body").where("story", "=", story);
      return (await query.orderBy("number").execute()).map(({ body }) => JSON.parse(body) as Judgement);
    });
  }

  /** Always in the order of their keys: two processes that put the same ones wait for each other, not for ever. */
  derive(records: readonly Derived[]): Promise<void> {
    const rows = new Map(records.map((record) => [`${record.stage} ${record.key}`, rowOf(this.base.story, record)]));
    const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    const put = async (trx: Transaction<Schema>) => {
      for (const batch of batches(ordered))
        await trx
          .insertInto("derived")
          .values(batch)
          .onConflict((conflict) =>
            conflict.columns(["story", "stage", "key"]).doUpdateSet(({ ref }) => ({
              version: ref("excluded.version"),
              body: ref("excluded.body"),
              packed: ref("excluded.packed"),
            })),
          )
          .execute();
    };
    return this.base.attempt(() => this.base.db.transaction().execute(put));
  }

  versions(stage: string, keys?: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const versions = new Map<string, string>();
    return this.#records(stage, keys, ["version"], versions, (key, row) => versions.set(key, fromText(row.version)));
  }

  derived(stage: string, keys?: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const bodies = new Bodies();
    return this.#records(stage, keys, ["body", "packed"], bodies, (key, row) => bodies.add(key, row.body, row.packed));
  }

  /** Puts the records of a stage, those of some keys or all, with some of their columns, into what is found. */
  #records(
    stage: string,
    keys: readonly string[] | undefined,
    columns: readonly (keyof Schema["derived"])[],
    found: Map<string, string>,
    put: (key: string, row: Schema["derived"]) => void,
  ): Promise<ReadonlyMap<string, string>> {
    const texts = new Map(keys?.map((key) => [shortKey(key), key]));
    const wanted = keys === undefined ? [undefined] : [...batches([...texts.keys()].sort())];
    return this.#reading(async (db, story) => {
      found.clear();
      for (const batch of wanted) {
        let query = db.selectFrom("derived").select(["key", ...columns]);
        query = query.where("story", "=", story).where("stage", "=", stage).orderBy("key");
        if (batch !== undefined) query = query.where("key", "in", batch);
        for (const row of (await query.execute()) as Schema["derived"][]) put(texts.get(row.key) ?? row.key, row);
      }
      return found;
    });
  }

  async dropDerived(): Promise<void> {
    await this.#reading((db, story) => db.deleteFrom("derived").where("story", "=", story).execute());
  }

  working<T>(work: () => Promise<T>): Promise<T> {
    return this.base.working(work);
  }

  othersWorking(): Promise<boolean> {
    return this.base.othersWorking();
  }

  close(): Promise<void> {
    return this.base.close();
  }

  #reading<T>(query: (db: Kysely<Schema>, story: string) => Promise<T>): Promise<T> {
    const { base } = this;
    return base.attempt(() => query(base.db, base.story));
  }

  /** In a transaction of its own that waits for every other of the story: its row is the lock. */
  #writing<T>(work: (trx: Transaction<Schema>, story: string) => Promise<T>): Promise<T> {
    const { db, story } = this.base;
    const written = new Date().toISOString();
    return this.base.attempt(() =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("story")
          .set({ written })
          .where("story", "=", story)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new HearsayError("store.missing", `The story ${this.name} has been removed.`);
        return work(trx, story);
      }),
    );
  }
}

function rowOf(story: string, { stage, key, version, body, bulky }: Derived): Schema["derived"] {
  const values = bulky ? { body: null, packed: deflateRawSync(body, { level: 1 }) } : { body, packed: null };
  return { story, stage, key: shortKey(key), version: version && asText(version), ...values };
}
