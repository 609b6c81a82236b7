import { readReport } from "./kept-report.js";
import type { StoryStore } from "./ports.js";
import type { Report } from "./stages.js";

/** What the stored report was made from, as a short text that changes exactly when the report does; null when there is none. One look-up. */
export const revisionOf = async (store: StoryStore): Promise<string | null> =>
  (await store.versions("tell")).get("digest") ?? null;

/** The report as it is stored, current or not; null when there is none. */
export const storedReport = async (store: StoryStore): Promise<Report | null> =>
  (await readReport(store))?.report ?? null;

/** The summary of the report as it is stored: a small record of its own, so that many stories can be listed at once. */
export async function storedSummary(store: StoryStore): Promise<Report["summary"] | null> {
  const body = (await store.derived("tell", ["summary"])).get("summary");
  return body === undefined ? null : (JSON.parse(body) as Report["summary"]);
}
