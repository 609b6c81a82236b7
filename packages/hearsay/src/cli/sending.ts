import { readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { buffer } from "node:stream/consumers";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Diagnostic } from "../model/index.js";
import type { Sent } from "./remote.js";

/**
 * The files that local places lead to, each under its path from here, so that two of one name stay two. What is hidden is left
 * alone, as when they are added here; what cannot be read is a diagnostic.
 */
export async function localFiles(places: readonly string[], stdin: NodeJS.ReadableStream) {
  const files: Sent[] = [];
  const missing: Diagnostic[] = [];
  for (const place of places) {
    try {
      if (place === "-") files.push({ name: "stdin.txt", bytes: await buffer(stdin) });
      else for (const path of await pathsAt(place)) files.push({ name: nameOf(path), bytes: await readFile(path) });
    } catch (error) {
      missing.push(unread(place, error as Error));
    }
  }
  return { files, missing };
}

async function pathsAt(place: string): Promise<readonly string[]> {
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && isDynamicPattern(place)) return null;
    throw error;
  });
  if (found !== null && !found.isDirectory()) return [place];
  const paths =
    found === null
      ? await glob(place, { expandDirectories: false })
      : (await glob("**/*", { cwd: place })).map((path) => join(place, path));
  if (paths.length === 0) throw new Error("no file is there");
  return paths.sort();
}

const nameOf = (path: string): string => relative(process.cwd(), path).replace(/^(?:\.\.[/\\])+/, "");

const unread = (file: string, { message }: Error): Diagnostic => ({
  severity: "error",
  code: "source.unreadable",
  stage: "source",
  message: `It cannot be read: ${message}.`,
  file,
  remedy: "Look whether the path is right and may be read.",
});
