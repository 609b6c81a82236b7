import { createHash, type Hash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { contentHash, HearsayError } from "../model/index.js";
import { sql } from "./kysely.js";
import type { Schema } from "./schema.js";
import type { Base } from "./sql.js";

type Db = Kysely<Schema> | Transaction<Schema>;
type Row = Readonly<Record<string, unknown>>;

/** The tables of a story, each after those it refers to, by what keys, and how many rows are held at once. */
const tables = [
  { name: "capture", keys: ["hash"], atOnce: 16 },
  { name: "place", keys: ["hash", "place"], atOnce: 500 },
  { name: "note", keys: ["file", "number"], atOnce: 500 },
  { name: "judgement", keys: ["id"], atOnce: 500 },
  { name: "derived", keys: ["stage", "key"], atOnce: 64 },
] as const;
type Table = (typeof tables)[number];

/** How many rows of each table a story has, and a hash of them all in order. */
export type Inventory = Readonly<Record<Table["name"], { readonly count: number; readonly hash: string }>>;

/** How a story is copied. */
export interface Copying {
  /** Takes the story from where it was: nobody adds to it meanwhile, and who tries afterwards is told that it is gone. */
  readonly remove?: boolean;
  /** A story of that name that is there is replaced. */
  readonly replace?: boolean;
  /** Done when what arrived has been compared, and before anything is removed. */
  readonly settle?: () => Promise<void>;
}

/**
 * Copies a story as it is at one moment, whatever is added meanwhile: wholly or not at all, and read again from where it
 * came to before anything is taken from where it was.
 * @throws HearsayError `story.exists`, `move.differs`, and what the two stores throw
 */
export function copyStory(
  from: Base,
  to: Base,
  { remove = false, replace = false, settle }: Copying,
): Promise<Inventory> {
  const reading = from.db.transaction().setIsolationLevel("repeatable read");
  const begun = remove ? reading : reading.setAccessMode("read only");
  return inWords(from, () =>
    begun.execute(async (source) => {
      if (remove) await holdStory(source, from.story);
      const sent = await inWords(to, () =>
        to.db.transaction().execute((target) => copyAll(source, from.story, target, to.story, replace)),
      );
      const arrived = await inWords(to, () => inventory(to.db, to.story));
      compare(sent, arrived);
      await settle?.();
      if (remove) await source.deleteFrom("story").where("story", "=", from.story).execute();
      return arrived;
    }),
  );
}

/** What fails is told in the words of the store it failed at; a copy is not begun again by itself. */
const inWords = <T>(base: Base, work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    throw base.trouble(error);
  });

async function holdStory(source: Db, story: string): Promise<void> {
  const same = source.updateTable("story").set(({ ref }) => ({ written: ref("written") }));
  await same.where("story", "=", story).execute();
}

async function copyAll(source: Db, story: string, target: Db, as: string, replace: boolean): Promise<Inventory> {
  const { written } = await source
    .selectFrom("story")
    .select("written")
    .where("story", "=", story)
    .executeTakeFirstOrThrow();
  if (replace || as === "") await target.deleteFrom("story").where("story", "=", as).execute();
  const there = await target.selectFrom("story").select("story").where("story", "=", as).executeTakeFirst();
  if (there !== undefined) throw new HearsayError("story.exists", `There is a story "${as}" there already.`);
  await target.insertInto("story").values({ story: as, written }).execute();
  return walk(source, story, async (table, rows) => {
    await target
      .insertInto(table.name)
      .values(rows.map((row) => ({ ...row, story: as })) as never)
      .execute();
  });
}

/** What is there of a story. */
export const inventory = (db: Db, story: string): Promise<Inventory> =>
  walk(db, story, async ({ name }, rows) => {
    if (name !== "capture") return;
    const broken = rows.find(({ hash, bytes }) => contentHash(new Uint8Array(bytes as Uint8Array)) !== hash);
    if (broken !== undefined) throw new HearsayError("move.differs", `The bytes of ${broken.hash} are damaged.`);
  });

/** Every row of a story, table by table in the order of their keys, without the story's own. */
async function walk(
  db: Db,
  story: string,
  take: (table: Table, rows: readonly Row[]) => Promise<void>,
): Promise<Inventory> {
  const found: Record<string, { count: number; hash: string }> = {};
  for (const table of tables) {
    const hash = createHash("sha256");
    let count = 0;
    for (let rows = await page(db, story, table, null); rows.length > 0; ) {
      await take(table, rows);
      for (const row of rows) addTo(hash, row);
      count += rows.length;
      rows = rows.length < table.atOnce ? [] : await page(db, story, table, rows.at(-1)!);
    }
    found[table.name] = { count, hash: hash.digest("hex") };
  }
  return found as Inventory;
}

async function page(db: Db, story: string, { name, keys, atOnce }: Table, after: Row | null): Promise<readonly Row[]> {
  let query = db
    .selectFrom(name as "derived")
    .selectAll()
    .where("story", "=", story);
  if (after !== null) {
    const columns = sql.join(keys.map((key) => sql.ref(key)));
    const values = sql.join(keys.map((key) => after[key]));
    query = query.where(sql<boolean>`(${columns}) > (${values})`);
  }
  for (const key of keys) query = query.orderBy(key as "key");
  const rows: readonly Row[] = await query.limit(atOnce).execute();
  return rows.map(({ story: _, ...row }) => Object.fromEntries(Object.entries(row).map(([c, v]) => [c, plain(v)])));
}

const plain = (value: unknown): unknown => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);

/** A row by its columns' names in order; each value with its length, so that no two rows look the same. */
function addTo(hash: Hash, row: Row): void {
  for (const column of Object.keys(row).sort()) {
    const value = row[column];
    const bytes = value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value));
    hash.update(`${column} ${bytes.byteLength} `).update(bytes);
  }
}

function compare(sent: Inventory, arrived: Inventory): void {
  for (const { name } of tables)
    if (sent[name].count !== arrived[name].count || sent[name].hash !== arrived[name].hash)
      throw new HearsayError(
        "move.differs",
        `What arrived differs in ${name}: ${arrived[name].count} of ${sent[name].count} rows. Nothing was removed.`,
      );
}
