import type { AccountRole } from "../../model/index.js";
import type { Db } from "./base.js";

/** Somebody who is let in, and what they may do in which story. */
export interface Signed {
  readonly name: string;
  readonly role: AccountRole;
  /** What they may do in a story; null where they may not even know of it. */
  roleIn(story: string): AccountRole | null;
}

/** An account by its key, as it may act now; null when it is disabled. */
export async function signedOf(db: Db, key: string): Promise<Signed | null> {
  const row = await db
    .selectFrom("account")
    .select(["name", "role", "disabled"])
    .where("key", "=", key)
    .executeTakeFirst();
  if (row === undefined || row.disabled !== null) return null;
  const role = row.role as AccountRole;
  if (role === "admin") return { name: row.name, role, roleIn: () => role };
  const given = await db.selectFrom("story_role").select(["story", "role"]).where("account", "=", key).execute();
  const restricted = await db.selectFrom("story_restricted").select("story").execute();
  const own = new Map(given.map(({ story, role }) => [story, role as AccountRole]));
  const closed = new Set(restricted.map(({ story }) => story));
  return { name: row.name, role, roleIn: (story) => own.get(story) ?? (closed.has(story) ? null : role) };
}
