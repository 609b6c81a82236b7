// The documents say what the programs do: commands as --help prints them, filters with their real keys, links that lead somewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../packages/hearsay/dist/cli/main.js";
import { filters } from "../packages/hearsay/dist/cli/stage.js";
import { commandNames, commandsDocument, sentencePicture } from "./make-docs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

/** Markdown of the project, installed packages and sample articles left out. */
const documents = readdirSync(root, { recursive: true })
  .filter((path) => path.endsWith(".md") && !/(?:^|\/)(?:node_modules|dist|testing|expected|\.hearsay)\//.test(path))
  .sort();

describe("docs/commands.md", () => {
  // Asks every command for its help: half a minute and more where a machine is busy.
  it("is what npm run docs writes", { timeout: 120_000 }, () => {
    expect(read("docs/commands.md"), "out of date: run npm run docs").toBe(commandsDocument());
  });

  it("has every command", () => {
    const sections = [...read("docs/commands.md").matchAll(/^## hearsay (\w+)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(commandNames());
    expect(sections).toEqual(expect.arrayContaining(["add", "report", "claims", "stage"]));
  });
});

describe("docs/english.md", () => {
  it("shows the picture that npm run docs draws", () => {
    expect(read("docs/images/sentence.svg"), "out of date: run npm run docs").toBe(sentencePicture());
  });

  it("shows the example as it is", () => {
    expect(read("docs/english.md")).toContain(
      read("examples/english-trees.mjs").split("\n").slice(1).join("\n").trim(),
    );
  });
});

describe("docs/stage-filters.md", () => {
  const sections = new Map(
    read("docs/stage-filters.md")
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf("\n")), section]),
  );

  it("has every filter and no other", () => {
    expect([...sections.keys()]).toEqual(Object.keys(filters));
  });

  const examples = [...sections].flatMap(([name, section]) => {
    const blocks = [...section.matchAll(/^```(?:json|conllu)\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
    return blocks.length === 2 ? [{ name, given: blocks[0], shown: blocks[1] }] : [];
  });

  it("has an example of every filter but weigh, whose answer is a report", () => {
    expect(examples.map(({ name }) => name)).toEqual(Object.keys(filters).filter((name) => name !== "weigh"));
  });

  it.each(examples)("shows an answer of $name in the shape it has", async ({ name, given, shown }) => {
    const { status, out } = await stage(name, `${given}\n`);
    expect(status).toBe(0);
    if (name === "parse") expect(out.trimEnd()).toBe(shown.trimEnd());
    else expect(shapeOf(JSON.parse(out))).toEqual(shapeOf(JSON.parse(shown)));
  });
});

async function stage(name, input) {
  let out = "";
  const write = (text) => {
    out += text;
  };
  const stdin = Readable.from([Buffer.from(input)]);
  const status = await main(["stage", name], {
    stdin,
    stdout: { write },
    stderr: { write },
    env: {},
    now: () => "2031-01-01",
  });
  return { status, out };
}

/** Keys and kinds of a value, its numbers and words left out: scores may change, fields may not without a word here. */
function shapeOf(value) {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

describe("docs/models.md and NOTICE", () => {
  const isModel = (path) => /\.(?:bin|json)$/.test(path);
  const shipped = ["packages/english/model", "packages/hearsay/data"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter(isModel)
      .map((path) => `${folder}/${path}`),
  );

  it.each(shipped)("tell of %s", (path) => {
    expect(read("docs/models.md")).toContain(`\`${path}\``);
    expect(read("docs/models.md").split("## Train them anew")[1]).toContain(`\`${basename(path)}\``);
    expect(read("NOTICE")).toContain(basename(path));
  });
});

describe("what a reader is told to type", () => {
  const mentioned = (document, pattern) => [...new Set([...read(document).matchAll(pattern)].map(([, name]) => name))];
  const known = commandNames();
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);

  it.each(documents)("in %s is there", (document) => {
    const commands = mentioned(document, /(?:`|^ {4})(?:npx )?hearsay ([a-z]+)/gm);
    expect(commands.filter((name) => !known.includes(name))).toEqual([]);
    const runs = mentioned(document, /\bnpm run ([\w:]+)/g);
    expect(runs.filter((name) => !scripts.includes(name))).toEqual([]);
    const files = mentioned(document, /\bnode ((?:packages|scripts|evals|benchmarks|examples)\/[\w./-]+\.m?js)/g);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe("what there is", () => {
  const guides = documents.filter((path) => /^docs\/[\w-]+\.md$/.test(path) && path !== "docs/commands.md").map(read);

  it.each(commandNames())("hearsay %s is told of in a guide", (name) => {
    expect(guides.some((text) => new RegExp(`\\bhearsay ${name}\\b`).test(text))).toBe(true);
  });

  it("has a row in ARCHITECTURE.md, folder by folder, and no row tells of a folder that is not there", () => {
    const rows = [...read("ARCHITECTURE.md").matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell);
    const told = rows.flatMap((cell) =>
      [...cell.matchAll(/`(?:…\/|packages\/hearsay\/src\/)?([\w./-]+)`/g)].map(([, one]) => one),
    );
    const rooms = foldersIn("packages/hearsay/src");
    const folders = foldersIn(".").filter((name) => !/^(?:\..*|node_modules|packages|coverage|tmp)$/.test(name));
    expect([...rooms, ...folders].filter((name) => !told.includes(name))).toEqual([]);
    const places = ["", "packages/hearsay/src/", "packages/hearsay/"];
    expect(told.filter((name) => !places.some((place) => existsSync(join(root, place, name))))).toEqual([]);
    expect(told.filter((name, i) => told.indexOf(name) !== i)).toEqual([]);
  });
});

const foldersIn = (path) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe("links", () => {
  it("are looked for in the documents that matter", () => {
    expect(documents).toEqual(expect.arrayContaining(["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/models.md"]));
  });

  it.each(documents)("of %s lead to files that exist", (document) => {
    const targets = [...read(document).matchAll(/\]\((?!\w+:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g)].map(
      ([, target]) => target,
    );
    const missing = targets.filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(missing.map((target) => relative(root, join(root, dirname(document), target)))).toEqual([]);
  });
});
