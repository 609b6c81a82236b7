import { existsSync, mkdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { HearsayError } from "../../model/index.js";
import {
  extension,
  isAddress,
  moveStory,
  shownPath,
  storyExists,
  storyHome,
  storyNames,
  storyPath,
  streamEnding,
  streamNames,
  streamPath,
} from "../../store/index.js";
import { mayChange, mayRemove, nameOf, tellAudit } from "../acting.js";
import type { Io } from "../io.js";

/** What `hearsay move` can be told. */
export interface MoveOptions {
  /** The URL of a database, a folder, or the path of a story file. */
  readonly to: string;
  /** The name it has there. */
  readonly as?: string;
  readonly remove?: boolean;
}

/** `hearsay move`: copies a story between files and databases, compares the two, and on request removes the first. */
export async function runMove(io: Io, story: string, { to, as, remove = false }: MoveOptions): Promise<number> {
  const from = await known(io, story);
  const target = targetOf(to, as ?? nameOf(story));
  if (remove) await mayRemove(io, story);
  const done = await copied(from, target, { remove });
  if (remove) await tellAudit(io, story, "story-remove", `moved to ${shownPath(target)}`);
  else await tellAudit(io, story, "export", `copied to ${shownPath(target)}`);
  io.stdout.write(`${done}${remove ? ` ${shownPath(from)} is removed.` : ""}\n`);
  return 0;
}

/** What `hearsay backup` can be told. */
export interface BackupOptions {
  readonly story: string;
  readonly all?: boolean;
}

/** `hearsay backup`: a story, or all there are, into files, as they are at one moment while others use them. */
export async function runBackup(io: Io, place: string, { story, all = false }: BackupOptions): Promise<number> {
  const home = storyHome(io.env);
  const stories = all ? await storyNames(home) : [story];
  if (all && (place.endsWith(extension) || isAddress(place)))
    throw new HearsayError("usage.backup", "--all takes a folder: every story becomes a file in it.");
  if (all) mkdirSync(place, { recursive: true });
  // Streams first: one that is older than its stories is sorted again, one that is newer would take articles for filed.
  if (all)
    for (const stream of await streamNames(home)) {
      const to = join(place, `${stream}${streamEnding}`);
      io.stdout.write(`${await copied(streamPath(stream, home), to, { replace: true })}\n`);
    }
  for (const one of stories) {
    const done = await copied(await known(io, one), targetOf(place, nameOf(one)), { replace: true });
    await tellAudit(io, one, "export", "backed up");
    io.stdout.write(`${done}\n`);
  }
  return 0;
}

/** What `hearsay restore` can be told. */
export interface RestoreOptions {
  readonly as?: string;
  readonly replace?: boolean;
}

/** `hearsay restore`: a story from a file to where stories are kept. */
export async function runRestore(io: Io, file: string, { as, replace = false }: RestoreOptions): Promise<number> {
  if (file.endsWith(streamEnding)) return restoreStream(io, file, { ...(as !== undefined && { as }), replace });
  if (!file.endsWith(extension)) throw new HearsayError("usage.restore", `A backup ends in ${extension}: "${file}"?`);
  const from = await known(io, file);
  const name = as ?? nameOf(file);
  await mayChange(io, name);
  const done = await copied(from, storyPath(name, storyHome(io.env)), { replace });
  await tellAudit(io, name, "story-add", `restored from ${file}`);
  io.stdout.write(`${done}\n`);
  return 0;
}

async function restoreStream(io: Io, file: string, { as, replace = false }: RestoreOptions): Promise<number> {
  if (!existsSync(file)) throw new HearsayError("story.unknown", `There is no stream at ${file}.`);
  const to = streamPath(as ?? basename(file, streamEnding), storyHome(io.env));
  io.stdout.write(`${await copied(file, to, { replace })}\n`);
  return 0;
}

async function copied(from: string, to: string, how: Parameters<typeof moveStory>[2]): Promise<string> {
  const { capture, judgement } = await moveStory(from, to, how);
  const counts = `${counted(capture.count, "file")} and ${counted(judgement.count, "judgement")}`;
  return `${counts}, compared: all the same. Story: ${shownPath(to)}`;
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** A URL or a folder takes the story under its name; a file is the story. @throws HearsayError `usage.to` */
function targetOf(to: string, name: string): string {
  if (to.endsWith(extension)) return to;
  if (isAddress(to)) return storyPath(name, to);
  if (existsSync(to) && statSync(to).isDirectory()) return storyPath(name, to);
  throw new HearsayError("usage.to", `"${to}" is no folder: name one, a file ending in ${extension}, or postgres://…`);
}

async function known(io: Io, story: string): Promise<string> {
  const path = storyPath(story, storyHome(io.env));
  if (await storyExists(path)) return path;
  throw new HearsayError("story.unknown", `There is no story "${story}" (${shownPath(path)}).`);
}
