import { type Account, accountKey } from "../../model/index.js";
import { deedRow, putDeed } from "./audit.js";
import { type AccountsBase, type Doer, inOne } from "./base.js";
import { digestOf, newSecret } from "./password.js";
import { type Signed, signedOf } from "./signed.js";

const day = 86_400_000;
/** A session ends so long after signing in, and so long after it was last heard of, in milliseconds. */
export const sessionLife = { most: 30 * day, idle: 7 * day } as const;
/** It is noted at most so often that somebody was heard of, in milliseconds. */
const noted = 60_000;
/** So many browsers of one account; the one signed in longest ago goes first. */
const mostOfOne = 50;

const later = (when: string, by: number): string => new Date(Date.parse(when) + by).toISOString();

/** Who is signed in at a browser: kept, so that a server started anew knows them, and several servers share them. */
export class SignIns {
  constructor(readonly base: AccountsBase) {}

  /** Signs in. @returns what the cookie holds; only its hash is kept */
  async open({ name }: Account, by: Doer): Promise<string> {
    const [secret, account] = [newSecret(), accountKey(name)];
    const row = { hash: digestOf(secret), account, created: by.when, seen: by.when };
    const deed = deedRow({ ...by, action: "sign-in", story: null, subject: null, detail: null });
    await inOne(this.base, async (trx) => {
      await trx.deleteFrom("account_session").where("expires", "<=", by.when).execute();
      const olds = trx.selectFrom("account_session").select("hash").where("account", "=", account);
      const old = await olds
        .orderBy("created", "desc")
        .offset(mostOfOne - 1)
        .limit(1000)
        .execute();
      const hashes = old.map(({ hash }) => hash);
      if (hashes.length > 0) await trx.deleteFrom("account_session").where("hash", "in", hashes).execute();
      await trx
        .insertInto("account_session")
        .values({ ...row, expires: later(by.when, sessionLife.most) })
        .onConflict((conflict) => conflict.column("hash").doNothing())
        .execute();
      await trx.updateTable("account").set({ seen: by.when }).where("key", "=", account).execute();
      await putDeed(trx, deed);
    });
    return secret;
  }

  /** Whose session it is; null when it has ended or the account is disabled. */
  find(secret: string, now: string): Promise<Signed | null> {
    const { db } = this.base;
    return this.base.attempt(async () => {
      const session = await db
        .selectFrom("account_session")
        .selectAll()
        .where("hash", "=", digestOf(secret))
        .executeTakeFirst();
      if (session === undefined || session.expires <= now || later(session.seen, sessionLife.idle) <= now) return null;
      if (later(session.seen, noted) <= now) {
        await db.updateTable("account_session").set({ seen: now }).where("hash", "=", session.hash).execute();
        await db.updateTable("account").set({ seen: now }).where("key", "=", session.account).execute();
      }
      return signedOf(db, session.account);
    });
  }

  /** Signs out. */
  close(secret: string, by: Doer): Promise<void> {
    const deed = deedRow({ ...by, action: "sign-out", story: null, subject: null, detail: null });
    return inOne(this.base, async (trx) => {
      await trx.deleteFrom("account_session").where("hash", "=", digestOf(secret)).execute();
      await putDeed(trx, deed);
    });
  }

  /** Signs an account out of every browser. Its tokens stay. */
  closeAll(name: string, by: Doer): Promise<void> {
    const deed = deedRow({ ...by, action: "sign-out-everywhere", story: null, subject: name, detail: null });
    return inOne(this.base, async (trx) => {
      await trx.deleteFrom("account_session").where("account", "=", accountKey(name)).execute();
      await putDeed(trx, deed);
    });
  }
}
