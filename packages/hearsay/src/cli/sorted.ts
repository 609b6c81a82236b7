import type { Command } from "commander";
import type { Io } from "./io.js";
import { usualLeast, usualStream } from "./names.js";
import { examples } from "./options.js";

/** Mixed news, each article into its story. */
export function addSort(program: Command, io: Io, done: (status: number) => void): void {
  streamOptions(program.command("sort <place...>"))
    .description("sort mixed news into stories: each article finds its own, or begins one; stories merge and split")
    .option("-n, --limit <count>", "of each feed or sitemap at most so many entries, the newest (default: 50)")
    .option("--queue", "leave reading and telling the stories to hearsay worker (with DATABASE_URL)")
    .option("--into <story>", "instead: articles of the stream, by id, file or address, that belong in this story")
    .option("--undo", "instead: judgements of --into that no longer count, by their ids or articles")
    .option("--who <name>", "who judges, with --into and --undo (default: your user name)")
    .option("--why <text>", "the reason")
    .addHelpText(
      "after",
      examples([
        ["hearsay sort inbox/ https://example.org/rss", "what is there, into stories by itself"],
        ["hearsay sort --least 3 list.opml", "a story is begun when it has three articles"],
        ["hearsay sort --into harbour-fire a-1b2c", "an article belongs elsewhere: it goes there and stays"],
        ["hearsay watch --sort https://example.org/rss", "again and again, telling what is new in each story"],
      ]),
    )
    .action(async (places: string[], options) =>
      done(await (await import("./commands/sort.js")).runSort(io, places, options)),
    );
}

/** Which stream, and from when on a story is one. */
export const streamOptions = (command: Command): Command =>
  command
    .option("--stream <name>", "the stream: what was sorted together before", usualStream)
    .option("--least <count>", "so many articles make a story; of fewer none is begun yet", usualLeast);
