import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { HearsayError } from "../model/index.js";
import { extension } from "./sqlite.js";

/**
 * Where stories given by name are kept: in the database of `$DATABASE_URL`, else in the folder `$HEARSAY_HOME`, else in
 * `.hearsay` in the current folder.
 */
export const storyHome = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.DATABASE_URL || storyFolder(environment);

/** The folder of what is kept in files: stories, where no database is named, and what belongs to this machine beside them. */
export const storyFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.HEARSAY_HOME || ".hearsay";

/**
 * Where a story is, given by name or by the path of its file: what ends in `.hearsay` is a path. A story in a database
 * has the database's URL and its name as the fragment. Such a path holds the password: only `shownPath` is for people.
 * @throws HearsayError `story.name` for a name that cannot be one, `store.address` for a URL of something else
 */
export function storyPath(story: string, home: string): string {
  if (story.endsWith(extension)) return story;
  if (isStream(story))
    throw new HearsayError("story.name", `"${story}" is a stream: hearsay sort works on it. A story has another name.`);
  return placeAt(home, checkedName(story), extension);
}

/** Where a stream is kept: beside the stories, in a file of its own or under a name of its own in the database. */
export const streamPath = (stream: string, home: string): string =>
  placeAt(home, checkedName(stream) + (isAddress(home) ? streamEnding : ""), streamEnding);

/** The ending of streams: of their files, and of their names in a database. */
export const streamEnding = ".stream";
export const isStream = (name: string): boolean => name.endsWith(streamEnding);

function checkedName(story: string): string {
  if (story.includes("/") || story.includes(sep))
    throw new HearsayError("story.name", `The path of a story ends in ${extension}: "${story}${extension}"?`);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,99}$/u.test(story))
    throw new HearsayError("story.name", `"${story}" cannot name a story: use letters, digits, ".", "-", "_".`);
  return story;
}

function placeAt(home: string, name: string, ending: string): string {
  if (!isAddress(home)) return join(home, `${name}${ending}`);
  const url = urlOf(home);
  url.hash = encodeURIComponent(name);
  return url.href;
}

/** A story in a database. */
export interface Served {
  readonly url: string;
  readonly name: string;
}

/** Whether a path or a home is of a database; one in a file has no scheme. */
export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(path);

/** What a path of `storyPath` says of a story in a database; null for a file's. @throws HearsayError `store.address` */
export function servedAt(path: string): Served | null {
  if (!isAddress(path)) return null;
  const url = urlOf(path);
  const name = decodeURIComponent(url.hash.slice(1));
  url.hash = "";
  return { url: url.href, name };
}

/** A path or a home as it may be shown: without user, password and options. */
export function shownPath(path: string): string {
  const served = servedAt(path);
  if (served === null) return path;
  return served.name === "" ? shownDatabase(served.url) : `${served.name} at ${shownDatabase(served.url)}`;
}

/** "postgres://db.example.org/news" */
export function shownDatabase(address: string): string {
  const { host, pathname } = urlOf(address);
  return `postgres://${host}${pathname}`;
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol))
    throw new HearsayError("store.address", "DATABASE_URL takes postgres://USER:PASSWORD@HOST/DATABASE.");
  return url;
}

/** A story that exists. */
export interface StoryPlace {
  readonly name: string;
  readonly path: string;
  /** Of its file; in a database, of its captures. */
  readonly bytes: number;
  /** How many captures it holds, where that takes no opening. */
  readonly captures?: number;
}

/** What is said of a story in a database without opening it. */
export interface Heading {
  readonly name: string;
  /** When something was last kept, noted or judged, ISO 8601; empty when never. */
  readonly written: string;
  /** What its report was made from; null while there is none. */
  readonly made: string | null;
  /** How many articles its report has. */
  readonly articles: number;
}

/** The stories in a folder, by name; or the streams. */
export function filesIn(home: string, ending = extension): readonly StoryPlace[] {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(home, file))
    .map((path) => ({ name: basename(path, ending), path, bytes: statSync(path).size }));
}
