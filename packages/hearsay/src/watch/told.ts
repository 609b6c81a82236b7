import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { HearsayError } from "../model/index.js";
import type { Known } from "../tell/changes.js";

/** What each channel was told last, kept beside the story: what could not be delivered is told again next time. */
export interface Told {
  readonly format: "hearsay-watch";
  readonly channels: Readonly<Record<string, Known>>;
  /** The entries of Atom feeds, the latest first, by the feed's file. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

/** One entry of a feed. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly when: string;
  /** Safe markup. */
  readonly content: string;
}

const none: Told = { format: "hearsay-watch", channels: {}, entries: {} };

/** Where it is kept: `NAME.watch.json` beside `NAME.hearsay`. */
export const toldPath = (story: string): string => story.replace(/\.hearsay$/, ".watch.json");

/** @throws HearsayError `watch.told` when the file is not what it should be */
export function readTold(path: string): Told {
  if (!existsSync(path)) return none;
  try {
    const told = JSON.parse(readFileSync(path, "utf8")) as Told;
    if (told.format === "hearsay-watch") return { ...none, ...told };
  } catch {
    // Said below.
  }
  throw new HearsayError("watch.told", `${path} does not say what was told before: move it away to begin anew.`);
}

/** Replaced as a whole, so that an end at any moment leaves the old one or the new one. */
export function writeTold(path: string, told: Told): void {
  writeFileSync(`${path}.new`, JSON.stringify(told), { flush: true });
  renameSync(`${path}.new`, path);
}
