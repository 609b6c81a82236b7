import { HearsayError } from "./error.js";

/** What an account may do, from least to most: read; judge and add; manage accounts and remove stories. */
export const accountRoles = ["reader", "analyst", "admin"] as const;
export type AccountRole = (typeof accountRoles)[number];

/** Somebody who may sign in. Accounts are never deleted, only disabled: judgements and the audit name them. */
export interface Account {
  /** As it is shown; two names that differ in case alone are one. */
  readonly name: string;
  /** In every story that says nothing else. */
  readonly role: AccountRole;
  /** Since when it may not sign in, ISO 8601; null while it may. */
  readonly disabled: string | null;
  readonly created: string;
  /** When it was last heard of, to the minute; null when never. */
  readonly seen: string | null;
}

/** Whether a role holds all that another may do. */
export const isAtLeast = (role: AccountRole, needed: AccountRole): boolean =>
  accountRoles.indexOf(role) >= accountRoles.indexOf(needed);

/** A name of 1 to 80 letters, digits and `. _ @ ' -`, single spaces between. @throws HearsayError `account.name` */
export function accountName(text: string): string {
  const name = text.normalize("NFKC").trim();
  if (/^(?=.{1,80}$)[\p{L}\p{N}](?: ?[\p{L}\p{M}\p{N}._@'-])*$/u.test(name)) return name;
  throw new HearsayError("account.name", "A name has 1 to 80 letters, digits, spaces and . _ @ ' - in it.");
}

/** What tells accounts apart. */
export const accountKey = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

/** Least and most characters of a password. Length is what counts: no kinds of characters are asked for. */
export const passwordLength = { least: 12, most: 1000 } as const;

/** A password as it is hashed. @throws HearsayError `account.password` for one that is too short, too long or the name */
export function checkedPassword(password: string, name: string): string {
  const plain = password.normalize("NFKC");
  const { least, most } = passwordLength;
  const count = [...plain].length;
  if (count < least || count > most)
    throw new HearsayError(
      "account.password",
      `A password has ${least} characters or more: some words in a row will do.`,
    );
  if (plain.toLowerCase() === accountKey(name) || new Set(plain).size < 4)
    throw new HearsayError("account.password", "This password is too easy to guess.");
  return plain;
}
