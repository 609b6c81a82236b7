import type { Interval, Quote } from "../model/index.js";
import type { Report, ReportArticle } from "../tell/index.js";
import type { Cell, Column } from "./cells.js";

/** A table of one kind of record: how its rows are made from a report and which columns people see. */
export interface RecordTable {
  readonly columns: readonly Column[];
  rows(report: Report): readonly Row[];
}

/** One row: what it is narrowed down by, and every field that programs get. */
export interface Row {
  readonly facets: Facets;
  readonly fields: Readonly<Record<string, Cell>>;
}

/** What the filters that all tables share look at. */
export interface Facets {
  readonly article: string | null;
  /** Where a row is about words in several articles: all of them. */
  readonly articles?: readonly string[];
  /** And all its words, where it has more than its own. */
  readonly texts?: readonly string[];
  readonly outlet: string | null;
  /** Names of everybody who speaks or acts in it. */
  readonly who: readonly string[];
  /** Bodies and states that those who speak belong to. */
  readonly affiliations: readonly string[];
  /** Whom those who speak stand for: a state, else a body. */
  readonly sides?: readonly string[];
  readonly types: readonly string[];
  /** When it happened or holds, else when the article was published. */
  readonly when: Interval | null;
}

/** The fields that every row ends with: where its words stand. */
export const whereColumns: readonly Column[] = [
  { key: "outlet", head: "Outlet", min: 12, rank: 3 },
  { key: "date", head: "Date", min: 10, rank: 4 },
  { key: "article", head: "Article", min: 14, rank: 8 },
];
export const wordsColumn: Column = { key: "words", head: "Words", min: 24, grow: true, rank: 0 };

/** Makes rows for a report: adds where the words of each stand. */
export function rowMaker(report: Report) {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  return (quote: Quote, fields: Row["fields"], facets: Partial<Facets> = {}): Row => {
    const article = articles.get(quote.article);
    return {
      facets: {
        article: quote.article,
        outlet: article?.label ?? null,
        who: [],
        affiliations: [],
        types: [],
        when: publication(article),
        ...facets,
      },
      fields: { ...fields, ...whereFields(article, quote) },
    };
  };
}

/** Outlet, date and exact words, and where to find them. */
function whereFields(article: ReportArticle | undefined, quote: Quote): Row["fields"] {
  return {
    outlet: article?.label ?? null,
    date: dateOf(article),
    article: quote.article,
    file: article?.file ?? null,
    start: quote.start,
    end: quote.end,
    words: quote.text,
  };
}

/** The day of publication as far as it is known: a date, or a stretch "earliest/latest". */
export function dateOf(article: ReportArticle | undefined): string | null {
  if (article === undefined) return null;
  return article.published?.slice(0, 10) ?? intervalText(article.publishedWithin);
}

function publication(article: ReportArticle | undefined): Interval | null {
  const published = article?.published ?? null;
  return published === null ? (article?.publishedWithin ?? null) : { earliest: published, latest: published };
}

/** ISO 8601: one date, a whole year ("2026") or month ("2026-03"), else "earliest/latest". */
export function intervalText(interval: Interval | null): string | null {
  if (interval === null) return null;
  const { earliest, latest } = interval;
  if (earliest === latest) return earliest;
  const year = earliest.slice(0, 4);
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  const month = earliest.slice(0, 7);
  if (earliest === `${month}-01` && latest === `${month}-${lastDay(month)}`) return month;
  return `${earliest}/${latest}`;
}

const lastDay = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/** Rows by day of publication, undated ones last, then by article and place in it. */
export function inReadingOrder(rows: readonly Row[]): readonly Row[] {
  const key = ({ fields: { date, article, start } }: Row) =>
    [date ?? "9", article, String(start).padStart(9, "0")].join(" ");
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The names that are there. */
export const named = (...names: readonly (string | null | undefined)[]): readonly string[] =>
  names.filter((name): name is string => typeof name === "string" && name !== "");
