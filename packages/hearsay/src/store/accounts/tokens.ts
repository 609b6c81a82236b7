import { randomUUID } from "node:crypto";
import { accountKey, HearsayError } from "../../model/index.js";
import { deedRow, putDeed } from "./audit.js";
import { type AccountsBase, type Doer, inOne } from "./base.js";
import { digestOf, newSecret } from "./password.js";
import { knownRow } from "./people.js";
import { type Signed, signedOf } from "./signed.js";

/** A token of a program, without what it is. */
export interface Token {
  readonly id: string;
  readonly account: string;
  /** What it is for, in its owner's words. */
  readonly label: string;
  readonly created: string;
  /** Null when never. */
  readonly expires: string | null;
  readonly used: string | null;
  readonly revoked: string | null;
}

/** Tokens begin so: programs that look for secrets in what is published find them. */
const prefix = "hsy_";
/** So many that are good, of one account. */
const mostOfOne = 50;
const noted = 60_000;

/** Tokens by which programs come in as an account: the command line, the interface, assistants. */
export class Tokens {
  constructor(readonly base: AccountsBase) {}

  /**
   * Makes a token. @returns it, this once; only its hash is kept
   * @throws HearsayError `account.unknown`, `token.too-many`
   */
  async add(name: string, label: string, days: number | null, by: Doer): Promise<{ secret: string; token: Token }> {
    const secret = `${prefix}${newSecret()}`;
    const expires = days === null ? null : new Date(Date.parse(by.when) + days * 86_400_000).toISOString();
    const token = {
      id: `token-${randomUUID().slice(0, 8)}`,
      label,
      created: by.when,
      expires,
      used: null,
      revoked: null,
    };
    const deed = deedRow({ ...by, action: "token-add", story: null, subject: token.id, detail: `${name}: ${label}` });
    return inOne(this.base, async (trx) => {
      const { key, name: account } = await knownRow(trx, name);
      const good = trx
        .selectFrom("account_token")
        .select("id")
        .where("account", "=", key)
        .where("revoked", "is", null)
        .where((eb) => eb.or([eb("expires", "is", null), eb("expires", ">", by.when)]));
      if ((await good.execute()).length >= mostOfOne)
        throw new HearsayError("token.too-many", `${account} has ${mostOfOne} tokens: revoke some first.`);
      const row = { ...token, account: key, hash: digestOf(secret) };
      await trx
        .insertInto("account_token")
        .values(row)
        .onConflict((c) => c.column("id").doNothing())
        .execute();
      await putDeed(trx, deed);
      return { secret, token: { ...token, account } };
    });
  }

  /** The tokens of an account, or of all, newest first. */
  list(name?: string): Promise<readonly Token[]> {
    return this.base.attempt(async () => {
      let query = this.base.db
        .selectFrom("account_token")
        .innerJoin("account", "account.key", "account_token.account")
        .select(["id", "account.name as account", "label", "account_token.created", "expires", "used", "revoked"]);
      if (name !== undefined) query = query.where("account_token.account", "=", accountKey(name));
      return query.orderBy("account_token.created", "desc").orderBy("id").execute();
    });
  }

  /** Takes a token back. @param of only when it is of this account @throws HearsayError `token.unknown` */
  revoke(id: string, of: string | null, by: Doer): Promise<void> {
    const deed = deedRow({ ...by, action: "token-revoke", story: null, subject: id, detail: null });
    return inOne(this.base, async (trx) => {
      // Taken back once: when that was stays.
      let query = trx
        .updateTable("account_token")
        .set((eb) => ({ revoked: eb.fn.coalesce("revoked", eb.val(by.when)) }))
        .where("id", "=", id);
      if (of !== null) query = query.where("account", "=", accountKey(of));
      const { numUpdatedRows } = await query.executeTakeFirst();
      if (numUpdatedRows === 0n) throw new HearsayError("token.unknown", `There is no token "${id.slice(0, 60)}".`);
      await putDeed(trx, deed);
    });
  }

  /** Whose token it is; null when it is none, revoked, expired, or the account is disabled. */
  find(secret: string, now: string): Promise<Signed | null> {
    if (!secret.startsWith(prefix)) return Promise.resolve(null);
    const { db } = this.base;
    return this.base.attempt(async () => {
      const row = await db
        .selectFrom("account_token")
        .selectAll()
        .where("hash", "=", digestOf(secret))
        .executeTakeFirst();
      if (row === undefined || row.revoked !== null || (row.expires !== null && row.expires <= now)) return null;
      if (row.used === null || Date.parse(row.used) + noted <= Date.parse(now)) {
        await db.updateTable("account_token").set({ used: now }).where("id", "=", row.id).execute();
        await db.updateTable("account").set({ seen: now }).where("key", "=", row.account).execute();
      }
      return signedOf(db, row.account);
    });
  }
}
