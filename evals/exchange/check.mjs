// npm run exchange [-- --write]
// Exports the sample story and a rough one in every format, has other programs open the files, and prints who accepted what.
// A program that is not there is named as not tried. --write puts the table into docs/exchange.md. Exit status 1: one refused.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formats } from "hearsay/exchange";
import { graphs } from "./readers/graphs.mjs";
import { linked } from "./readers/linked.mjs";
import { tables } from "./readers/tables.mjs";
import { roughReport, sampleReport } from "./stories.mjs";

export const readers = [...tables, ...linked, ...graphs];
const order = formats.map(({ name }) => name);

/** The versions of a reader that are installed, none where it is not. */
export const versionsOf = ({ version, versions }) => versions?.() ?? [version()].filter((found) => found !== null);

/** Writes a report in every format, each into a folder of its own, a graph of each kind where there are several. */
export async function writeAll(report, folder) {
  for (const { name, load, graph } of formats) {
    const write = await load();
    mkdirSync(join(folder, name), { recursive: true });
    for (const kind of graph ? ["actors", "lineage", "causes"] : ["actors"])
      for (const file of (await write(report, { graph: kind })).files)
        writeFileSync(join(folder, name, file.name), file.content);
  }
}

/** Has a reader open what was written of a report: what it found, or why it did not accept it. */
export async function tried(reader, version, folder, report) {
  try {
    return { accepted: true, found: await reader.read(join(folder, reader.format), report, version) };
  } catch (error) {
    return { accepted: false, found: error.message.split("\n")[0].slice(0, 300) };
  }
}

async function main(args) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-exchange-"));
  const stories = { sample: await sampleReport(), rough: await roughReport() };
  try {
    for (const [name, report] of Object.entries(stories)) await writeAll(report, join(folder, name));
    const rows = [];
    for (const reader of readers.toSorted((a, b) => order.indexOf(a.format) - order.indexOf(b.format))) {
      const versions = versionsOf(reader);
      if (versions.length === 0) rows.push({ ...reader, version: "–", said: "not installed, not tried" });
      for (const version of versions) {
        const results = {};
        for (const [name, report] of Object.entries(stories))
          results[name] = await tried(reader, version, join(folder, name), report);
        rows.push({ ...reader, version, ...said(results) });
      }
    }
    const text = tableOf(rows);
    console.log(text);
    if (args.includes("--write")) write(text);
    return rows.some(({ refused }) => refused) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function said({ sample, rough }) {
  const refused = [sample, rough].filter(({ accepted }) => !accepted);
  if (refused.length > 0)
    return { refused: true, said: `**refused**: ${refused.map(({ found }) => found).join("; ")}` };
  return { refused: false, said: `${sample.found} / ${rough.found}` };
}

const cell = (text) => text.replaceAll("|", "\\|");
function tableOf(rows) {
  const head = ["| format | opened by | version | what it found: sample story / rough story |", "|---|---|---|---|"];
  return [
    ...head,
    ...rows.map(({ format, reader, version, said }) => `| ${format} | ${reader} | ${version} | ${cell(said)} |`),
  ].join("\n");
}

function write(text) {
  const path = fileURLToPath(new URL("../../docs/exchange.md", import.meta.url));
  const [before, , after] = readFileSync(path, "utf8").split(/(?<=<!-- readers -->\n)([\s\S]*)(?=<!-- \/readers -->)/);
  writeFileSync(path, `${before}\n${text}\n\n${after}`);
}

/** Installs the readers of npm that only this needs, once. */
function install() {
  const here = fileURLToPath(new URL(".", import.meta.url));
  if (existsSync(join(here, "node_modules"))) return;
  console.error("Installing the readers (once)…");
  const wanted = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", wanted, { cwd: here, stdio: "inherit" });
  if (status !== 0) console.error("They could not be installed: what is missing is named below as not tried.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  process.exitCode = await main(process.argv.slice(2));
}
