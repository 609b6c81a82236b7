import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { HearsayError } from "../model/index.js";
import { extension } from "./sqlite.js";

/** Where stories given by name are kept: `$HEARSAY_HOME`, else `.hearsay` in the current folder. */
export const storyHome = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.HEARSAY_HOME || ".hearsay";

/** A story that exists. */
export interface StoryPlace {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * The file of a story given by name or by path: what ends in `.hearsay` is a path.
 * @throws HearsayError `story.name` for a name that cannot be one
 */
export function storyPath(story: string, home: string): string {
  if (story.endsWith(extension)) return story;
  if (story.includes("/") || story.includes(sep))
    throw new HearsayError("story.name", `The path of a story ends in ${extension}: "${story}${extension}"?`);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,99}$/u.test(story))
    throw new HearsayError("story.name", `"${story}" cannot name a story: use letters, digits, ".", "-", "_".`);
  return join(home, `${story}${extension}`);
}

/** The stories in a folder, by name. */
export function listStories(home: string): readonly StoryPlace[] {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => join(home, file))
    .map((path) => ({ name: basename(path, extension), path, bytes: statSync(path).size }));
}
