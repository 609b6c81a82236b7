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

/**
 * Keeps what one channel was told last. The file is read anew, so that what another watch kept meanwhile stays, and replaced
 * as a whole, so that an end at any moment leaves the old one or the new one. Nobody else may read it.
 */
export function keepTold(
  path: string,
  channel: string,
  known: Known,
  entries: readonly Entry[],
  feed: string = channel,
): void {
  const now = readTold(path);
  const all = entries.length === 0 ? now.entries : { ...now.entries, [feed]: entries };
  const told: Told = { ...now, channels: { ...now.channels, [channel]: known }, entries: all };
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(told), { flush: true, mode: 0o600 });
  renameSync(draft, path);
}
