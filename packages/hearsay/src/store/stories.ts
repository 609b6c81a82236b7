import { existsSync, rmSync, statSync } from "node:fs";
import type { StoryStore } from "../engine/ports.js";
import {
  filesIn,
  type Heading,
  isAddress,
  isStream,
  type Served,
  type StoryPlace,
  servedAt,
  storyPath,
  streamEnding,
} from "./places.js";
import type { Queue } from "./queue.js";
import type { Queued } from "./queued.js";
import { openStoryFile } from "./sqlite.js";

// What is of a database is loaded when one is used.

/**
 * Opens a story, in its file or in its database.
 * @param path as `storyPath` gives it
 * @param create make it when there is none
 * @throws HearsayError `store.missing`, `store.not-a-story`, `store.newer`, `store.older`, `store.lost`, `store.refused`, `store.failed`
 */
export async function openStory(path: string, options: { readonly create?: boolean } = {}): Promise<StoryStore> {
  const served = servedAt(path);
  if (served === null) return openStoryFile(path, options);
  return (await import("./postgres.js")).openServedStory(served.url, served.name, options);
}

/** The queue of work on a database's stories. @param supervise whether this process gives back what nobody finished */
export const openWork = async (home: string, supervise: boolean): Promise<Queue> =>
  (await import("./queue.js")).openQueue(home, supervise);

/** How the queue of a database's stories stands; null for stories in files, which have none. @param seen the stories told of */
export const queued = async (home: string, seen: (story: string) => boolean = () => true): Promise<Queued | null> =>
  isAddress(home) ? (await import("./queued.js")).queuedAt(home, seen) : null;

/** The names of the stories there are, in order. */
export async function storyNames(home: string): Promise<readonly string[]> {
  if (!isAddress(home)) return filesIn(home).map(({ name }) => name);
  return (await (await import("./served.js")).servedNames(home)).filter((name) => !isStream(name));
}

/** The names of the streams there are, in order. */
export async function streamNames(home: string): Promise<readonly string[]> {
  if (!isAddress(home)) return filesIn(home, streamEnding).map(({ name }) => name);
  const names = await (await import("./served.js")).servedNames(home);
  return names.filter(isStream).map((name) => name.slice(0, -streamEnding.length));
}

/** The stories there are, by name, and how large they are. */
export async function listStories(home: string): Promise<readonly StoryPlace[]> {
  if (!isAddress(home)) return filesIn(home);
  const { listServed } = await import("./served.js");
  const stories = (await listServed(home)).filter(({ name }) => !isStream(name));
  return stories.map((story) => ({ ...story, path: storyPath(story.name, home) }));
}

/** What a database says of all its stories, by name. @param home its address */
export const storyHeadings = async (home: string): Promise<readonly Heading[]> =>
  (await (await import("./served.js")).servedHeadings(home)).filter(({ name }) => !isStream(name));

/** Whether there is a story at a path. */
export function storyExists(path: string): Promise<boolean> {
  return onServed(
    path,
    (all, served) => all.servedExists(served),
    () => existsSync(path),
  );
}

/** Removes a story with everything in it. */
export function removeStory(path: string): Promise<void> {
  const files = [path, `${path}-wal`, `${path}-shm`];
  return onServed(
    path,
    (all, served) => all.removeServed(served),
    () => {
      for (const file of files) rmSync(file, { force: true });
    },
  );
}

/** When something was last kept, noted or judged, ISO 8601; for a file, when it was written to. */
export function writtenAt(path: string): Promise<string> {
  return onServed(
    path,
    (all, served) => all.servedWritten(served),
    () => {
      // An empty log is there because somebody has opened the file.
      const [own, log] = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false }));
      return new Date(Math.max(own?.mtimeMs ?? 0, log?.size ? log.mtimeMs : 0)).toISOString();
    },
  );
}

type ServedOnes = typeof import("./served.js");

async function onServed<T>(
  path: string,
  there: (all: ServedOnes, served: Served) => Promise<T>,
  here: () => T,
): Promise<T> {
  const served = servedAt(path);
  return served === null ? here() : there(await import("./served.js"), served);
}
