import type { Command } from "commander";
import { defaultStory, formats } from "./names.js";

type Examples = readonly (readonly [command: string, what: string])[];

/** Which story a command works on that works on its file. */
export const fileOption = (command: Command): Command =>
  command.option("-s, --story <story>", "the story: a name, or the path of its file", defaultStory);
/** Where the stories are: here, or at a server. */
export const serverOption = (command: Command): Command =>
  command.option(
    "--server <url>",
    "the story of a running hearsay serve (or HEARSAY_SERVER; its token: HEARSAY_TOKEN)",
  );
/** Which story a command works on, here or at a server. */
export const storyOption = (command: Command): Command => serverOption(fileOption(command));
/** In which shape rows are written. */
export const formatOption = (command: Command): Command =>
  command.option("-f, --format <format>", `${formats.join(", ")}`, "table");

/** The filters that all tables share, and exports with them. */
export const filterOptions = (command: Command, types: string): Command =>
  command
    .option("-a, --article <article>", "only from this article: id, file or file name (repeatable)", collect)
    .option("--outlet <text>", "only from outlets whose name holds this")
    .option("--who, --speaker <text>", "only where somebody whose name or role holds this speaks or acts")
    .option("-t, --type <type>", `only of this type (repeatable): ${types}`, collect)
    .option("--since <date>", "only on or after this date (2026, 2026-03, 2026-03-14)")
    .option("--until <date>", "only on or before this date")
    .option("-g, --grep <pattern>", "only where the exact words match this regular expression");

/** The values of an option that may come several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Examples as they stand under a command's help. */
export function examples(list: Examples): string {
  const width = Math.max(...list.map(([command]) => command.length));
  return `\nExamples:\n${list.map(([command, what]) => `  ${command.padEnd(width)}   ${what}`).join("\n")}\n`;
}
