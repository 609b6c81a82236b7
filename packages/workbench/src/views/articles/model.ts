import type { ArticleRow } from "../../data/story.js";

export interface ArticleFilter {
  readonly q: string;
  readonly since: string;
  readonly until: string;
  readonly outlet: string;
  /** What was there before, of which nothing is wanted; null wants everything. */
  readonly fresh: ReadonlySet<string> | null;
}

/** The articles whose title or outlet holds every word, published within the dates (both inclusive). */
export function filterArticles(
  articles: readonly ArticleRow[],
  { q, since, until, outlet, fresh }: ArticleFilter,
): readonly ArticleRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return articles.filter((a) => {
    const text = `${a.title} ${a.label} ${a.authors.join(" ")}`.toLowerCase();
    const day = a.published?.slice(0, 10) ?? null;
    const timely =
      (since === "" || (day !== null && day >= since)) &&
      (until === "" || (day !== null && day.slice(0, until.length) <= until));
    return (
      timely &&
      words.every((w) => text.includes(w)) &&
      (outlet === "" || a.label === outlet) &&
      (fresh === null || !fresh.has(a.id))
    );
  });
}

/** Newest first unless another order is asked for; undated articles last; ids settle ties. */
export function sortArticles(articles: readonly ArticleRow[], order = "newest"): readonly ArticleRow[] {
  const byId = (a: ArticleRow, b: ArticleRow): number => (a.id < b.id ? -1 : 1);
  if (order === "outlet") return [...articles].sort((a, b) => a.label.localeCompare(b.label) || byId(a, b));
  const sign = order === "oldest" ? 1 : -1;
  const dated = (a: ArticleRow): number => (a.published === null ? 1 : 0);
  return [...articles].sort(
    (a, b) =>
      dated(a) - dated(b) ||
      sign * ((a.published ?? "") < (b.published ?? "") ? -1 : (a.published ?? "") > (b.published ?? "") ? 1 : 0) ||
      byId(a, b),
  );
}
