import { userInfo } from "node:os";
import { basename, dirname } from "node:path";
import { type AccountRole, type DeedAction, HearsayError, isAtLeast } from "../model/index.js";
import { type Accounts, type Doer, extension, mayHaveAccounts, openAccounts, storyHome } from "../store/index.js";
import type { Io } from "./io.js";

/** Who acts on a story where there are accounts. */
export interface Actor {
  readonly accounts: Accounts;
  /** The account that HEARSAY_TOKEN is of; null without one. */
  readonly account: string | null;
  /** What that account may do in a story; everything, for whom the system lets at the store without one. */
  roleIn(story: string): AccountRole | null;
  readonly by: Doer;
}

/** Where the accounts are that a story goes by: in the database or the folder that it is in. */
const homeOf = (io: Io, story: string | null): string =>
  story?.endsWith(extension) === true ? dirname(story) : storyHome(io.env);

/** A story as the audit names it. */
export const nameOf = (story: string): string => basename(story, extension);

/** Does something as whoever HEARSAY_TOKEN says, with the accounts that a story goes by; null where there are none. */
export async function acting<T>(io: Io, story: string | null, work: (actor: Actor | null) => Promise<T>): Promise<T> {
  const home = homeOf(io, story);
  const accounts = mayHaveAccounts(home) ? await openAccounts(home) : null;
  try {
    if (accounts === null || !(await accounts.people.any())) return await work(null);
    const signed = io.env.HEARSAY_TOKEN ? await accounts.tokens.find(io.env.HEARSAY_TOKEN, io.now()) : null;
    const who = signed?.name ?? `system:${userInfo().username}`;
    const by = { who, when: io.now(), from: "command" };
    return await work({ accounts, account: signed?.name ?? null, roleIn: signed?.roleIn ?? (() => "admin"), by });
  } finally {
    await accounts?.close();
  }
}

/** What somebody may not do at the server, they do not do by a command with their token. @throws HearsayError `account.role` */
function checkMay(actor: Actor | null, story: string, needed: AccountRole = "analyst"): void {
  const role = actor?.roleIn(nameOf(story));
  if (role !== undefined && (role === null || !isAtLeast(role, needed)))
    throw new HearsayError("account.role", "The account of HEARSAY_TOKEN may not change this story.");
}

/** Whether the account of HEARSAY_TOKEN, if it is one's, may change a story. @throws HearsayError `account.role` */
export const mayChange = (io: Io, story: string): Promise<void> =>
  acting(io, story, async (actor) => checkMay(actor, story));

/** Whether it may remove one. @throws HearsayError `account.role` */
export const mayRemove = (io: Io, story: string): Promise<void> =>
  acting(io, story, async (actor) => checkMay(actor, story, "admin"));

/**
 * Who judges: the account of HEARSAY_TOKEN where there are accounts, otherwise who is named, or the system's user.
 * @throws HearsayError `account.role`; `usage.account` where there are accounts and no token of one
 */
export function judgeOf(actor: Actor | null, story: string, named: string | undefined): string {
  checkMay(actor, story);
  if (actor === null) return named ?? userInfo().username;
  if (actor.account !== null) return actor.account;
  throw new HearsayError(
    "usage.account",
    "There are accounts here, and a judgement is somebody's: put a token of yours into HEARSAY_TOKEN (hearsay account token NAME).",
  );
}

/** Tells the audit what was done to a story, where there are accounts. */
export const tellAudit = (io: Io, story: string, action: DeedAction, detail: string | null): Promise<void> =>
  acting(io, story, async (actor) => {
    const about = { action, story: nameOf(story), subject: null, detail };
    await actor?.accounts.audit.record({ ...actor.by, ...about });
  });
