import type { Diagnostic } from "../model/index.js";
import type { Report } from "./report.js";
import { verify } from "./verify.js";

/** What printing a brief takes, and no more: a report of hundreds of pages opens at once. */
export interface Digest extends Pick<Report, "story" | "brief" | "references"> {
  /** Those whose words it shows. */
  readonly articles: readonly { readonly id: string; readonly text: string }[];
  readonly versions: readonly { readonly id: string; readonly text: string }[];
  /** What did not hold when the whole report was checked. */
  readonly problems: readonly Diagnostic[];
}

/** The digest of a report, the whole report checked. */
export function digest(report: Report): Digest {
  const { story, brief, references } = report;
  const shown = new Set<string>();
  collectArticles([brief, references], shown);
  const texts = (of: readonly { readonly id: string; readonly text: string }[]) =>
    of.filter(({ id }) => shown.has(id)).map(({ id, text }) => ({ id, text }));
  return {
    ...{ story, brief, references },
    articles: texts(report.articles),
    versions: texts(report.versions),
    problems: verify(report),
  };
}

/** The articles whose words stand anywhere inside a value. */
function collectArticles(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const { article } = value as { article?: unknown };
  if (typeof article === "string") into.add(article);
  for (const inner of Object.values(value)) collectArticles(inner, into);
}
