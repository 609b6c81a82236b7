// The commands that a document tells its reader to type, and a folder in which they can be typed.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "packages/hearsay/bin/hearsay.js");

const typed = /^(?:[A-Z_]+=\S+ |(?:cat|printf|echo) .*\| *)?(?:npx )?hearsay\s/;

/**
 * Every `hearsay …` in blocks of a document, in order: fenced as `sh`, indented by four spaces, or an example in what `--help`
 * prints. What stands two or more spaces behind a command is a remark on it. `<!-- not run: REASON -->` before a block says why its commands are not run.
 * @returns {{ line: number, command: string, skipped: string | null }[]}
 */
export function commandsOf(markdown) {
  const commands = [];
  let fence = null;
  let skipped = null;
  for (const [i, line] of markdown.split("\n").entries()) {
    const mark = /^```(\w*)/.exec(line);
    if (mark !== null) {
      if (fence !== null) skipped = null;
      fence = fence === null ? mark[1] : null;
      continue;
    }
    const reason = fence === null ? /^<!-- not run: (.+) -->$/.exec(line) : null;
    if (reason !== null) skipped = reason[1];
    const inHelp = fence === "text" && /^ {2}\S/.test(line);
    const inBlock = fence === "sh" || inHelp || (fence === null && line.startsWith("    "));
    const command = inBlock ? withoutRemark(line.trim()) : "";
    if (typed.test(command)) commands.push({ line: i + 1, command, skipped });
    // A paragraph ends what was said of an indented block.
    if (fence === null && !inBlock && reason === null && line.trim() !== "") skipped = null;
  }
  return commands;
}

/** A command without what stands behind it, two or more spaces away and outside quotation marks. */
function withoutRemark(line) {
  return (/^(?:"[^"]*"|'[^']*'|(?! {2})[^"'])*/.exec(line)?.[0] ?? line).trim();
}

/** A folder like that of a reader: the sample story under three names, its articles, and files that documents speak of. */
export async function readersFolder(folder) {
  mkdirSync(join(folder, "bin"), { recursive: true });
  for (const [name, shift] of [
    ["hearsay", ""],
    ["npx", "shift\n"],
  ]) {
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${shift}exec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  symlinkSync(join(root, "stories"), join(folder, "stories"));
  for (const name of [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"])
    mkdirSync(join(folder, name), { recursive: true });
  mkdirSync(join(folder, "archive"));
  for (const name of ["articles", "inbox"])
    cpSync(join(root, "stories/cable/articles"), join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const made = await run(
    folder,
    "hearsay add -s cable stories/cable/articles && hearsay export -s cable --as ndjson --table texts -o texts.ndjson",
  );
  if (made.status !== 0) throw new Error(made.err);
  for (const name of ["default", "demo"])
    cpSync(join(folder, ".hearsay/cable.hearsay"), join(folder, `.hearsay/${name}.hearsay`));
}

const sentence = "The quay at Rost was closed on Monday, the port said. Three ferries were sent to Holm instead.";
const files = {
  "in.jsonl": `${JSON.stringify({ id: "1", text: sentence, date: "2031-03-04" })}\n`,
  "articles.jsonl": `${JSON.stringify({ id: "1", text: sentence, date: "2031-03-04" })}\n`,
  "export.csv": `Stuk,Kop,Datum\n"${sentence}",Quay closed,2031-03-04\n`,
  "table.csv": `Body,Headline,Day\n"${sentence}",Quay closed,2031-03-04\n`,
  "scrape.jsonl": `${JSON.stringify({ data: { content: sentence }, "Headline, long": "Quay closed" })}\n`,
};

/** Those that stay until they are stopped: asked for any free port and no browser, stopped once they have spoken. */
const stays = /\bhearsay (?:serve|demo)\b|\bhearsay watch\b(?!.*--once)|\bhearsay mcp\b.*--http/;

/** What only a shell understands. */
const needsShell = /[|<>$`*?~&;]|^[A-Z_]+=/;

/** The words of a line without anything for a shell, quotation marks taken off. */
const wordsOf = (line) => [...line.matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g)].map(([word]) => word.replace(/["']/g, ""));

/** The program in this process, which spares its start; a command for a shell, or one that stays, is typed into one. */
export async function runHere(folder, command, main) {
  if (needsShell.test(command.replace(/"[^"$`]*"|'[^']*'/g, "")) || stays.test(command)) return run(folder, command);
  const said = { out: "", err: "" };
  const writer = (name) => ({
    write: (text) => {
      said[name] += text;
      return true;
    },
  });
  const io = {
    stdin: Readable.from([]),
    stdout: writer("out"),
    stderr: writer("err"),
    env: { USER: "reader", HOME: folder },
    now: () => new Date().toISOString(),
  };
  const before = process.cwd();
  process.chdir(folder);
  try {
    return { status: await main(wordsOf(command.replace(/^npx /, "")).slice(1), io), ...said };
  } finally {
    process.chdir(before);
  }
}

/** Settings by which a command would work on somebody's own stories instead of the folder's. */
export const isOurs = (name) => name.startsWith("HEARSAY_") || name === "DATABASE_URL";

/**
 * Types a command in a folder made by `readersFolder`.
 * @returns {Promise<{ status: number | null, out: string, err: string }>} status 0 also for one that stayed and spoke
 */
export function run(folder, command) {
  const staying = stays.test(command);
  const line = /\bhearsay serve\b/.test(command)
    ? `${command.replace(/ --open\b| --port \d+/g, "")} --port 0`
    : command.replace(/ --http \d+/, " --http 0");
  const env = {
    ...process.env,
    PATH: `${join(folder, "bin")}:${process.env.PATH}`,
    HOME: folder,
    USER: "reader",
    COLUMNS: "100",
  };
  for (const name of Object.keys(env)) if (isOurs(name)) delete env[name];
  const child = spawn("bash", ["-c", staying ? `exec ${line}` : line], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  return new Promise((resolve) => {
    const said = { out: "", err: "" };
    let spoke = false;
    for (const [name, stream] of [
      ["out", child.stdout],
      ["err", child.stderr],
    ])
      stream.setEncoding("utf8").on("data", (text) => {
        said[name] += text;
        spoke ||= staying && child.kill("SIGINT");
      });
    child.on("close", (status) => resolve({ status: spoke && !/^error/m.test(said.err) ? 0 : status, ...said }));
  });
}
