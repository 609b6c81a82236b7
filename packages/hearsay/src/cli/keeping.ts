import type { Command } from "commander";
import type { Io } from "./io.js";
import { examples, fileOption } from "./options.js";

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
