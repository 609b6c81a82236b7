import { listParts, type ReportHead, reportOf } from "../tell/kept.js";
import type { StoryStore } from "./ports.js";
import type { Report } from "./stages.js";

/** A report as it was read from a store, with the version of each of its parts. */
export interface KeptReport {
  readonly report: Report;
  readonly versions: ReadonlyMap<string, string>;
}

/** What a report says as a whole, as it is stored; null when there is none. One small record. */
export async function storedHead(store: StoryStore): Promise<ReportHead | null> {
  const body = (await store.derived("tell", ["head"])).get("head");
  return body === undefined ? null : (JSON.parse(body) as ReportHead);
}

/**
 * The report as it is stored, current or not; null when there is none. Its lists are read when they are looked at.
 * @param before what was read last: lists that are as they were then are taken over
 */
export async function readReport(store: StoryStore, before: KeptReport | null = null): Promise<KeptReport | null> {
  for (;;) {
    const versions = await store.versions("tell");
    const changed = listParts.filter((part) => before === null || before.versions.get(part) !== versions.get(part));
    const [head, bodies] = [await storedHead(store), await store.derived("tell", changed)];
    if (head === null) return null;
    // Another process may have written a new one meanwhile.
    const now = await store.versions("tell");
    if ([...versions].every(([key, version]) => now.get(key) === version))
      return { report: reportOf(head, bodies, before?.report ?? null), versions };
  }
}
