// What the documents tell a reader to type is typed here, document by document, in their order.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../packages/hearsay/dist/cli/main.js";
import { commandsOf, readersFolder, run, runHere } from "./documented-commands.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
].sort();

/** Why a command is not typed here where the document does not say it by a mark. */
const reasons = [
  [/https?:\/\/|list\.opml|feeds\.opml/, "needs the network"],
  [/\bhearsay worker\b|--queue\b|DATABASE_URL|postgres:|\/backup\//, "needs a database, or folders of a machine"],
  ...(spawnSync("jq", ["--version"]).status === 0 ? [] : [[/\| jq /, "needs jq"]]),
  [
    /\bhearsay (?:account|audit)\b/,
    "asks for a password, and who has made an account signs in for everything after it",
  ],
  [/…|\b[A-Z] [A-Z]\b|\bNAME\b|\bREASON\b/, "holds a word to be replaced"],
];
const elsewhere = {
  "docs/commands.md": [
    [/\b(?:entity|claim|concept|a|st|judgement)-[0-9][0-9a-f]{3}\b|--set|"Vesmara and Tasvar"/, "is of another story"],
    [/\bmcp\b(?!.*--http)/, "an assistant starts it and speaks to it"],
    [/--host 0\.0\.0\.0/, "would let others in"],
    [/--remove$/, "would take away the story of the examples after it"],
    [/\*\.html|library\.ris|event\.json/, "is of files that a reader has"],
  ],
  "README.md": [[/crawl\.warc|"oil prices=1"/, "is of a story of one's own"]],
  "docs/causes.md": [[/--side|--set/, "is of another story"]],
};
const whyNot = (document, { command, skipped }) =>
  skipped ?? [...reasons, ...(elsewhere[document] ?? [])].find(([pattern]) => pattern.test(command))?.[1] ?? null;

let folder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-reader-"));
  await readersFolder(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("run", () => {
  it("works on the folder's stories, whatever database or folder its caller is set to", async () => {
    const before = { ...process.env };
    Object.assign(process.env, { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", HEARSAY_HOME: "/nowhere" });
    try {
      const { status, out } = await run(folder, "hearsay stories");
      expect({ status, named: out.includes("cable") }).toEqual({ status: 0, named: true });
    } finally {
      for (const name of ["DATABASE_URL", "HEARSAY_HOME"])
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
    }
  });
});

describe("commandsOf", () => {
  it("finds commands in blocks, without remarks, with the reason why one is not run", () => {
    const text = [
      "Type `hearsay report`:",
      "",
      "    npx hearsay report -s a   prints it",
      "",
      "```sh",
      'hearsay claims --grep "a  b"  # remark',
      "ls",
      "```",
      "",
      "<!-- not run: no net -->",
      "",
      "    hearsay add https://x",
      "    hearsay add https://y",
      "",
      "Then:",
      "",
      "    hearsay stories",
      "```text",
      "hearsay no",
      "```",
    ].join("\n");
    expect(commandsOf(text).map(({ command, skipped }) => [command, skipped])).toEqual([
      ["npx hearsay report -s a", null],
      ['hearsay claims --grep "a  b"', null],
      ["hearsay add https://x", "no net"],
      ["hearsay add https://y", "no net"],
      ["hearsay stories", null],
    ]);
  });
});

/** The driver lets go of a closed file when its memory is collected: what needs a file nobody has open is typed into a shell. */
const typing = (commands) =>
  commands.some(({ command }) => /\brestore --replace\b/.test(command))
    ? run
    : (own, command) => runHere(own, command, main);

describe("what a reader is told to type does what is told", () => {
  for (const document of documents) {
    const commands = commandsOf(readFileSync(join(root, document), "utf8"));
    const typed = commands.filter((one) => whyNot(document, one) === null);
    for (const one of commands.filter((one) => !typed.includes(one)))
      it.skip(`${document}:${one.line} ${one.command}: ${whyNot(document, one)}`, () => {});
    if (typed.length > 0)
      it(`in ${document}: ${typed.length} commands`, { timeout: 30_000 + typed.length * 10_000 }, async () => {
        const own = mkdtempSync(join(tmpdir(), "hearsay-document-"));
        try {
          cpSync(folder, own, { recursive: true, verbatimSymlinks: true });
          const type = typing(typed);
          for (const { line, command } of typed) {
            const { status, err } = await type(own, command);
            expect({ line, command, status, err: status === 0 ? "" : err }).toEqual({
              line,
              command,
              status: 0,
              err: "",
            });
          }
        } finally {
          rmSync(own, { recursive: true });
        }
      });
  }
});
