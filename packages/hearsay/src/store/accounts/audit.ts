import { randomUUID } from "node:crypto";
import type { Insertable } from "kysely";
import type { Deed, DeedAction } from "../../model/index.js";
import { type AccountsBase, type Db, inOne } from "./base.js";
import type { AccountsSchema } from "./schema.js";

/** Which lines of the audit are asked for, newest first. */
export interface AuditAsked {
  readonly story?: string;
  readonly who?: string;
  readonly action?: DeedAction;
  /** On or after this date or time, ISO 8601. */
  readonly since?: string;
  /** Only lines before this number: the last of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/** A line of the audit with its place in it. */
export type AuditLine = Deed & { readonly number: number };

type Row = Omit<AccountsSchema["audit"], "number">;

/** A deed as its row: made once, so that writing it twice leaves one. */
export const deedRow = ({ when, from, ...deed }: Deed): Row => ({
  ...{ ...deed, id: randomUUID(), at: when, origin: from },
  detail: deed.detail === null ? null : deed.detail.slice(0, 2000).replace(/[\0\p{Cs}]/gu, ""),
});

/** Writes a row of the audit, in the transaction of what it tells of. */
export async function putDeed(db: Db, row: Row): Promise<void> {
  await db
    .insertInto("audit")
    .values(row as Insertable<AccountsSchema["audit"]>)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The audit: what was done, by whom; only ever added to. */
export class Audit {
  constructor(readonly base: AccountsBase) {}

  record(deed: Deed): Promise<void> {
    const row = deedRow(deed);
    return inOne(this.base, (trx) => putDeed(trx, row));
  }

  read({ story, who, action, since, before, limit }: AuditAsked): Promise<readonly AuditLine[]> {
    return this.base.attempt(async () => {
      let query = this.base.db.selectFrom("audit").selectAll();
      if (story !== undefined) query = query.where("story", "=", story);
      if (who !== undefined) query = query.where("who", "=", who);
      if (action !== undefined) query = query.where("action", "=", action);
      if (since !== undefined) query = query.where("at", ">=", since);
      if (before !== undefined) query = query.where("number", "<", before);
      const rows = await query.orderBy("number", "desc").limit(limit).execute();
      return rows.map(({ id: _, at, origin, action, ...row }) => ({
        ...row,
        ...{ action: action as DeedAction, when: at, from: origin },
      }));
    });
  }
}
