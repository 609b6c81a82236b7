import { hostname } from "node:os";
import { basename } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Transaction } from "kysely";
import type { Derived, Kept, KeptCapture, LastFound, Note, Sighting, StoryStore } from "../engine/ports.js";
import {
  type Capture,
  type Diagnostic,
  type Hints,
  hintsTogether,
  isLasting,
  type Judgement,
  type Validators,
} from "../model/index.js";
import { Bodies } from "./bodies.js";
import { type Opened, openFile } from "./open.js";
import type { Schema } from "./schema.js";

/** The ending of story files. */
export const extension = ".hearsay";

/**
 * Opens the story kept in one SQLite file.
 * @param create make the file (and its folder) when there is none
 * @throws HearsayError `store.missing`, `store.not-a-story`, `store.newer`, `store.failed`
 */
export async function openStory(path: string, { create = false } = {}): Promise<StoryStore> {
  return new SqliteStore(basename(path, extension), await openFile(path, create));
}

/** How many keys go into one query; SQLite allows 32,766 parameters. */
const keysAtOnce = 500;
let workers = 0;

class SqliteStore implements StoryStore {
  readonly #opened: Opened;

  constructor(
    readonly name: string,
    opened: Opened,
  ) {
    this.#opened = opened;
  }

  get #db() {
    return this.#opened.db;
  }

  keep(captures: readonly Capture[]): Promise<readonly Kept[]> {
    return this.#db.transaction().execute(async (trx) => {
      const kept: Kept[] = [];
      for (const capture of captures) kept.push(await keepOne(trx, capture));
      return kept;
    });
  }

  async captures(): Promise<readonly KeptCapture[]> {
    const rows = await this.#db
      .selectFrom("capture")
      .innerJoin("place", "place.hash", "capture.hash")
      .select(["capture.hash", "capture.size", "place.place", "place.retrieved", "place.seen", "place.hints"])
      .orderBy("capture.hash")
      .orderBy("place.place")
      .execute();
    const byHash = new Map<string, { hash: string; size: number; places: Sighting[] }>();
    for (const { hash, size, place, retrieved, seen, hints } of rows) {
      const sighting = { place, first: retrieved, last: seen, hints: JSON.parse(hints) as Hints };
      const known = byHash.get(hash);
      if (known === undefined) byHash.set(hash, { hash, size, places: [sighting] });
      else known.places.push(sighting);
    }
    return [...byHash.values()];
  }

  async lastFound(place: string): Promise<LastFound | null> {
    const row = await this.#db
      .selectFrom("place")
      .select(["hash", "hints", "validators"])
      .where("place", "=", place)
      .orderBy("seen", "desc")
      .orderBy("hash", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return null;
    const hints = JSON.parse(row.hints) as Hints;
    return { hash: row.hash, hints, validators: JSON.parse(row.validators ?? "null") as Validators | null };
  }

  async bytes(hash: string): Promise<Uint8Array | null> {
    const row = await this.#db.selectFrom("capture").select("bytes").where("hash", "=", hash).executeTakeFirst();
    return row === undefined ? null : new Uint8Array(row.bytes);
  }

  note(notes: readonly Note[]): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      for (const { file, diagnostics } of notes) {
        await trx.deleteFrom("note").where("file", "=", file).execute();
        for (const [number, diagnostic] of diagnostics.entries())
          await trx
            .insertInto("note")
            .values({ file, number, body: JSON.stringify(diagnostic) })
            .execute();
      }
    });
  }

  async notes(): Promise<readonly Diagnostic[]> {
    const rows = await this.#db.selectFrom("note").select("body").orderBy("file").orderBy("number").execute();
    return rows.map(({ body }) => JSON.parse(body) as Diagnostic);
  }

  judge(judgement: Judgement): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      const last = await trx
        .selectFrom("judgement")
        .select((eb) => eb.fn.max("number").as("number"))
        .executeTakeFirst();
      await trx
        .insertInto("judgement")
        .values({ id: judgement.id, number: (last?.number ?? 0) + 1, body: JSON.stringify(judgement) })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    });
  }

  async judgements(): Promise<readonly Judgement[]> {
    const rows = await this.#db.selectFrom("judgement").select("body").orderBy("number").execute();
    return rows.map(({ body }) => JSON.parse(body) as Judgement);
  }

  derive(records: readonly Derived[]): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      for (const record of records) await deriveOne(trx, record);
    });
  }

  async versions(stage: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db
      .selectFrom("derived")
      .select(["key", "version"])
      .where("stage", "=", stage)
      .orderBy("key")
      .execute();
    return new Map(rows.map(({ key, version }) => [key, version]));
  }

  async derived(stage: string, keys?: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const bodies = new Bodies();
    const wanted = keys === undefined ? [undefined] : batches([...keys].sort());
    for (const batch of wanted) {
      let query = this.#db.selectFrom("derived").select(["key", "body", "packed"]).where("stage", "=", stage);
      if (batch !== undefined) query = query.where("key", "in", batch);
      for (const row of await query.orderBy("key").execute()) bodies.add(row.key, row.body, row.packed);
    }
    return bodies;
  }

  async dropDerived(): Promise<void> {
    await this.#db.deleteFrom("derived").execute();
  }

  async working<T>(work: () => Promise<T>): Promise<T> {
    const id = `${hostname()}/${process.pid}/${++workers}`;
    await this.#db.insertInto("worker").values({ id, host: hostname(), pid: process.pid }).execute();
    try {
      return await work();
    } finally {
      await this.#db.deleteFrom("worker").where("id", "=", id).execute();
    }
  }

  /** A row of another machine came with the file when it was copied: nobody can be at work from there. */
  async othersWorking(): Promise<boolean> {
    const rows = await this.#db.selectFrom("worker").select("pid").where("host", "=", hostname()).execute();
    return rows.some(({ pid }) => pid !== process.pid && isAlive(pid));
  }

  async close(): Promise<void> {
    const { handle, db } = this.#opened;
    // Leaves everything in the one file, so that it can be copied; not when another process is using it, and without waiting.
    handle.pragma("busy_timeout = 0");
    handle.pragma("wal_checkpoint(TRUNCATE)");
    await db.destroy();
    if (handle.open) handle.close();
  }
}

async function keepOne(trx: Transaction<Schema>, capture: Capture): Promise<Kept> {
  const { hash, place, retrieved, bytes, hints } = capture;
  const here = await trx
    .selectFrom("place")
    .select(["hash", "retrieved", "seen", "hints"])
    .where("place", "=", place)
    .execute();
  const validators = capture.validators === undefined ? null : JSON.stringify(capture.validators);
  const again = here.find((row) => row.hash === hash);
  if (again !== undefined) {
    const [first, , last] = [again.retrieved, retrieved, again.seen].sort();
    await trx
      .updateTable("place")
      .set({
        retrieved: first,
        seen: last,
        validators,
        hints: JSON.stringify(hintsTogether(JSON.parse(again.hints) as Hints, hints ?? {})),
      })
      .where("hash", "=", hash)
      .where("place", "=", place)
      .execute();
    const isBack = isLasting(place) && here.some((row) => row.seen > again.seen && row.seen < retrieved);
    return { hash, place, status: isBack ? "changed" : "known" };
  }
  const known = await trx.selectFrom("capture").select("hash").where("hash", "=", hash).executeTakeFirst();
  if (known === undefined) await trx.insertInto("capture").values({ hash, size: bytes.byteLength, bytes }).execute();
  await trx
    .insertInto("place")
    .values({ hash, place, retrieved, seen: retrieved, hints: JSON.stringify(hints ?? {}), validators })
    .execute();
  if (known !== undefined) return { hash, place, status: "duplicate" };
  return { hash, place, status: here.length > 0 && isLasting(place) ? "changed" : "new" };
}

async function deriveOne(trx: Transaction<Schema>, { stage, key, version, body, bulky }: Derived): Promise<void> {
  const values = bulky ? { body: null, packed: deflateRawSync(body, { level: 1 }) } : { body, packed: null };
  await trx
    .insertInto("derived")
    .values({ stage, key, version, ...values })
    .onConflict((conflict) => conflict.columns(["stage", "key"]).doUpdateSet({ version, ...values }))
    .execute();
}

function* batches(keys: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < keys.length; at += keysAtOnce) yield keys.slice(at, at + keysAtOnce);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
