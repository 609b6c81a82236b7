import { Union } from "../model/index.js";
import { joinCopies } from "./copies.js";
import { compare } from "./records.js";
import type { Report, ReportCause } from "./report.js";
import { foldWords } from "./words.js";
import { isToldCause } from "./worth.js";

/** A causal link: what is said to bring about or prevent what, with everyone who says so. */
export interface Link {
  readonly best: ReportCause;
  /** All reports of it, the best first, copies included. */
  readonly reports: readonly ReportCause[];
  /** Distinct origins among the reports. */
  readonly origins: number;
}

/** The links that a brief or a map shows: those whose sides can be read, first the ones that somebody is named for. */
export function tellingLinks(records: Pick<Report, "causes" | "articles" | "derivations">): Link[] {
  const told = causalLinks(records).flatMap((link) => {
    const best = link.reports.find(isToldCause);
    return best === undefined ? [] : [{ ...link, best }];
  });
  const attributed = ({ best }: Link): boolean => best.by !== "author";
  return [...told.filter(attributed), ...told.filter((link) => !attributed(link))];
}

/** Causes told once, the most asserted first: copies, and the same words for cause and effect, are one link. */
export function causalLinks({
  causes,
  articles,
  derivations,
}: Pick<Report, "causes" | "articles" | "derivations">): Link[] {
  const originOf = new Map(articles.map((a) => [a.id, a.origin ?? a.id]));
  const same = new Union(causes.length);
  const tellings = causes.map((c) => ({
    at: c.effect,
    words: `${c.sign} ${c.negated} ${foldWords(c.cause.text)} → ${foldWords(c.effect.text)}`,
    sort: `${c.sign} ${c.negated}`,
  }));
  joinCopies(tellings, derivations, same);
  return same
    .groups()
    .flatMap((group) => {
      const reports = group.flatMap((i) => causes[i] ?? []).sort((a, b) => b.score - a.score || compare(a.id, b.id));
      const best = reports[0];
      return best === undefined
        ? []
        : [{ best, reports, origins: new Set(reports.map((c) => originOf.get(c.article))).size }];
    })
    .sort(
      (a, b) =>
        b.origins - a.origins ||
        b.reports.length - a.reports.length ||
        b.best.score - a.best.score ||
        compare(a.best.id, b.best.id),
    );
}
