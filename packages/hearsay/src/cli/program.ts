import { Command, Option } from "commander";
import { recordCommands } from "../records/index.js";
import type { Io } from "./io.js";
import { addAccounts, addKeeping, addWorker } from "./keeping.js";
import { collect, examples, fileOption, filterOptions, formatOption, serverOption, storyOption } from "./options.js";
import { addCompletion, addExchange, addMcp } from "./outside.js";
import { addSort, streamOptions } from "./sorted.js";
import { filters } from "./stage.js";

/** The command line as commander has it; each command's code is loaded when it runs. `done` takes the exit status. */
export function makeProgram(io: Io, done: (status: number) => void): Command {
  const program = new Command("hearsay")
    .description("Works out what is established about a story, from everything reported about it.")
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .exitOverride()
    .showSuggestionAfterError()
    .helpCommand(false)
    .enablePositionalOptions()
    .version("0.1.0", "-V, --version", "print the version")
    .hook("preAction", (_, command) => {
      const { server } = command.opts() as { readonly server?: string };
      if (server !== undefined) io.env.HEARSAY_SERVER = server;
    });
  addOwn(program, io, done);
  for (const command of recordCommands) addRecordCommand(program, io, done, command);
  addMore(program, io, done);
  return program;
}

function addOwn(program: Command, io: Io, done: (status: number) => void): void {
  program
    .command("demo")
    .description("build the bundled sample story and print its report")
    .addHelpText("after", examples([["hearsay demo", "thirteen reports on one event; a minute's reading"]]))
    .action(async () => done(await (await import("./commands/demo.js")).runDemo(io)));
  storyOption(program.command("add <place...>"))
    .description("add articles: files, folders, patterns, web addresses, feeds, - for standard input")
    .option("-n, --limit <count>", "of each feed or sitemap at most so many entries, the newest (default: 50)")
    .option("-c, --columns <pairs>", "which columns of a table, or fields of JSON, hold what (repeatable)", collect)
    .option("--queue", "keep them, and leave reading them to hearsay worker (with DATABASE_URL)")
    .addHelpText(
      "after",
      examples([
        ["hearsay add articles/", "everything in a folder"],
        ["hearsay add -s cable *.html notes.txt", 'into a story of its own, "cable"'],
        ["hearsay add https://example.org/story", "a page from the web; again later: what changed in it"],
        ["hearsay add --limit 20 https://example.org/rss", "what a feed lists: RSS, Atom, JSON Feed, OPML, sitemap"],
        ["hearsay add table.csv -c text=Body,date=Day", "a table, its columns named: text, title, published, url …"],
        ["curl -s URL | hearsay add -", "from another program"],
      ]),
    )
    .action(async (places: string[], options) =>
      done(await (await import("./commands/add.js")).runAdd(io, places, options)),
    );
  addSort(program, io, done);
  streamOptions(fileOption(program.command("watch [place...]")))
    .description("look at feeds, pages and folders again and again, and tell what that changed")
    .option("-e, --every <time>", "how long between two looks: 90s, 15m, 2h, 1d", "15m")
    .option("--once", "look once and end: for cron and timers")
    .option("-n, --limit <count>", "of each feed or sitemap at most so many entries, the newest (default: 50)")
    .option("--sort", "mixed news: each article into its own story, as hearsay sort does; what changes in any is told")
    .option("--only <kinds>", "what to tell: contradicted, established, withdrawn, revised, circle, rewritten, article")
    .option("--about <pattern>", "tell only what matches a regular expression")
    .option("--quiet <hours>", "tell nobody but the terminal meanwhile: 22:00-07:00; it is told afterwards")
    .option("--webhook <url>", "post what is new as JSON (repeatable)", collect)
    .option("--mail <address>", "send it by e-mail, through the server in HEARSAY_SMTP (repeatable)", collect)
    .option("--atom <file>", "keep an Atom feed of it (repeatable)", collect)
    .addHelpText(
      "after",
      examples([
        ["hearsay watch https://example.org/rss", "every 15 minutes; Ctrl-C ends it"],
        ["hearsay watch --every 2h list.opml inbox/", "many feeds, and a folder that articles are put into"],
        ["hearsay watch --once --atom news.xml list.opml", "once, as cron wants it; a feed of what changed"],
        [
          "hearsay watch --sort https://example.org/rss",
          "news of all kinds: each article into its own story, all of them told",
        ],
        ["hearsay watch --webhook https://chat.example.org/hook --only contradicted URL", "contradictions alone"],
        ["HEARSAY_SMTP=smtps://me:secret@mail.example.org hearsay watch --mail desk@example.org URL", "by e-mail"],
      ]),
    )
    .action(async (places: string[], options) =>
      done(await (await import("./commands/watch.js")).runWatch(io, places, options)),
    );
  storyOption(program.command("report"))
    .description("what is established, what is contradicted, who said what: every line with its source")
    .option("-f, --format <format>", "md, html, json, docx or pdf (default: md, or what the file's name says)")
    .option("-o, --output <file>", "write to a file")
    .option("--since <when>", "first what is new since a date: 2026-03-14, yesterday, 2 days ago")
    .option("-b, --brief", "without the list of references that the numbers in brackets lead to")
    .addHelpText(
      "after",
      examples([
        ["hearsay report", "to read in the terminal"],
        ['hearsay report --since "2 days ago"', "what the latest articles changed"],
        ["hearsay report --brief", "the same without the references"],
        ["hearsay report -o report.html", "as a page"],
        ["hearsay report -o report.docx", "for Word; report.pdf for print"],
        ["hearsay report --format json | jq .summary", "the whole record, for a program"],
      ]),
    )
    .action(async (options) => done(await (await import("./commands/report.js")).runReport(io, options)));
}

function addRecordCommand(
  program: Command,
  io: Io,
  done: (status: number) => void,
  record: (typeof recordCommands)[number],
): void {
  const command = filterOptions(formatOption(storyOption(program.command(record.name))), record.types)
    .description(record.summary)
    .option("-n, --limit <count>", "at most so many");
  for (const { flags, what } of record.filters ?? []) command.option(flags, what);
  for (const { option, what } of record.views ?? []) command.option(`--${option}`, what);
  command
    .addHelpText("after", examples(record.examples))
    .action(async (options) => done(await (await import("./commands/records.js")).runRecords(io, record, options)));
}

function addMore(program: Command, io: Io, done: (status: number) => void): void {
  storyOption(program.command("diff <a> <b>"))
    .addOption(
      new Option("-f, --format <format>", "how to show it").choices(["table", "json", "html"]).default("table"),
    )
    .description("two articles: what the second took from the first, changed, added, left out")
    .addHelpText(
      "after",
      examples([
        ["hearsay diff -s demo 01-straits-news-agency 03-newsbolt", "articles by id, file or file name"],
        ["hearsay diff -f html 01-straits-news-agency 03-newsbolt > diff.html", "side by side, as a page"],
      ]),
    )
    .action(async (a, b, options) => done(await (await import("./commands/diff.js")).runDiff(io, a, b, options)));
  addWhatIf(program, io, done);
  formatOption(serverOption(program.command("stories")))
    .description("the stories there are")
    .addHelpText("after", examples([["HEARSAY_HOME=~/stories hearsay stories", "those kept in another folder"]]))
    .action(async (options) => done(await (await import("./commands/stories.js")).runStories(io, options)));
  fileOption(program.command("rebuild"))
    .description("derive everything again from the captures and judgements")
    .addHelpText("after", examples([["hearsay rebuild -s cable", "gives the same story"]]))
    .action(async (options) => done(await (await import("./commands/stories.js")).runRebuild(io, options)));
  storyOption(program.command("judge <kind> <subject...>"))
    .description("record a judgement: accept, reject, rate, merge, split, note; or undo one")
    .option("--who <name>", "who judges (default: your user name; where there are accounts, HEARSAY_TOKEN says)")
    .option("--why <text>", "the reason")
    .addHelpText(
      "after",
      examples([
        ['hearsay judge rate "Harbour Herald" B --why "right on the last three"', "an outlet's reliability, A to F"],
        ["hearsay judge reject 07-cable-and-keel --why satire", "leave an article out; accept takes it back"],
        ["hearsay judge merge entity-1f2e entity-3d4c", "two names for one; likewise two claims that say the same"],
        ["hearsay judge split entity-1f2e 07-cable-and-keel", "whom that article calls so is somebody else"],
        ["hearsay judge split claim-9a8b 07-cable-and-keel", "what that article says is another claim"],
        [
          "hearsay judge merge concept-1a2b concept-3c4d",
          "one thing in the causal map; split parts them, or takes one wording out: hearsay causes --concepts has the ids",
        ],
        ["hearsay judge reject claim-9a8b~claim-4f5e", "the two do not contradict each other"],
        [
          "hearsay judge accept a-1b2c~a-3d4e",
          "the first comes from the second; reject turns it round, split parts them",
        ],
        ["hearsay judge reject st-2b3c", "not said by whom Hearsay took for its speaker"],
        ['hearsay judge note claim-9a8b "asked the ministry"', "a remark"],
        ["hearsay judge undo judgement-5c6d", "withdraw one: it stays recorded and no longer counts"],
      ]),
    )
    .action(async (kind, subjects, options) =>
      done(await (await import("./commands/judge.js")).runJudge(io, kind, subjects, options)),
    );
  formatOption(storyOption(program.command("judgements")))
    .description("the judgements recorded, oldest first")
    .addHelpText("after", examples([["hearsay judgements --format json", "for a program"]]))
    .action(async (options) => done(await (await import("./commands/judge.js")).runJudgements(io, options)));
  addKeeping(program, io, done);
  addWorker(program, io, done);
  addAccounts(program, io, done);
  addExchange(program, io, done);
  addServe(program, io, done);
  addMcp(program, io, done);
  addCompletion(program, io, done);
  program
    .command("stage <name>")
    .description(`one stage as a filter, JSON lines in and out: ${Object.keys(filters).join(", ")}`)
    .addHelpText(
      "after",
      examples([
        [
          'echo \'{"id":"1","text":"It rained on Monday.","date":"2026-03-04"}\' | hearsay stage times',
          "TIMEX3 values",
        ],
        ["hearsay stage weigh < articles.jsonl > report.json", "a whole story without storing it"],
      ]),
    )
    .action(async (name) => done(await (await import("./commands/stage.js")).runStage(io, name)));
}

function addWhatIf(program: Command, io: Io, done: (status: number) => void): void {
  formatOption(storyOption(program.command("whatif")))
    .description("what the sources imply if something rises or falls, and through whose arrows")
    .option(
      "--set <concept=value>",
      "by name, words or id; from -1 (not so, less) to 1 (so, more) (repeatable)",
      collect,
    )
    .option("--rule <rule>", "how pushes add up: kosko, modified, rescaled (default: kosko)")
    .option("--transfer <function>", "tanh, sigmoid, bivalent, trivalent (default: tanh)")
    .option("--lambda <number>", "how steep tanh and sigmoid are (default: 1)")
    .option("--clamp", "hold what is set (the default)")
    .option("--once", "push it once and let it go: what is shown is the most on the way")
    .option("--by <text>", "only the arrows of asserters whose name holds this")
    .option("--side <text>", 'only of those who speak for this state or body; "the press" for articles')
    .option("-w, --write <file>", "write the map instead: .mmp, .json (both Mental Modeler), .csv, .graphml, .svg")
    .addHelpText(
      "after",
      examples([
        ["hearsay whatif", "what can be set"],
        ['hearsay whatif --set "oil prices=1"', "if they rise: what follows, by whose words"],
        ['hearsay whatif --set "the regime falls=1" --side Russia', "as one side sees it"],
        ["hearsay whatif --write map.mmp", "the map for Mental Modeler"],
      ]),
    )
    .action(async (options) => done(await (await import("./commands/whatif.js")).runWhatIf(io, options)));
}

function addServe(program: Command, io: Io, done: (status: number) => void): void {
  program
    .command("serve")
    .description("the workbench in the browser, and everything it does over HTTP for programs")
    .option("-s, --story <story>", "the story to begin with: a name, or the path of its file")
    .option("-p, --port <number>", "the port; 0 takes any that is free", "4747")
    .option(
      "--host <address>",
      "where it can be reached; elsewhere than here it asks for a token, or for an account where there are some",
      "127.0.0.1",
    )
    .option("--token <text>", "what has to be given to sign in, 16 characters or more (or HEARSAY_TOKEN)")
    .option("--open", "open the browser")
    .option("--read-only", "nobody changes anything")
    .option("--log", "a line of JSON on standard error for each request and each answer, with the request's id")
    .addHelpText(
      "after",
      examples([
        ["hearsay serve --open", "all stories here, in the browser"],
        ["hearsay serve -s cable --port 0", "one story first, on any free port"],
        ["hearsay serve --host 0.0.0.0", "for others in the network: the link it prints lets them in"],
        ["HEARSAY_TOKEN=… hearsay serve --read-only", "for programs that send the token as Authorization: Bearer"],
      ]),
    )
    .action(async (options) => done(await (await import("./commands/serve.js")).runServe(io, options)));
}
