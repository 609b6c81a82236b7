import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ExportFile, type Format, formats, type GraphKind, graphKinds } from "../../exchange/index.js";
import { narrowed } from "../../exchange/narrowed.js";
import { HearsayError } from "../../model/index.js";
import { recordCommands } from "../../records/index.js";
import type { Filters } from "../../records/narrow.js";
import type { Io } from "../io.js";
import { readStory } from "../story.js";

/** What `hearsay export` can be told. */
export interface ExportOptions extends Omit<Filters, "limit"> {
  readonly story: string;
  readonly as: string;
  readonly output?: string;
  readonly graph?: string;
  readonly table?: string;
}

/** `hearsay export`: the story in a format that other programs open; one file, or a folder of them. */
export async function runExport(io: Io, options: ExportOptions): Promise<number> {
  const { story, as, output, graph, table, ...filters } = options;
  const format = formatOf(as);
  const kind = graphOf(format, graph);
  const report = narrowed(await readStory(io, story), filters);
  const { files, left } = await (await format.load())(report, { graph: kind });
  const wanted = table === undefined ? files : [tableOf(format, files, table)];
  const single = !format.many || table !== undefined ? wanted[0] : undefined;
  if (single !== undefined && toStdout(output)) io.stdout.write(textOf(single, io));
  else if (single !== undefined) put(isFolder(output!) ? join(output!, single.name) : output!, single.content);
  else await putAll(io, wanted, output, format);
  for (const words of left) io.stderr.write(`Left out: ${words}.\n`);
  return 0;
}

const toStdout = (output: string | undefined): boolean => output === undefined || output === "-";
/** Whether a file is to be put into it: it ends like a folder, or is one. */
function isFolder(output: string): boolean {
  if (/[/\\]$/.test(output)) return true;
  try {
    return statSync(output).isDirectory();
  } catch {
    // Not there, or beneath a file: what is the matter is said when it is written.
    return false;
  }
}

/** @throws HearsayError `usage.format` */
function formatOf(as: string): Format {
  const format = formats.find(({ name }) => name === as);
  if (format === undefined)
    throw new HearsayError(
      "usage.format",
      `There is no format "${as}": use ${formats.map(({ name }) => name).join(", ")}.`,
    );
  return format;
}

/** @throws HearsayError `usage.graph` */
function graphOf(format: Format, graph?: string): GraphKind {
  if (graph === undefined) return "actors";
  if (format.graph === undefined) {
    const drawn = formats.filter((one) => one.graph).map(({ name }) => name);
    throw new HearsayError("usage.graph", `${format.name} is no graph: --graph is for ${drawn.join(" and ")}.`);
  }
  const kind = graphKinds.find((one) => one === graph);
  if (kind === undefined)
    throw new HearsayError("usage.graph", `There is no graph "${graph}": use ${graphKinds.join(", ")}.`);
  return kind;
}

/** @throws HearsayError `usage.table` */
function tableOf({ name, many }: Format, files: readonly ExportFile[], table: string): ExportFile {
  const file = many ? files.find((one) => one.name.replace(/\.[^.]+$/, "") === table || one.name === table) : undefined;
  if (file !== undefined) return file;
  const known = recordCommands.some((command) => table === command.name || table.startsWith(`${command.name}-`));
  const why = many && known ? "It has no rows" : "There is no such table";
  const there = many ? `; there are ${files.map((one) => one.name).join(", ")}` : ` in ${name}`;
  throw new HearsayError("usage.table", `${why}: "${table}"${there}.`);
}

/** @throws HearsayError `usage.output` for bytes that a terminal would be given */
function textOf({ name, content }: ExportFile, io: Io): string {
  if (typeof content === "string") return content;
  if (io.stdout.isTTY === true)
    throw new HearsayError("usage.output", `${name} holds bytes: say where to write it, -o ${name}.`);
  // A pipe takes bytes as they are.
  return content as unknown as string;
}

async function putAll(
  io: Io,
  files: readonly ExportFile[],
  output: string | undefined,
  { name }: Format,
): Promise<void> {
  if (output === undefined || output === "-")
    throw new HearsayError(
      "usage.output",
      `${name} is several files: say which folder, -o FOLDER/, or which table, --table claims.`,
    );
  for (const file of files) put(join(output, file.name), file.content);
  io.stderr.write(`${files.length} ${files.length === 1 ? "file" : "files"} in ${output}\n`);
}

function put(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw new HearsayError("usage.output", `${path} cannot be written: ${(error as Error).message}`);
  }
}
