import { createReadStream, type Dirent } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Found } from "../engine/ports.js";
import type { ColumnMap } from "../model/fields.js";
import { contentHash, type Diagnostic } from "../model/index.js";
import { isFeed } from "./feeds/index.js";
import { declaredFormat, endingOf, kindOf } from "./kinds.js";
import { Counts, passedOver } from "./passed.js";
import { notYet, problem, refused, tooLarge } from "./problems.js";
import { unpack } from "./unpack/index.js";

const nothing = (file: string, ...diagnostics: readonly Diagnostic[]): Found => ({ capture: null, file, diagnostics });

/** What taking in files needs to know besides where they are. */
export interface Taking {
  readonly now: () => string;
  /** Which columns of tables and fields of records hold what, where the user says so. */
  readonly columns?: ColumnMap;
}

/** What one path given by a user leads to: a file, everything in a folder, or what a pattern matches. */
export async function* fromPath(given: string, taking: Taking): AsyncGenerator<Found> {
  const path = normalize(given);
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* fromFolder(path, taking);
    else yield* fromFile(path, taking, "error");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && isDynamicPattern(given))
      yield* fromPattern(given, taking);
    else yield nothing(path, refused(path, error));
  }
}

async function* fromPattern(pattern: string, taking: Taking): AsyncGenerator<Found> {
  const files = (await glob(pattern, { expandDirectories: false, absolute: isAbsolute(pattern) })).sort();
  if (files.length === 0)
    yield nothing(pattern, problem("error", "missing", pattern, "No file matches.", "Try the pattern with ls."));
  for (const file of files) yield* fromFile(normalize(file), taking, "error");
}

/** Everything in a folder that can be an article, in name order; what is passed over is summed up. */
async function* fromFolder(folder: string, taking: Taking): AsyncGenerator<Found> {
  const skipped = new Counts();
  let articles = 0;
  for await (const found of walk(folder, new Set())) {
    if (typeof found !== "string") {
      yield found;
      continue;
    }
    const kind = (await isSavedFeed(found)) ? "article" : kindOf(found);
    if (kind === "other") {
      skipped.add(`.${endingOf(found)}`);
      continue;
    }
    if (kind !== "not-yet") articles++;
    yield* fromFile(found, taking, "warning");
  }
  const diagnostics: Diagnostic[] = [];
  if (!skipped.isEmpty) diagnostics.push(passedOver(folder, skipped));
  if (articles === 0)
    diagnostics.push(
      problem(
        "error",
        "no-articles",
        folder,
        "There is no article in this folder.",
        "Articles end in .html, .txt, .pdf and the like: see docs/formats.md.",
      ),
    );
  yield nothing(folder, ...diagnostics);
}

/** So much of a file tells whether it is a feed, in bytes. */
const feedHead = 20_000;

/** Whether a file in a folder is a feed under a name that says no more than XML. */
async function isSavedFeed(file: string): Promise<boolean> {
  if (endingOf(file) !== "xml") return false;
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(feedHead), 0, feedHead, 0);
      return isFeed(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
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

async function* fromFile(file: string, taking: Taking, severity: "warning" | "error"): AsyncGenerator<Found> {
  try {
    const { size } = await stat(file);
    const chunks = createReadStream(file) as AsyncIterable<Uint8Array>;
    yield* unpack({ place: file, name: file, chunks, size, path: file }, taking.now(), severity, taking.columns);
  } catch (error) {
    yield nothing(file, refused(file, error));
  }
}

/** What comes in on standard input: one article, `-`, or everything in an archive, `-/a.html` and so on. */
export async function* fromStdin(input: NodeJS.ReadableStream, taking: Taking): AsyncGenerator<Found> {
  const chunks = input as AsyncIterable<Uint8Array>;
  yield* unpack({ place: "-", name: "", chunks, size: null, path: null }, taking.now(), "error", taking.columns);
}

/**
 * What somebody sent under a name: one article, or everything in an archive. The name is the place it is known by and
 * nothing more: it is never opened, and what it names on the web is not asked for.
 */
export async function* fromSent(name: string, bytes: Uint8Array, taking: Taking): AsyncGenerator<Found> {
  const place = sentPlace(name);
  const sent = { place, name: place, chunks: single(bytes), size: bytes.byteLength, path: null };
  yield* unpack(sent, taking.now(), "error", taking.columns);
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A name as a relative place: no address, no way out of a folder, nothing invisible, bounded. */
export function sentPlace(name: string): string {
  const parts = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replaceAll("\\", "/")
    .replaceAll("#", "_")
    .split("/")
    .map((part) => part.trim().replace(/:$/, ""))
    .filter((part) => part !== "" && part !== "." && part !== ".." && part !== "-");
  return parts.join("/").slice(-200) || "sent";
}

/** The capture of bytes; `null` bytes are too many. */
export function captured(
  bytes: Uint8Array | null,
  place: string,
  retrieved: string,
  severity: "warning" | "error",
): Found {
  if (bytes === null) return nothing(place, tooLarge(place, null));
  const format = declaredFormat(bytes, place);
  if (format !== null) return nothing(place, notYet(severity, place, format));
  return { capture: { hash: contentHash(bytes), place, retrieved, bytes }, diagnostics: [] };
}
