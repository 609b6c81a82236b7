import { statfsSync } from "node:fs";
import { HearsayError } from "../model/index.js";

/** What is wrong with where a story is kept, and what to do about it, by the driver's or the system's code. */
const troubles: readonly (readonly [codes: RegExp, code: string, message: string])[] = [
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    "store.full",
    "The disk is full. What had been kept stays; nothing else was added.\nFree some space and run the same command again: it goes on where it stopped.",
  ],
  [
    /^(?:SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    "store.read-only",
    "The story cannot be written where it is: nothing was changed.\nCopy its file to a folder where you may write, or have the right to write given to you.",
  ],
  [
    /^SQLITE_(?:BUSY|LOCKED)/,
    "store.busy",
    "Another program kept the story locked for half a minute: nothing was changed meanwhile.\nLet it end, or end it, and run the same command again.",
  ],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/,
    "store.damaged",
    "The story's file is damaged.\nTake the last copy of it that opens, or add the articles again to a new story.",
  ],
  [
    /^SQLITE_IOERR/,
    "store.io",
    "The story's file could not be read or written: the disk, or the way to it, fails.\nCheck the disk; then run the same command again: it goes on where it stopped.",
  ],
];

/**
 * What a driver's error means to whoever runs Hearsay; null for what is no trouble with the disk or its file.
 * @param path of the story, where it is known: a full disk shows itself in many codes
 */
export function storeTrouble(error: unknown, path?: string): HearsayError | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string" || error instanceof HearsayError) return null;
  // A right that is missing may be that to another file: what is said of a report's is not said of the story's.
  if (path === undefined && /^(?:EROFS|EACCES|EPERM)/.test(code)) return null;
  const isFull = /^SQLITE_(?:IOERR|CANTOPEN)/.test(code) && path !== undefined && isFullAt(path);
  const found = troubles.find(([codes]) => codes.test(isFull ? "ENOSPC" : code));
  if (found === undefined) return null;
  const [, ours, message] = found;
  return new HearsayError(ours, path === undefined ? message : `${path}: ${message}`);
}

function isFullAt(path: string): boolean {
  try {
    return statfsSync(path).bavail === 0;
  } catch {
    return false;
  }
}
