import {
  type Account,
  type AccountRole,
  accountKey,
  accountName,
  checkedPassword,
  HearsayError,
} from "../../model/index.js";
import { deedRow, putDeed } from "./audit.js";
import { type AccountsBase, type Db, type Doer, inOne, shownAccount } from "./base.js";
import { hashed, isPassword } from "./password.js";
import type { AccountsSchema } from "./schema.js";

/** What is changed of an account. */
export interface AccountChange {
  readonly role?: AccountRole;
  readonly disabled?: boolean;
  /** A new one ends every session of the account. */
  readonly password?: string;
}

/** The accounts: who there is, and what they may do. */
export class People {
  constructor(
    readonly base: AccountsBase,
    /** How a password is hashed; tests hash cheaply. */
    readonly hash: (password: string) => Promise<string> = hashed,
  ) {}

  /** Whether there is any account: then nobody comes in without one. */
  any(): Promise<boolean> {
    return this.base.attempt(async () => {
      const row = await this.base.db.selectFrom("account").select("key").limit(1).executeTakeFirst();
      return row !== undefined;
    });
  }

  /** All accounts, by name. */
  list(): Promise<readonly Account[]> {
    return this.base.attempt(async () =>
      (await this.base.db.selectFrom("account").selectAll().orderBy("key").execute()).map(shownAccount),
    );
  }

  /**
   * Makes an account; the first one is an admin's.
   * @throws HearsayError `account.exists`, `account.name`, `account.password`, `account.first`
   */
  async add(given: { name: string; role: AccountRole; password: string }, by: Doer): Promise<Account> {
    const name = accountName(given.name);
    const password = await this.hash(checkedPassword(given.password, name));
    const row = {
      key: accountKey(name),
      name,
      role: given.role,
      password,
      disabled: null,
      created: by.when,
      seen: null,
    };
    const deed = deedRow({ ...by, action: "account-add", story: null, subject: name, detail: given.role });
    return inOne(this.base, async (trx) => {
      const there = await rowOf(trx, name);
      // The same hash: the connection was lost when this had been done.
      if (there !== undefined && there.password !== password)
        throw new HearsayError("account.exists", `There is an account "${there.name}" already.`);
      const { count } = await trx
        .selectFrom("account")
        .select((eb) => eb.fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      if (Number(count) === 0 && given.role !== "admin")
        throw new HearsayError(
          "account.first",
          "The first account has to be an admin's: nobody could manage the others.",
        );
      await trx
        .insertInto("account")
        .values(row)
        .onConflict((c) => c.column("key").doNothing())
        .execute();
      await putDeed(trx, deed);
      return shownAccount(row);
    });
  }

  /** @throws HearsayError `account.unknown`, `account.password`, `account.last-admin` */
  async change(name: string, { role, disabled, password }: AccountChange, by: Doer): Promise<Account> {
    const secret = password === undefined ? undefined : await this.hash(checkedPassword(password, name));
    const deed = (action: "account-role" | "account-disable" | "account-enable" | "account-password", detail = "") =>
      deedRow({ ...by, action, story: null, subject: name, detail: detail || null });
    const deeds = [
      ...(role === undefined ? [] : [deed("account-role", role)]),
      ...(disabled === undefined ? [] : [deed(disabled ? "account-disable" : "account-enable")]),
      ...(secret === undefined ? [] : [deed("account-password")]),
    ];
    return inOne(this.base, async (trx) => {
      // Two who take each other's last admin away wait here for one another.
      await trx
        .updateTable("account")
        .set(({ ref }) => ({ key: ref("key") }))
        .where("role", "=", "admin")
        .execute();
      const row = await knownRow(trx, name);
      const next = {
        ...row,
        ...(role !== undefined && { role }),
        ...(disabled !== undefined && { disabled: disabled ? (row.disabled ?? by.when) : null }),
        ...(secret !== undefined && { password: secret }),
      };
      await trx.updateTable("account").set(next).where("key", "=", row.key).execute();
      await checkAdmins(trx);
      if (disabled === true || secret !== undefined)
        await trx.deleteFrom("account_session").where("account", "=", row.key).execute();
      for (const one of deeds) await putDeed(trx, { ...one, subject: row.name });
      return shownAccount(next);
    });
  }

  /** The account of a name and a password; null when one of them is wrong or it is disabled, each after as long a time. */
  async check(name: string, password: string): Promise<Account | null> {
    const row = await this.base.attempt(() => rowOf(this.base.db, name));
    if (!(await isPassword(password, row?.password ?? null))) return null;
    // Hashing takes its time, and waits its turn: whoever has another password by now comes in by that alone.
    const now = await this.base.attempt(() => rowOf(this.base.db, name));
    return now !== undefined && now.password === row?.password && now.disabled === null ? shownAccount(now) : null;
  }

  /** @throws HearsayError `account.unknown` */
  find(name: string): Promise<Account> {
    return this.base.attempt(async () => shownAccount(await knownRow(this.base.db, name)));
  }
}

const rowOf = (db: Db, name: string): Promise<AccountsSchema["account"] | undefined> =>
  db.selectFrom("account").selectAll().where("key", "=", accountKey(name)).executeTakeFirst();

/** @throws HearsayError `account.unknown` */
export async function knownRow(db: Db, name: string): Promise<AccountsSchema["account"]> {
  const row = await rowOf(db, name);
  if (row === undefined) throw new HearsayError("account.unknown", `There is no account "${name.slice(0, 80)}".`);
  return row;
}

async function checkAdmins(db: Db): Promise<void> {
  const query = db.selectFrom("account").select("key").where("role", "=", "admin").where("disabled", "is", null);
  if ((await query.limit(1).executeTakeFirst()) === undefined)
    throw new HearsayError("account.last-admin", "Somebody has to stay admin: make another one first.");
}
