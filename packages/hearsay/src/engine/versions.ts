import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentHash } from "../model/index.js";

/**
 * A version for each stage's records: changes exactly when the code or data they are made with changes, so that
 * a record is never taken for current because somebody forgot to raise a number.
 */
export interface StageVersions {
  readonly read: string;
  readonly annotate: string;
  readonly fingerprint: string;
  readonly extract: string;
  readonly trace: string;
  readonly weigh: string;
  readonly tell: string;
}

/** Which folders of code each stage's records depend on. */
const rooms = {
  read: ["model", "data", "read"],
  annotate: ["model", "data", "read", "english", "annotate"],
  fingerprint: ["model", "data", "read", "trace"],
  extract: ["model", "data", "read", "english", "annotate", "extract"],
  trace: ["model", "data", "read", "trace"],
  weigh: ["model", "data", "read", "english", "annotate", "extract", "trace", "weigh"],
  tell: ["model", "data", "read", "english", "annotate", "extract", "trace", "weigh", "tell"],
} as const satisfies Record<keyof StageVersions, readonly string[]>;

/** Computes the versions from the installed files. */
export function stageVersions(): StageVersions {
  const hashes = new Map<string, string>();
  const hashOf = (room: string): string => {
    const known = hashes.get(room) ?? contentHash(foldersOf(room).map(hashFolder).join());
    hashes.set(room, known);
    return known;
  };
  const version = (stage: keyof StageVersions) => contentHash(rooms[stage].map(hashOf).join()).slice(0, 16);
  return {
    read: version("read"),
    annotate: version("annotate"),
    fingerprint: version("fingerprint"),
    extract: version("extract"),
    trace: version("trace"),
    weigh: version("weigh"),
    tell: version("tell"),
  };
}

const code = fileURLToPath(new URL("..", import.meta.url));

function foldersOf(room: string): readonly string[] {
  if (room === "data") return [join(code, "..", "data")];
  if (room !== "english") return [join(code, room)];
  const english = dirname(fileURLToPath(import.meta.resolve("@hearsay/english")));
  return [english, join(english, "..", "model")];
}

/** Hash over names and contents of what runs: types and tests left out. */
function hashFolder(folder: string): string {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.d\.ts$|\.test\.[jt]s$|\.tsbuildinfo$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? folder, entry.name))
    .sort();
  return contentHash(files.map((file) => `${basename(file)} ${contentHash(readFileSync(file))}`).join("\n"));
}
