import { type Database, openDatabase } from "./database.js";
import { fromText } from "./keys.js";
import type { Heading, Served, StoryPlace } from "./places.js";
import { servedBase } from "./postgres.js";
import type { Base } from "./sql.js";

// The stories of a database, looked at from outside. The list is all that asks across stories.

export const listServed = (url: string): Promise<readonly Omit<StoryPlace, "path">[]> =>
  asking(url, "", async ({ db }) => {
    const rows = await db
      .selectFrom("story")
      .leftJoin("capture", "capture.story", "story.story")
      .select((eb) => ["story.story", eb.fn.sum<string | null>("size").as("bytes"), eb.fn.count("hash").as("captures")])
      .groupBy("story.story")
      .orderBy("story.story")
      .execute();
    return rows.map((row) => ({ name: row.story, bytes: Number(row.bytes ?? 0), captures: Number(row.captures) }));
  });

export const servedNames = (url: string): Promise<readonly string[]> =>
  asking(url, "", async ({ db }) => {
    const rows = await db.selectFrom("story").select("story").orderBy("story").execute();
    return rows.map(({ story }) => story);
  });

/** One question for all stories: each row's parts lie with its story. */
export const servedHeadings = (url: string): Promise<readonly Heading[]> =>
  asking(url, "", async ({ db }) => {
    const rows = await db
      .selectFrom("story")
      .leftJoin("derived as digest", (join) =>
        join.onRef("digest.story", "=", "story.story").on("digest.stage", "=", "tell").on("digest.key", "=", "digest"),
      )
      .leftJoin("derived as summary", (join) =>
        join
          .onRef("summary.story", "=", "story.story")
          .on("summary.stage", "=", "tell")
          .on("summary.key", "=", "summary"),
      )
      .select(["story.story as name", "story.written", "digest.version as made", "summary.body as summary"])
      .orderBy("story.story")
      .execute();
    return rows.map(({ name, written, made, summary }) => {
      const { articles = 0 } = (summary === null ? {} : JSON.parse(summary)) as { readonly articles?: number };
      return { name, written, made: made === null ? null : fromText(made), articles };
    });
  });

export const servedExists = ({ url, name }: Served): Promise<boolean> =>
  asking(url, name, async (base) => (await rowOf(base)) !== undefined);

export const servedWritten = ({ url, name }: Served): Promise<string> =>
  asking(url, name, async (base) => (await rowOf(base))?.written ?? "");

/** Its rows go with it. */
export const removeServed = ({ url, name }: Served): Promise<void> =>
  asking(url, name, async ({ db, story }) => {
    await db.deleteFrom("story").where("story", "=", story).execute();
  });

const rowOf = ({ db, story }: Base) =>
  db.selectFrom("story").select("written").where("story", "=", story).executeTakeFirst();

async function asking<T>(url: string, story: string, ask: (base: Base) => Promise<T>): Promise<T> {
  const database: Database = await openDatabase(url);
  const base = servedBase(database, story);
  try {
    return await base.attempt(() => ask(base));
  } finally {
    await base.close();
  }
}
