import type { Diagnostic } from "../model/index.js";
import type { Report } from "./report.js";
import { verify } from "./verify.js";

/** What printing a brief takes, and no more: a report of hundreds of pages opens at once. */
export interface Digest extends Pick<Report, "story" | "brief" | "references"> {
  readonly articles: readonly { readonly id: string; readonly text: string }[];
  readonly versions: readonly { readonly id: string; readonly text: string }[];
  /** What did not hold when the whole report was checked. */
  readonly problems: readonly Diagnostic[];
}

/** The digest of a report, the whole report checked. */
export const digest = (report: Report): Digest => ({
  story: report.story,
  brief: report.brief,
  references: report.references,
  articles: report.articles.map(({ id, text }) => ({ id, text })),
  versions: report.versions.map(({ id, text }) => ({ id, text })),
  problems: verify(report),
});
