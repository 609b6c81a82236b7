import type { Quote } from "../../model/index.js";
import type { Line, Reference } from "../brief.js";
import { append } from "../copies.js";
import type { Report, ReportArticle } from "../report.js";

/** Where things stand on the page, so that every picture and every number is a door to the words. */
export interface Page {
  readonly report: Report;
  /** The anchor of the line about a record; null when no line is. */
  readonly lineOf: (record: string) => string | null;
  readonly idOf: (line: Line) => string;
  readonly article: (id: string) => ReportArticle | undefined;
  /** The anchor of an article at the end of the page. */
  readonly articleAnchor: (id: string) => string;
  /** The shortest reference that holds these words. */
  readonly referenceTo: (place: Quote) => Reference | null;
  readonly referencesIn: (article: string) => readonly Reference[];
  readonly withTexts: boolean;
}

/** More than this, and the texts stay out of the page: it would be too heavy to open. */
export const textLimits = { articles: 60, characters: 1_500_000 } as const;

export function pageOf(report: Report): Page {
  const ids = new Map<Line, string>();
  const about = new Map<string, string>();
  for (const section of report.brief.sections) {
    let count = 0;
    const visit = (line: Line): void => {
      const id = `${section.id}-${++count}`;
      ids.set(line, id);
      if (line.about !== null && !about.has(line.about)) about.set(line.about, id);
      line.lines.forEach(visit);
    };
    section.lines.forEach(visit);
  }
  const rank = new Map(report.articles.map((a, i) => [a.id, i + 1]));
  const articles = new Map(report.articles.map((a) => [a.id, a]));
  const references = new Map<string, Reference[]>();
  for (const reference of report.references) append(references, reference.article, reference);
  for (const { id, article } of report.versions) rank.set(id, rank.get(article) ?? 0);
  const characters = [...report.articles, ...report.versions].reduce((sum, a) => sum + a.text.length, 0);
  return {
    report,
    lineOf: (record) => about.get(record) ?? null,
    idOf: (line) => ids.get(line) ?? "",
    article: (id) => articles.get(id),
    articleAnchor: (id) => `article-${rank.get(id) ?? 0}`,
    referenceTo: (place) => shortest(references.get(place.article) ?? [], place),
    referencesIn: (article) => references.get(article) ?? [],
    withTexts: report.articles.length <= textLimits.articles && characters <= textLimits.characters,
  };
}

function shortest(references: readonly Reference[], place: Quote): Reference | null {
  const holding = references.filter((r) => r.start <= place.start && place.end <= r.end);
  return holding.reduce<Reference | null>(
    (best, r) => (best === null || r.text.length < best.text.length ? r : best),
    null,
  );
}
