import { createReadStream, type Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Found } from "../engine/ports.js";
import { contentHash, type Diagnostic } from "../model/index.js";
import { declaredFormat, endingOf, formatName, kindOf } from "./kinds.js";
import { maxBytes, notYet, problem, refused, tooLarge } from "./problems.js";

const nothing = (file: string, ...diagnostics: readonly Diagnostic[]): Found => ({ capture: null, file, diagnostics });

/** What one path given by a user leads to: a file, everything in a folder, or what a pattern matches. */
export async function* fromPath(given: string, now: () => string): AsyncGenerator<Found> {
  const path = normalize(given);
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* fromFolder(path, now);
    else yield await fromFile(path, now, "error");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && isDynamicPattern(given)) yield* fromPattern(given, now);
    else yield nothing(path, refused(path, error));
  }
}

async function* fromPattern(pattern: string, now: () => string): AsyncGenerator<Found> {
  const files = (await glob(pattern, { expandDirectories: false, absolute: isAbsolute(pattern) })).sort();
  if (files.length === 0)
    yield nothing(pattern, problem("error", "missing", pattern, "No file matches.", "Try the pattern with ls."));
  for (const file of files) yield await fromFile(normalize(file), now, "error");
}

/** Everything in a folder that can be an article, in name order; what is passed over is summed up. */
async function* fromFolder(folder: string, now: () => string): AsyncGenerator<Found> {
  const skipped = new Map<string, number>();
  let articles = 0;
  for await (const found of walk(folder, new Set())) {
    if (typeof found !== "string") {
      yield found;
      continue;
    }
    const kind = kindOf(found);
    if (kind === "other") {
      skipped.set(`.${endingOf(found)}`, (skipped.get(`.${endingOf(found)}`) ?? 0) + 1);
      continue;
    }
    if (kind === "article") articles++;
    yield await fromFile(found, now, "warning");
  }
  const diagnostics: Diagnostic[] = [];
  if (skipped.size > 0) diagnostics.push(passedOver(folder, skipped));
  if (articles === 0)
    diagnostics.push(
      problem("error", "no-articles", folder, "There is no article in this folder.", "Articles end in .html or .txt."),
    );
  yield nothing(folder, ...diagnostics);
}

function passedOver(folder: string, endings: ReadonlyMap<string, number>): Diagnostic {
  const list = [...endings].sort().map(([ending, count]) => `${count} ${ending}`);
  const message = `Passed over, not articles by their names: ${list.join(", ")}.`;
  return problem("info", "skipped", folder, message, "Name a file itself to have it read all the same.");
}

/** The paths of the regular files below a folder, hidden ones left out, in name order; folders that cannot be read as problems. */
async function* walk(folder: string, seen: Set<string>): AsyncGenerator<string | Found> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield nothing(folder, refused(folder, error));
    return;
  }
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* walk(path, seen);
      else if (found.isFile()) yield path;
    } catch (error) {
      yield nothing(path, refused(path, error));
    }
  }
}

async function fromFile(file: string, now: () => string, severity: "warning" | "error"): Promise<Found> {
  if (kindOf(file) === "not-yet") return nothing(file, notYet(severity, file, formatName(file)));
  try {
    const { size } = await stat(file);
    if (size > maxBytes) return nothing(file, tooLarge(file, size));
    return captured(await readBounded(createReadStream(file)), file, now(), severity);
  } catch (error) {
    return nothing(file, refused(file, error));
  }
}

/** Standard input as one capture, `-`. */
export async function fromStdin(input: NodeJS.ReadableStream, now: () => string): Promise<Found> {
  return captured(await readBounded(input), "-", now(), "error");
}

/** The capture of bytes; `null` bytes are too many. */
export function captured(
  bytes: Uint8Array | null,
  place: string,
  retrieved: string,
  severity: "warning" | "error",
): Found {
  if (bytes === null) return nothing(place, tooLarge(place, null));
  const format = declaredFormat(bytes);
  if (format !== null) return nothing(place, notYet(severity, place, format));
  return { capture: { hash: contentHash(bytes), place, retrieved, bytes }, diagnostics: [] };
}

/** Reads a stream to its end; null as soon as it has given more than is taken. */
export async function readBounded(stream: NodeJS.ReadableStream): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk as Buffer));
    size += chunk.length;
    if (size > maxBytes) return null;
  }
  return Buffer.concat(chunks);
}
