import { type AccountRole, accountRoles, HearsayError } from "../../model/index.js";
import { type Accounts, extension, openAccounts, shownPath, storyHome, storyNames } from "../../store/index.js";
import { type Actor, acting, nameOf } from "../acting.js";
import type { Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { remoteOf } from "../remote.js";
import { newPassword } from "../secret.js";

/** What `hearsay account` can be told. */
export interface AccountOptions {
  readonly role?: string;
  readonly story?: string;
  readonly label?: string;
  readonly days?: string;
  readonly format: string;
}

type Words = readonly string[];
type Verb = (io: Io, actor: Known, words: Words, options: AccountOptions) => Promise<string | null>;
type Known = Pick<Actor, "accounts" | "by">;

/** What can be done, each with the words it takes. */
const verbs: Readonly<Record<string, { readonly takes: Words; readonly run: Verb }>> = {
  add: {
    takes: ["NAME"],
    run: async (io, { accounts, by }, [name], { role }) => {
      const first = !(await accounts.people.any());
      const given = roleOf(role ?? (first ? "admin" : "analyst"));
      const made = await accounts.people.add({ name: name!, role: given, password: await newPassword(io, name!) }, by);
      const from = first ? " From now on hearsay serve asks everybody for name and password." : "";
      return `${made.name} is ${article(given)}.${from}`;
    },
  },
  list: { takes: [], run: async (io, { accounts }, _, { format }) => list(io, accounts, format) },
  role: {
    takes: ["NAME", "ROLE"],
    run: async (io, { accounts, by }, [name, role], { story }) => {
      if (story === undefined) {
        const changed = await accounts.people.change(name!, { role: roleOf(role!) }, by);
        return `${changed.name} is ${article(changed.role)} now.`;
      }
      const own = role === "none" ? null : roleOf(role!);
      if (own === "admin") throw new HearsayError("usage.role", "An admin is one in every story.");
      await accounts.access.give(story, name!, own, by);
      return own === null
        ? `In ${story} ${name} may what it may elsewhere.`
        : `In ${story} ${name} is ${article(own)} now.${await saidOf(io, story)}`;
    },
  },
  password: {
    takes: ["NAME"],
    run: async (io, { accounts, by }, [name]) => {
      await accounts.people.find(name!);
      await accounts.people.change(name!, { password: await newPassword(io, name!) }, by);
      return `${name} has a new password, and is signed out everywhere.`;
    },
  },
  disable: {
    takes: ["NAME"],
    run: async (_, { accounts, by }, [name]) => {
      await accounts.people.change(name!, { disabled: true }, by);
      return `${name} comes in no more, nor does a token of theirs. What they judged stays.`;
    },
  },
  enable: {
    takes: ["NAME"],
    run: async (_, { accounts, by }, [name]) => {
      await accounts.people.change(name!, { disabled: false }, by);
      return `${name} may come in again.`;
    },
  },
  "sign-out": {
    takes: ["NAME"],
    run: async (_, { accounts, by }, [name]) => {
      await accounts.sessions.closeAll((await accounts.people.find(name!)).name, by);
      return `${name} is signed out everywhere. Tokens stay: hearsay account revoke.`;
    },
  },
  token: {
    takes: ["NAME"],
    run: async (io, { accounts, by }, [name], { label = "command line", days }) => {
      const { secret, token } = await accounts.tokens.add(name!, label, daysOf(days), by);
      const until = token.expires === null ? "" : `, until ${token.expires.slice(0, 10)}`;
      io.stderr.write(`${token.id} of ${token.account}${until}. It is shown this once: put it into HEARSAY_TOKEN.\n`);
      return secret;
    },
  },
  tokens: { takes: [], run: async (io, { accounts }, [name], { format }) => tokens(io, accounts, name, format) },
  revoke: {
    takes: ["TOKEN-ID"],
    run: async (_, { accounts, by }, [id]) => {
      await accounts.tokens.revoke(id!, null, by);
      return `${id} lets nobody in any more.`;
    },
  },
  restrict: {
    takes: ["STORY"],
    run: async (io, { accounts, by }, [story]) => {
      await accounts.access.restrict(story!, true, by);
      const seen = `${story} is seen by admins, and by those with a role in it: hearsay account role NAME ROLE -s ${story}`;
      return `${seen}${await saidOf(io, story!)}`;
    },
  },
  open: {
    takes: ["STORY"],
    run: async (_, { accounts, by }, [story]) => {
      await accounts.access.restrict(story!, false, by);
      return `${story} is seen by everybody who has an account.`;
    },
  },
};
export const accountVerbs = Object.keys(verbs);

/** `hearsay account VERB …`: who may come in, and what they may do. */
export async function runAccount(io: Io, verb: string, words: Words, options: AccountOptions): Promise<number> {
  const known = Object.hasOwn(verbs, verb) ? verbs[verb]! : null;
  if (known === null)
    throw new HearsayError("usage.account", `hearsay account takes ${accountVerbs.join(", ")}, not "${verb}".`);
  checkNamed(options.story ?? (known.takes[0] === "STORY" ? words[0] : undefined));
  if (words.length < known.takes.length || (words.length > known.takes.length && verb !== "tokens"))
    throw new HearsayError("usage.account", `It goes: hearsay account ${[verb, ...known.takes].join(" ")}`);
  const said = await onAccounts(io, verb === "add", (actor) => known.run(io, actor, words, options));
  if (said !== null) io.stdout.write(`${said}\n`);
  return 0;
}

/** Roles go by a story's name: one for the name of its file would be for no story. @throws HearsayError `usage.account` */
function checkNamed(story: string | undefined): void {
  if (story?.endsWith(extension) === true)
    throw new HearsayError("usage.account", `Give the story's name, not its file: "${nameOf(story)}".`);
}

/** What is said of a name that no story has yet, or that was mistyped. */
async function saidOf(io: Io, story: string): Promise<string> {
  const there = (await storyNames(storyHome(io.env))).includes(story);
  return there ? "" : `\nThere is no story of this name yet: it holds as soon as there is one.`;
}

/** The accounts here, for a command; the first are made by `add`. @throws HearsayError `account.none`, `usage.server` */
export async function onAccounts<T>(io: Io, make: boolean, work: (actor: Known) => Promise<T>): Promise<T> {
  const remote = remoteOf(io);
  if (remote !== null)
    throw new HearsayError(
      "usage.server",
      `Accounts are managed where they are kept, or in the workbench at ${remote.address}.`,
    );
  const home = storyHome(io.env);
  if (make) await (await openAccounts(home, { create: true }))!.close();
  return acting(io, null, async (actor) => {
    if (actor !== null) return work(actor);
    const accounts = make ? await openAccounts(home) : null;
    if (accounts === null)
      throw new HearsayError(
        "account.none",
        `There are no accounts in ${shownPath(home)}. Make the first: hearsay account add NAME`,
      );
    const by = { who: `system:${(await import("node:os")).userInfo().username}`, when: io.now(), from: "command" };
    return work({ accounts, by }).finally(() => accounts.close());
  });
}

/** @throws HearsayError `usage.role` */
function roleOf(text: string): AccountRole {
  const role = accountRoles.find((one) => one === text);
  if (role !== undefined) return role;
  throw new HearsayError("usage.role", `A role is ${accountRoles.join(", ")}, not "${text}".`);
}

/** @throws HearsayError `usage.days` */
function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new HearsayError("usage.days", `--days takes a whole number up to 9999, not "${text}".`);
}

const article = (role: AccountRole): string => (role === "reader" ? "a reader" : `an ${role}`);

async function list(io: Io, { people, access }: Accounts, format: string): Promise<null> {
  const stories = await access.list();
  const own = (name: string) =>
    stories.flatMap(({ story, roles }) =>
      roles.filter(({ account }) => account === name).map(({ role }) => `${story}: ${role}`),
    );
  const columns = [
    { key: "name", head: "Name", min: 8, rank: 0, style: () => "bold" as const },
    { key: "role", head: "Role", min: 7, rank: 0 },
    { key: "stories", head: "In single stories", min: 10, rank: 2, grow: true },
    { key: "disabled", head: "Disabled", min: 10, rank: 1 },
    { key: "seen", head: "Last seen", min: 10, rank: 2 },
    { key: "created", head: "Made", min: 10, rank: 3 },
  ];
  const rows = (await people.list()).map((one) => ({ ...one, stories: own(one.name).join(", ") }));
  writeRows(io, formatOf(format), columns, rows, "No accounts here.");
  const closed = stories.filter(({ restricted }) => restricted).map(({ story }) => story);
  if (format === "table" && closed.length > 0) io.stdout.write(`Restricted: ${closed.join(", ")}\n`);
  return null;
}

async function tokens(io: Io, { tokens }: Accounts, name: string | undefined, format: string): Promise<null> {
  const columns = [
    { key: "id", head: "Id", min: 14, rank: 0 },
    { key: "account", head: "Of", min: 8, rank: 0, style: () => "bold" as const },
    { key: "label", head: "For", min: 8, rank: 1, grow: true },
    { key: "used", head: "Last used", min: 10, rank: 1 },
    { key: "expires", head: "Until", min: 10, rank: 2 },
    { key: "revoked", head: "Revoked", min: 10, rank: 1 },
    { key: "created", head: "Made", min: 10, rank: 3 },
  ];
  const rows = (await tokens.list(name)).map((token) => ({ ...token }));
  writeRows(io, formatOf(format), columns, rows, "No tokens here.");
  return null;
}
