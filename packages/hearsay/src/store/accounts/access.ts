import type { AccountRole } from "../../model/index.js";
import { deedRow, putDeed } from "./audit.js";
import { type AccountsBase, type Doer, inOne } from "./base.js";
import { knownRow } from "./people.js";

/** A story that says itself who may do what in it. */
export interface StoryAccess {
  readonly story: string;
  /** Whether nobody sees it but admins and those it has a role for. */
  readonly restricted: boolean;
  readonly roles: readonly { readonly account: string; readonly role: AccountRole }[];
}

/** Who may do what in single stories. */
export class Access {
  constructor(readonly base: AccountsBase) {}

  /** The stories that say something of their own, by name. */
  list(): Promise<readonly StoryAccess[]> {
    return this.base.attempt(async () => {
      const { db } = this.base;
      const given = await db
        .selectFrom("story_role")
        .innerJoin("account", "account.key", "story_role.account")
        .select(["story", "account.name as account", "story_role.role"])
        .orderBy("story_role.account")
        .execute();
      const restricted = (await db.selectFrom("story_restricted").select("story").execute()).map(({ story }) => story);
      const stories = [...new Set([...restricted, ...given.map(({ story }) => story)])].sort();
      return stories.map((story) => ({
        ...{ story, restricted: restricted.includes(story) },
        roles: given
          .filter((one) => one.story === story)
          .map(({ account, role }) => ({ account, role: role as AccountRole })),
      }));
    });
  }

  /** Lets a story be seen by those alone whom it has a role for, or by all again. */
  restrict(story: string, restricted: boolean, by: Doer): Promise<void> {
    const deed = deedRow({ ...by, action: "access", story, subject: null, detail: restricted ? "restricted" : "open" });
    return inOne(this.base, async (trx) => {
      await trx.deleteFrom("story_restricted").where("story", "=", story).execute();
      if (restricted) await trx.insertInto("story_restricted").values({ story, since: by.when }).execute();
      await putDeed(trx, deed);
    });
  }

  /** Gives an account a role in one story; null takes it back. @throws HearsayError `account.unknown` */
  give(story: string, name: string, role: "reader" | "analyst" | null, by: Doer): Promise<void> {
    const deed = deedRow({ ...by, action: "access", story, subject: name, detail: role ?? "as elsewhere" });
    return inOne(this.base, async (trx) => {
      const { key, name: account } = await knownRow(trx, name);
      await trx.deleteFrom("story_role").where("story", "=", story).where("account", "=", key).execute();
      if (role !== null) await trx.insertInto("story_role").values({ story, account: key, role }).execute();
      await putDeed(trx, { ...deed, subject: account });
    });
  }
}
