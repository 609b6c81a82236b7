import type { Report, ReportArticle, ReportClaim } from "../tell/report.js";
import type { ArticleRow } from "./contract/shapes.js";

/** A report in memory with what is looked up in it. What is made from it is made once. */
export class View {
  readonly #made = new Map<string, unknown>();

  constructor(
    readonly report: Report,
    /** Changes exactly when the report does. */
    readonly revision: string,
  ) {}

  get articles(): ReadonlyMap<string, ReportArticle> {
    return this.once("articles", ({ report }) => new Map(report.articles.map((article) => [article.id, article])));
  }

  get claims(): ReadonlyMap<string, ReportClaim> {
    return this.once("claims", ({ report }) => new Map(report.claims.map((claim) => [claim.id, claim])));
  }

  /** What `make` makes of the report, made when it is first asked for. */
  once<T>(what: string, make: (view: this) => T): T {
    if (!this.#made.has(what)) this.#made.set(what, make(this));
    return this.#made.get(what) as T;
  }
}

/** An article as lists have it: without its text and what was removed. */
export function articleRow({ text: _, removed: __, ...row }: ReportArticle): ArticleRow {
  return row;
}
