import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAddress } from "../places.js";
import { Access } from "./access.js";
import { Audit } from "./audit.js";
import type { AccountsBase } from "./base.js";
import { People } from "./people.js";
import { SignIns } from "./sessions.js";
import { Tokens } from "./tokens.js";

export type { StoryAccess } from "./access.js";
export type { AuditAsked, AuditLine } from "./audit.js";
export type { Doer } from "./base.js";
export type { AccountChange } from "./people.js";
export { sessionLife } from "./sessions.js";
export type { Signed } from "./signed.js";
export type { Token } from "./tokens.js";

/** Who may use a home of stories, and what they did: beside the stories in a file, or in their database. */
export interface Accounts {
  readonly people: People;
  readonly sessions: SignIns;
  readonly tokens: Tokens;
  readonly access: Access;
  readonly audit: Audit;
  close(): Promise<void>;
}

export const accountsOn = (base: AccountsBase, hash?: (password: string) => Promise<string>): Accounts => ({
  people: new People(base, hash),
  sessions: new SignIns(base),
  tokens: new Tokens(base),
  access: new Access(base),
  audit: new Audit(base),
  close: () => base.close(),
});

/** The file of accounts in a folder of stories. */
const fileIn = (home: string): string => join(home, "accounts.db");

/** Whether there may be accounts: a folder that never had any has no file of them. */
export const mayHaveAccounts = (home: string): boolean =>
  isAddress(home) || (statSync(fileIn(home), { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Opens the accounts of a home, as `storyHome` gives it.
 * @param create makes their file where there is none
 * @returns null where there is no file of them
 * @throws HearsayError as opening a story does
 */
export async function openAccounts(home: string, { create = false } = {}): Promise<Accounts | null> {
  if (isAddress(home)) return accountsOn(await (await import("./served.js")).servedAccounts(home));
  if (!create && !existsSync(fileIn(home))) return null;
  return accountsOn(await (await import("./file.js")).fileAccounts(fileIn(home)));
}
