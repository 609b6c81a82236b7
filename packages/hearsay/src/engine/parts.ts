import { contentHash } from "../model/index.js";
import { collect } from "./collect.js";
import type { Added, Workshop } from "./engine.js";
import type { Found, KeptCapture } from "./ports.js";
import { bringArticlesUp, recordsVersion, unreadOf } from "./readings.js";
import { sharingHints } from "./succession.js";

// What adding does, in parts that can be done by several processes: what is kept by one is read by others, and told by
// whoever comes last with `bringUpToDate`. Each part can be done twice and has happened once.

/** Keeps what is found and leaves it unread. */
export function keepFound(workshop: Workshop, found: AsyncIterable<Found>): Promise<Added> {
  return workshop.store.working(async () => {
    const { kept, noted } = await collect(workshop, found);
    return { kept, diagnostics: noted };
  });
}

/** A capture whose per-article records are missing or out of date. */
export interface Unread {
  readonly hash: string;
  /** Equal exactly when reading it again would give the same. */
  readonly version: string;
}

/** Everything that is still to be read. */
export async function unread(workshop: Workshop): Promise<readonly Unread[]> {
  const captures = sharingHints(await workshop.store.captures());
  const { missing } = await unreadOf(workshop, captures);
  const versionOf = (capture: KeptCapture) => recordsVersion(workshop.stages.versions, capture);
  return missing.map((capture) => ({ hash: capture.hash, version: contentHash(versionOf(capture)).slice(0, 16) }));
}

/** Makes the per-article records of these captures, where they are missing. */
export async function readArticles(workshop: Workshop, hashes: readonly string[]): Promise<void> {
  const wanted = new Set(hashes);
  const captures = sharingHints(await workshop.store.captures()).filter(({ hash }) => wanted.has(hash));
  await workshop.store.working(() => bringArticlesUp(workshop, captures, hashes));
}
