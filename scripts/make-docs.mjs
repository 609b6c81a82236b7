// Writes docs/commands.md and the manual page from what the command line itself says, and the picture in docs/english.md.
// Run: npm run docs (builds first).
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawSentence, parse } from "@hearsay/english";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = `${root}packages/hearsay/bin/hearsay.js`;

/** What `hearsay ARGS --help` prints, into a pipe and so at a fixed width. */
function help(...args) {
  return execFileSync(process.execPath, [program, ...args, "--help"], { encoding: "utf8" }).trimEnd();
}

/** Names of the commands that the list in `hearsay --help` has, in its order. */
export function commandNames() {
  const [, list] = help().split(/^Commands:\n/m);
  return [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
}

const section = (title, text) => `## ${title}\n\n\`\`\`text\n${text}\n\`\`\``;

/** The whole of docs/commands.md. */
export function commandsDocument() {
  const intro = [
    "# The command line",
    "",
    "Made by `npm run docs` from the programs' own `--help`; do not edit. `npx hearsay …` works from the root of a clone",
    "after `npm start` or `npm test` has set it up. A story is one file, in `.hearsay` of the current folder unless",
    "`HEARSAY_HOME` names another, or it is in the database that `DATABASE_URL` names ([operations.md](operations.md)). Exit",
    "status: 0 done, 1 done with errors, 2 wrong usage. The formats of `hearsay stage` are in [stage-filters.md](stage-filters.md),",
    "the JSON of `hearsay report --format json` in [report-json.md](report-json.md).",
  ].join("\n");
  const commands = commandNames().map((name) => section(`hearsay ${name}`, help(name)));
  return `${[intro, section("hearsay", help()), ...commands].join("\n\n")}\n`;
}

/** The manual page, `man packages/hearsay/man/hearsay.1`. */
export function manualPage() {
  return execFileSync(process.execPath, [program, "completion", "man"], { encoding: "utf8" });
}

/** The picture of a parsed sentence in docs/english.md. */
export function sentencePicture() {
  const [sentence] = parse("The mayor, who visited the dam on Tuesday, said engineers had closed two of its gates.");
  return drawSentence(sentence);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}docs/commands.md`, commandsDocument());
  mkdirSync(`${root}packages/hearsay/man`, { recursive: true });
  writeFileSync(`${root}packages/hearsay/man/hearsay.1`, manualPage());
  writeFileSync(`${root}docs/images/sentence.svg`, sentencePicture());
}
