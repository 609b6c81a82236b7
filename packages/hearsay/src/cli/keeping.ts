import type { Command } from "commander";
import type { Io } from "./io.js";
import { examples, fileOption, formatOption } from "./options.js";

/** Who does the work: on one machine or many. */
export function addWorker(program: Command, io: Io, done: (status: number) => void): void {
  program
    .command("worker")
    .description(
      "do the work that hearsay add --queue leaves in a database, until asked to end; start as many as wanted",
    )
    .option("--once", "end when nothing waits any more")
    .addHelpText(
      "after",
      examples([
        ["DATABASE_URL=postgres://… hearsay worker", "one process, on this machine or another"],
        ["DATABASE_URL=postgres://… hearsay add --queue articles/", "leaves work for it"],
        ["DATABASE_URL=postgres://… hearsay worker --once", "what waits now, for cron"],
      ]),
    )
    .action(async (options) => done(await (await import("./commands/worker.js")).runWorker(io, options)));
}

/** Where stories are kept: moving them, and having them twice. */
export function addKeeping(program: Command, io: Io, done: (status: number) => void): void {
  program
    .command("move <story>")
    .description("copy a story between files and databases, and compare what arrived")
    .requiredOption("--to <place>", "postgres://USER:PASSWORD@HOST/DATABASE, a folder, or a file ending in .hearsay")
    .option("--as <name>", "the name it has there (default: its own)")
    .option("--remove", "remove it where it was, once all is compared")
    .addHelpText(
      "after",
      examples([
        ["hearsay move cable --to postgres://desk@db.example.org/news", "from its file to a database"],
        ["DATABASE_URL=postgres://… hearsay move cable --to cable.hearsay", "and back"],
        ["hearsay move cable --to archive/ --remove", "to another folder"],
      ]),
    )
    .action(async (story, options) => done(await (await import("./commands/move.js")).runMove(io, story, options)));
  fileOption(program.command("backup <place>"))
    .description("copy a story to a file or into a folder, whole while others use it; an older copy is replaced")
    .option("--all", "every story there is, each to a file in the folder")
    .addHelpText(
      "after",
      examples([
        ["hearsay backup -s cable /backup/cable.hearsay", "one story"],
        ["hearsay backup --all /backup/today/", "all of them, from the folder or from DATABASE_URL"],
      ]),
    )
    .action(async (place, options) => done(await (await import("./commands/move.js")).runBackup(io, place, options)));
  program
    .command("restore <file>")
    .description("bring a story back from a file that backup or move made")
    .option("--as <name>", "under another name")
    .option("--replace", "in place of the story of that name, if there is one")
    .addHelpText(
      "after",
      examples([
        ["hearsay restore /backup/cable.hearsay", "where it is not there any more"],
        ["hearsay restore /backup/cable.hearsay --as cable-monday", "beside what it has become"],
        ["DATABASE_URL=postgres://… hearsay restore --replace /backup/cable.hearsay", "to a database"],
      ]),
    )
    .action(async (file, options) => done(await (await import("./commands/move.js")).runRestore(io, file, options)));
}

/** Who may come in where several work, and what they did. */
export function addAccounts(program: Command, io: Io, done: (status: number) => void): void {
  formatOption(program.command("account <verb> [word...]"))
    .description("who may use the server: accounts, roles, tokens; as soon as there is one, everybody signs in")
    .option("--role <role>", "for add: reader, analyst or admin (default: analyst; the first is an admin)")
    .option("-s, --story <story>", "for role: in this story alone")
    .option("--label <text>", "for token: what it is for")
    .option("--days <count>", "for token: it ends after so many days")
    .addHelpText(
      "after",
      examples([
        ["hearsay account add Ada", "an account; the password is asked for, or read from standard input"],
        ["hearsay account list", "who there is; a reader reads, an analyst judges and adds, an admin manages"],
        ["hearsay account role Bea reader", "another role; with -s cable in that story alone, none takes it back"],
        ["hearsay account restrict cable", "seen by admins and those with a role in it; open lets all see it again"],
        ["hearsay account password Bea", "a new password; signs Bea out everywhere, as sign-out Bea does"],
        ["hearsay account disable Bea", "may not come in any more; enable lets in again"],
        ["hearsay account token Ada --days 90", "for programs and HEARSAY_TOKEN; shown once"],
        ["hearsay account tokens Ada", "what tokens there are; revoke TOKEN-ID takes one back"],
      ]),
    )
    .action(async (verb, words, options) =>
      done(await (await import("./commands/account.js")).runAccount(io, verb, words, options)),
    );
  formatOption(program.command("audit"))
    .description("who did what when: judgements, additions, removals, exports, accounts, sign-ins")
    .option("-s, --story <story>", "only to this story")
    .option("--who <name>", "only by this account")
    .option("--since <when>", "only on or after a date: 2026-03-14, yesterday, 2 days ago")
    .option("-n, --limit <count>", "only so many, the newest")
    .addHelpText(
      "after",
      examples([
        ["hearsay audit --since yesterday", "what was done since"],
        ["hearsay audit -s cable --format csv > audit.csv", "all that was done to a story"],
      ]),
    )
    .action(async (options) => done(await (await import("./commands/audit.js")).runAudit(io, options)));
}
