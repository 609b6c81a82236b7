import type { Interval } from "../../model/index.js";
import type { Report, ReportArticle } from "../../tell/report.js";

export type Kind = "article" | "claim" | "statement" | "event" | "commitment" | "cause";

/** Something that can be found: a record, or an article itself. */
export interface Item {
  readonly kind: Kind;
  readonly id: string;
  readonly article: ReportArticle;
  /** Where its words stand in the article. */
  readonly start: number;
  readonly end: number;
  /** What it is called in a list of what was found. */
  readonly label: string;
  /** Words besides its own under which it is found: who speaks, who acts, the title. */
  readonly besides: string;
}

/** Everything in a report that can be found. */
export function itemsOf(report: Report): Item[] {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  const items: Item[] = report.articles.map((article) => {
    const { id, title, label, text } = article;
    return { kind: "article", id, article, start: 0, end: text.length, label: title || label, besides: title };
  });
  const add = (kind: Kind, id: string, at: Place, label: string, besides = label): void => {
    const article = articles.get(at.article);
    if (article !== undefined) items.push({ kind, id, article, start: at.start, end: at.end, label, besides });
  };
  for (const { id, proposition, support } of report.claims)
    add("claim", id, (support.find(({ span }) => span.text === proposition) ?? support[0]!).span, proposition, "");
  for (const { id, content, speaker, source } of report.statements) {
    const [first, last] = [content.parts[0], content.parts.at(-1)];
    const name = speaker.name ?? speaker.description;
    if (first !== undefined) add("statement", id, { ...first, end: last!.end }, name, `${name} ${source.text}`);
  }
  for (const { id, span, who, whom, type } of report.events)
    add("event", id, span, [who, type, whom].filter(Boolean).join(" · "), `${who ?? ""} ${whom ?? ""}`);
  for (const { id, span, status, by, to } of report.commitments)
    add("commitment", id, span, [by, status, to].filter(Boolean).join(" · "), `${by ?? ""} ${to ?? ""}`);
  for (const { id, article, cause, effect, by } of report.causes) {
    const [start, end] = [Math.min(cause.start, effect.start), Math.max(cause.end, effect.end)];
    add("cause", id, { article, start, end }, by);
  }
  return items;
}

interface Place {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** When an article was published, as far as it says. */
export const publication = ({ published, publishedWithin }: ReportArticle): Interval | null =>
  published === null ? publishedWithin : { earliest: published, latest: published };
