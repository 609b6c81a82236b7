import type { Command } from "commander";
import { formats as exchangeFormats } from "../exchange/formats.js";
import type { Io } from "./io.js";
import { collect, examples, filterOptions, storyOption } from "./options.js";

/** What goes out to other programs and comes in from them. */
export function addExchange(program: Command, io: Io, done: (status: number) => void): void {
  const names = exchangeFormats.map(({ name }) => name).join(", ");
  filterOptions(storyOption(program.command("export")), "as in the table it is of")
    .description("the story in a format that other programs open")
    .requiredOption("--as <format>", names)
    .option("-o, --output <path>", "the file; a folder for formats of several files")
    .option("--graph <kind>", "for gexf and graphml: actors, lineage or causes (default: actors)")
    .option("--table <name>", "one table alone: claims, claims-support, statements …")
    .addHelpText(
      "after",
      `\nFormats:\n${exchangeFormats.map(({ name, what }) => `  ${name.padEnd(15)} ${what}`).join("\n")}\n${examples([
        ["hearsay export --as csv -o tables/", "every table, for a spreadsheet"],
        ["hearsay export --as parquet --table claims -o claims.parquet", "one table, for DuckDB"],
        ["hearsay export --as gexf --graph lineage -o lineage.gexf", "who took what from whom, for Gephi"],
        ["hearsay export --as stix --type contradicted -o bundle.json", "what is disputed, for OpenCTI"],
        ["hearsay export --as ndjson --table texts | jq .title", "the articles, a JSON object a line"],
      ])}`,
    )
    .action(async (options) => done(await (await import("./commands/export.js")).runExport(io, options)));
  storyOption(program.command("import <file...>"))
    .description("add the articles in other programs' files, and say what has no place here")
    .option("-m, --map <pairs>", "which columns of a table, or fields of JSON, hold what (repeatable)", collect)
    .option("-n, --limit <count>", "of each feed in an OPML file at most so many entries, the newest (default: 50)")
    .addHelpText(
      "after",
      `\nFormats: what export --as ndjson, jsonld and ftm write, report JSON, Taranis stories, MISP events, Zotero's\nCSL JSON, RIS, OPML, tables, and whatever hearsay add takes.\n${examples(
        [
          ["hearsay import texts.ndjson", "articles as another Hearsay exported them"],
          ["hearsay import table.csv --map title=Headline,text=Body", "a table, its columns named"],
          ["hearsay import -s harbour event.json", "a MISP event, or a story of Taranis"],
          ["hearsay import library.ris", "a bibliography: abstracts, and where the articles are to be had"],
        ],
      )}`,
    )
    .action(async (files, options) => done(await (await import("./commands/import.js")).runImport(io, files, options)));
}

/** The story for assistants. */
export function addMcp(program: Command, io: Io, done: (status: number) => void): void {
  storyOption(program.command("mcp"))
    .description("the story for assistants and agents: a Model Context Protocol server on standard input and output")
    .option("--write", "judgements may be recorded; otherwise nothing is changed")
    .option("--http <port>", "over HTTP at /mcp instead; 0 takes any port that is free")
    .option("--host <address>", "where HTTP can be reached; elsewhere than here it asks for a token", "127.0.0.1")
    .option("--token <text>", "what has to come as Authorization: Bearer, 16 characters or more (or HEARSAY_TOKEN)")
    .option("--who <name>", "who judges, with --write (default: your user name, through mcp)")
    .addHelpText(
      "after",
      examples([
        ["hearsay mcp -s cable", "as an assistant starts it"],
        ["hearsay mcp -s cable --http 4748", "for several programs on this machine"],
        ["hearsay mcp -s cable --write", "with the tool that records judgements"],
      ]),
    )
    .action(async (options) => done(await (await import("./commands/mcp.js")).runMcp(io, options)));
}

/** What makes shells know the commands. */
export function addCompletion(program: Command, io: Io, done: (status: number) => void): void {
  program
    .command("completion <shell>")
    .description("completion for bash, zsh or fish; man prints the manual page")
    .addHelpText(
      "after",
      examples([
        ["hearsay completion bash > ~/.local/share/bash-completion/completions/hearsay", "for bash"],
        ["hearsay completion zsh > ~/.zfunc/_hearsay", "for zsh, where ~/.zfunc is in fpath"],
        ["hearsay completion fish > ~/.config/fish/completions/hearsay.fish", "for fish"],
      ]),
    )
    .action(async (shell) => done((await import("./commands/completion.js")).runCompletion(io, program, shell)));
}
