import type { Kysely, Transaction } from "kysely";
import type { Account, AccountRole, Deed } from "../../model/index.js";
import type { AccountsSchema } from "./schema.js";

export type Db = Kysely<AccountsSchema> | Transaction<AccountsSchema>;

/** What the queries of accounts run on: a file of their own, or the database of a team. */
export interface AccountsBase {
  readonly db: Kysely<AccountsSchema>;
  /** Runs one operation, again where that is safe and helps. */
  attempt<T>(operation: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Who does something to an account, when and from where: the audit tells of it in the same transaction. */
export type Doer = Pick<Deed, "who" | "when" | "from">;

/** Runs an operation in a transaction. */
export const inOne = <T>({ db, attempt }: AccountsBase, work: (trx: Transaction<AccountsSchema>) => Promise<T>) =>
  attempt(() => db.transaction().execute(work));

export const shownAccount = (row: AccountsSchema["account"]): Account => ({
  name: row.name,
  role: row.role as AccountRole,
  disabled: row.disabled,
  created: row.created,
  seen: row.seen,
});
